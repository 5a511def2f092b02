"""Django app of the public pages."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """Templates and template tags of the public pages; it has no models of its own."""

    name = "pactwerk.web.public"
    label = "public"
    default = True
