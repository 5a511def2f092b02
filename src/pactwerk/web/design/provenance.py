"""The address of *waar komt dit cijfer vandaan* for one figure."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

from pactwerk.figures.disclosure_control import Row
from pactwerk.web.design import wording


def address(row: Row) -> str:
    """Page that explains the figure; "" for what a pact recorded itself: its source stands in the row."""
    if row.basis == "own":
        return ""
    try:
        page = reverse("public:provenance", args=[row.indicator])
    except NoReverseMatch:
        return ""
    asked = {"gebied": row.area, "periode": row.period, "definitie": row.definition}
    pairs = [(name, value) for name, value in asked.items() if value]
    pairs += [("per", dimension) for dimension in row.by]
    return f"{page}?{urlencode(pairs)}"


def said(row: Row) -> str:
    """The row's sources and note as text, for a figure without a page of its own."""
    sources = dict.fromkeys(source.label for source in row.sources)
    return "; ".join(part for part in (*sources, row.note) if part) or wording.basis_name(row.basis)
