"""Tags for figures: one number, a table of them, where they come from, and the mark of example data."""

from __future__ import annotations

from typing import Any

from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.web.design import numbers, provenance, tabular, wording
from pactwerk.web.design.tags import register


def require_table(table: object) -> PublishableTable:
    """The table itself; TypeError on anything that did not pass the disclosure gate."""
    if not isinstance(table, PublishableTable):
        raise TypeError(f"only a PublishableTable may be shown, not {type(table).__name__}")
    return table


def require_row(row: object) -> Row:
    """A row of a publishable table; a table of one row counts as that row. TypeError on anything else."""
    if isinstance(row, PublishableTable) and len(row) == 1:
        return row.rows[0]
    if not isinstance(row, Row):
        raise TypeError(f"only a row of a PublishableTable may be shown, not {type(row).__name__}")
    return row


@register.inclusion_tag("design/components/figure.html")
def figure(row: object, decimals: int = 1, large: bool = False) -> dict[str, Any]:
    """`{% figure row %}`: number with unit; `large=True` for a stat tile or a hero."""
    shown = require_row(row)
    return {
        "text": numbers.figure_text(shown, decimals),
        "unit": numbers.unit_text(shown.unit),
        "large": large,
        "close": shown.unit == "%",
    }


@register.simple_tag
def figure_text(row: object, decimals: int = 1) -> str:
    """`{% figure_text row %}`: the figure with its unit as plain text, for a sentence."""
    return numbers.figure_with_unit(require_row(row), decimals)


@register.inclusion_tag("design/components/figure_table.html", takes_context=True)
def figure_table(  # noqa: PLR0913, PLR0917  -- the options of a template tag, each with a default
    context: Context, table: object, caption: str = "", sources: bool = True, decimals: int = 2, heading: str = ""
) -> dict[str, Any]:
    """`{% figure_table table caption=... %}`: all rows; published, computed and own side by side.

    `sources=False` leaves out the links to *waar komt dit cijfer vandaan*. A long table stands on pages (`?tabel=2`).
    """
    shown = require_table(table)
    request = context.get("request")
    return {
        "request": request,
        "grid": tabular.grid(shown, decimals, request.GET.get("tabel") if request else None),
        "caption": caption or tabular.caption(shown),
        "heading": heading,
        "example": shown.example,
        "notes": [wording.note_text(note) for note in shown.notes],
        "with_sources": sources,
    }


@register.inclusion_tag("design/components/provenance_link.html")
def provenance_link(row: object, short: bool = False) -> dict[str, Any]:
    """`{% provenance_link row %}`: *waar komt dit cijfer vandaan*; `short=True` in a table cell."""
    shown = require_row(row)
    what = f"{wording.indicator_name(shown.indicator)}, {wording.area_name(shown.area)}, {shown.period}"
    return {"address": provenance.address(shown), "said": provenance.said(shown), "short": short, "what": what}


@register.inclusion_tag("design/components/example_mark.html")
def example_mark(thing: object) -> dict[str, bool]:
    """`{% example_mark table %}`: *voorbeeldgegevens* when the table, verdict, pact or flag is an example."""
    return {"example": bool(thing if isinstance(thing, bool) else getattr(thing, "example", False))}


@register.inclusion_tag("design/components/stat_tile.html")
def stat_tile(value: object, label: str, note: str = "", url: str = "", example: bool = False) -> dict[str, Any]:
    """`{% stat_tile row label %}`: a figure of a publishable table, or a register fact that is no statistic."""
    row = require_row(value) if isinstance(value, (Row, PublishableTable)) else None
    return {
        "row": row,
        "text": "" if row else str(value),
        "label": label,
        "note": note,
        "url": url,
        "example": example or getattr(value, "example", False),
    }


@register.simple_tag
def basis_badge(row: object) -> SafeString:
    """`{% basis_badge row %}`: berekend, gepubliceerd or eigen telling."""
    from django.utils.html import format_html

    basis = require_row(row).basis
    return format_html('<span class="pw-basis pw-basis--{}">{}</span>', basis, wording.basis_name(basis))


@register.simple_tag
def area_name(code: str) -> str:
    """`{% area_name "TP-NOORD" %}`: the area's name in the page's language."""
    return wording.area_name(code)


@register.simple_tag
def indicator_name(code: str) -> str:
    """`{% indicator_name "K04" %}`: the indicator's name in the page's language."""
    return wording.indicator_name(code) or _("onbekend cijfer")


@register.simple_tag
def status_name(row: object) -> str:
    """`{% status_name row %}`: definitief, voorlopig, raming … in the page's language."""
    return wording.status_name(require_row(row).status)


@register.filter
def written(thing: object, field: str) -> str:
    """`{{ pact|written:"name" }}`: a text a user wrote, in English where they wrote one."""
    return wording.written(thing, field)
