"""The Django app ``accounts``."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "pactwerk.foundation.accounts"
    label = "accounts"
    verbose_name = _("Gebruikers en programmabureaus")
