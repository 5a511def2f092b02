"""Django's name for this room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PactConfig(AppConfig):
    name = "pactwerk.domain.pact"
    label = "pact"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("pacten en doelen")
