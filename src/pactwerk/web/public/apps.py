"""Django app of the public pages."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """Templates and template tags of the public pages; it has no models of its own."""

    name = "pactwerk.web.public"
    label = "public"
    default = True

    def ready(self) -> None:
        """Areas that offices entered stand in the platform's home folder."""
        from pactwerk.basis.places import read_areas_from
        from pactwerk.basis.places.entered import FILE
        from pactwerk.progress.home import figures_home

        read_areas_from(lambda: figures_home() / FILE)
