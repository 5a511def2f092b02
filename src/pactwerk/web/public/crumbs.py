"""The path from the country down to the page: Nederland, landsdeel or province, pact, page (A1)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

Crumb = tuple[str, str]
"""A label and an address; the page itself has an empty address."""


def crumbs(*steps: Crumb) -> list[Crumb]:
    """The country first, then the steps."""
    return [(_("Nederland"), reverse("public:home")), *steps]


def figure_crumbs(*steps: Crumb) -> list[Crumb]:
    """The country, all figures, then the steps."""
    return crumbs((_("Cijfers"), reverse("public:catalogue")), *steps)
