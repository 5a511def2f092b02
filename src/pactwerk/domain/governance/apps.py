"""Django's name for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    name = "pactwerk.domain.governance"
    label = "governance"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("gremia")
