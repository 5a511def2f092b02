"""The Django app ``operations``."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    name = "pactwerk.foundation.operations"
    label = "operations"
    verbose_name = _("Handelingen en logboek")
