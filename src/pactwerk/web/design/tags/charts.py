"""Tags that draw: line chart, bar chart, small multiples, map; each followed by its table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.template.context import Context
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.web.design import numbers, wording
from pactwerk.web.design.charts import bars, classes, line, maps, multiples, sentences
from pactwerk.web.design.charts.borders import features_of
from pactwerk.web.design.charts.drawing import Drawing, placed, svg_of
from pactwerk.web.design.charts.positions import on_axis
from pactwerk.web.design.charts.series import off_axis, points, require_table
from pactwerk.web.design.tags import register

Spec = Mapping[str, object]
TEMPLATE = "design/components/chart.html"


@dataclass(frozen=True)
class Chart:
    """One chart before it is drawn: its table, what it is called and says, and how it is specified."""

    kind: str
    table: PublishableTable
    title: str
    description: str
    spec: Callable[[line.Size], Spec]
    sizes: tuple[line.Size, ...] = line.SIZES
    remarks: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = field(default=())

    def shown(self, context: Context, sources: bool) -> dict[str, Any]:
        """Draw it for this page: everything the template of a chart needs."""
        identity = identity_of(context)
        sizes = self.sizes if points(self.table) else ()
        units = {numbers.unit_text(row.unit) for row in self.table.rows}
        return {
            "request": context.get("request"),
            "id": identity,
            "kind": self.kind,
            "title": self.title,
            "unit": units.pop() if len(units) == 1 else "",
            "table": self.table,
            "drawings": [self._drawing(size, identity) for size in sizes],
            "example": self.table.example,
            "remarks": self.remarks if sizes else (),
            "footnotes": self.footnotes if sizes else (),
            "sources": sources,
        }

    def _drawing(self, size: line.Size, identity: str) -> Drawing:
        svg = svg_of(self.spec(size), self.title, self.description)
        return Drawing(size.name, placed(svg, f"{identity}{size.name[0]}"))


def identity_of(context: Context) -> str:
    """An id for this chart that no other chart of the page has, the same on every request."""
    request = context.get("request")
    count = getattr(request, "_pactwerk_charts", 0) + 1
    if request is not None:
        request._pactwerk_charts = count
    return f"grafiek-{count}"


def _at(title: str, period: str) -> str:
    return f"{title} ({period})" if period else title


def _moment(table: PublishableTable, period: str) -> PublishableTable:
    return table.select(period=period) if period else table


def _breaks(table: PublishableTable) -> tuple[str, ...]:
    return (sentences.breaks(table),) if table.breaks() else ()


def _line_notes(table: PublishableTable, path: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    notes = [_("De as begint niet bij nul.")] if line.value_range(points(table), path)[0] > 0 else []
    if elsewhere := off_axis(table):
        text = ngettext(
            "%(n)s cijfer gaat over meer dan één moment en staat alleen in de tabel.",
            "%(n)s cijfers gaan over meer dan één moment en staan alleen in de tabel.",
            elsewhere,
        )
        notes.append(text % {"n": elsewhere})
    return tuple(notes)


@register.inclusion_tag(TEMPLATE, takes_context=True)
def line_chart(
    context: Context,
    table: object,
    *,
    path: Sequence[tuple[str, float]] | None = None,
    title: str = "",
    sources: bool = True,
) -> dict[str, Any]:
    """`{% line_chart table path=verdict.path title=... %}`: figures over time, target path, breaks."""
    shown = require_table(table)
    steps = tuple(step for step in path or () if on_axis(step[0]))
    chart = Chart(
        "line",
        shown,
        sentences.title(shown, title),
        sentences.of_line(shown, steps),
        lambda size: line.line_spec(shown, steps, size),
        remarks=_breaks(shown),
        footnotes=_line_notes(shown, steps),
    )
    return chart.shown(context, sources)


@register.inclusion_tag(TEMPLATE, takes_context=True)
def bar_chart(  # noqa: PLR0913  -- the options of a template tag, each with a default
    context: Context,
    table: object,
    *,
    dimension: str = "",
    period: str = "",
    title: str = "",
    sources: bool = True,
) -> dict[str, Any]:
    """`{% bar_chart table dimension="track" period="2018/19" %}`: a breakdown at one moment (the latest)."""
    shown = require_table(table)
    chosen = bars.choose(shown, dimension or next(iter(shown.dimensions), "area"), period)
    left_out = ngettext(
        "%(n)s kortere staaf staat alleen in de tabel.",
        "%(n)s kortere staven staan alleen in de tabel.",
        chosen.left_out,
    ) % {"n": chosen.left_out}
    chart = Chart(
        "bar",
        _moment(shown, chosen.period),
        _at(sentences.title(shown, title), chosen.period),
        sentences.of_bars(shown, chosen.rows, chosen.period),
        lambda size: bars.bar_spec(shown, chosen, size),
        footnotes=(left_out,) if chosen.left_out else (),
    )
    return chart.shown(context, sources)


@register.inclusion_tag(TEMPLATE, takes_context=True)
def small_multiples(
    context: Context, table: object, *, dimension: str = "area", title: str = "", sources: bool = True
) -> dict[str, Any]:
    """`{% small_multiples table dimension="profile" %}`: one small line chart per value, on one scale."""
    shown = require_table(table)
    chart = Chart(
        "multiples",
        shown,
        sentences.title(shown, title),
        sentences.of_line(shown, ()),
        lambda size: multiples.multiples_spec(shown, dimension, size),
        remarks=_breaks(shown),
    )
    return chart.shown(context, sources)


@register.inclusion_tag(TEMPLATE, takes_context=True)
def area_map(  # noqa: PLR0913  -- the options of a template tag, each with a default
    context: Context,
    table: object,
    *,
    borders: object = None,
    period: str = "",
    title: str = "",
    sources: bool = True,
) -> dict[str, Any]:
    """`{% area_map table borders=release.borders %}`: by municipality; tiles where no borders are loaded."""
    shown, features = require_table(table), features_of(borders)
    rows, moment = classes.rows_of(shown, period)
    named = [(wording.area_name(code), row) for code, row in rows.items()]

    def spec(size: line.Size) -> Spec:
        if features:
            return maps.border_spec(shown, features, moment, size)
        return maps.tile_spec(shown, moment, size)

    chart = Chart(
        "map",
        _moment(shown, moment),
        _at(sentences.title(shown, title), moment),
        sentences.of_map(shown, named, moment, tiles=not features),
        spec,
        sizes=line.SIZES[:1] if features else line.SIZES,
        footnotes=maps.footnotes(rows, features),
    )
    return chart.shown(context, sources)
