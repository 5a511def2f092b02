"""The root of one office's pages."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class OfficeHome(Page):  # type: ignore[misc]  # wagtail has no types
    """The first page of a programme office; made by an operation when the office is created, never by an editor."""

    template = "cms/office_home.html"
    is_creatable = False
    parent_page_types: ClassVar[list[str]] = ["cms.PortalHome"]
    subpage_types: ClassVar[list[str]] = ["cms.ContentPage"]

    office = models.OneToOneField(
        "accounts.Office",
        models.PROTECT,
        related_name="home_page",
        editable=False,
        verbose_name=_("programmabureau"),
    )

    class Meta:
        verbose_name = _("bureaupagina")
        verbose_name_plural = _("bureaupagina's")

    @classmethod
    def can_create_at(cls, _parent: Page) -> bool:
        """Never in the editor: an office brings its own home page."""
        return False
