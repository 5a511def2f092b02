"""The Django app ``cms``."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    """What an editor writes, in Wagtail; the domain is edited on the desk and never registered here."""

    name = "pactwerk.web.cms"
    label = "cms"
    verbose_name = _("Redactiesysteem")
