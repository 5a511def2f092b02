"""A plain page: introduction and text."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class ContentPage(Page):  # type: ignore[misc]  # wagtail has no types
    """A page an editor writes under the home page of the own office."""

    template = "cms/content_page.html"
    parent_page_types: ClassVar[list[str]] = ["cms.PortalHome", "cms.OfficeHome", "cms.ContentPage"]
    subpage_types: ClassVar[list[str]] = ["cms.ContentPage"]

    intro = models.TextField(_("inleiding"), blank=True)
    body = RichTextField(_("tekst"), blank=True, features=TEXT_FEATURES)

    content_panels: ClassVar[list[Panel]] = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("tekstpagina")
        verbose_name_plural = _("tekstpagina's")
