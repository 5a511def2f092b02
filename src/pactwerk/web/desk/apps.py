"""Django app of the desk."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Templates of the desk; it has no models of its own."""

    name = "pactwerk.web.desk"
    label = "desk"
    default = True
