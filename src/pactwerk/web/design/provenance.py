"""The address of *waar komt dit cijfer vandaan* for one figure."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

from pactwerk.figures.disclosure_control import Row


def address(row: Row) -> str:
    """Page that explains the figure; "" where the indicator is not in the catalogue (own counts)."""
    try:
        page = reverse("public:provenance", args=[row.indicator])
    except NoReverseMatch:
        return ""
    asked = {"gebied": row.area, "periode": row.period, "definitie": row.definition}
    pairs = [(name, value) for name, value in asked.items() if value]
    pairs += [("per", dimension) for dimension in row.by]
    return f"{page}?{urlencode(pairs)}"
