"""The root of the page tree."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class PortalHome(Page):  # type: ignore[misc]  # wagtail has no types
    """The page above the trees of all offices; made by a migration, there is exactly one."""

    template = "cms/portal_home.html"
    max_count = 1
    parent_page_types: ClassVar[list[str]] = []
    subpage_types: ClassVar[list[str]] = ["cms.OfficeHome", "cms.ContentPage"]

    class Meta:
        verbose_name = _("portaal")
        verbose_name_plural = _("portalen")
