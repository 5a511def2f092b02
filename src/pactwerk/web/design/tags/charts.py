"""Tags that draw: line chart, bar chart, small multiples, map; each followed by its table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.template.context import Context
from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.web.design import numbers
from pactwerk.web.design.charts import bars, line, maps, multiples, sentences
from pactwerk.web.design.charts.borders import features_of
from pactwerk.web.design.charts.drawing import Drawing, placed, svg_of
from pactwerk.web.design.charts.series import points, require_table
from pactwerk.web.design.tags import register

Spec = Mapping[str, object]
TEMPLATE = "design/components/chart.html"


def _identity(context: Context) -> str:
    """An id for this chart that no other chart of the page has, the same on every request."""
    request = context.get("request")
    count = getattr(request, "_pactwerk_charts", 0) + 1
    if request is not None:
        request._pactwerk_charts = count
    return f"grafiek-{count}"


def _figure(
    context: Context,
    kind: str,
    table: PublishableTable,
    spec: Callable[[line.Size], Spec],
    words: tuple[str, str],
    sizes: Sequence[line.Size] = line.SIZES,
) -> dict[str, Any]:
    """Everything the template of a chart needs; `words` are title and description."""
    identity = _identity(context)
    name, description = words
    drawings = [
        Drawing(size.name, placed(svg_of(spec(size), name, description), f"{identity}{size.name[0]}"))
        for size in sizes
        if points(table)
    ]
    units = {numbers.unit_text(row.unit) for row in table.rows}
    return {
        "request": context.get("request"),
        "id": identity,
        "kind": kind,
        "title": name,
        "unit": units.pop() if len(units) == 1 else "",
        "table": table,
        "drawings": drawings,
        "example": table.example,
    }


@register.inclusion_tag(TEMPLATE, takes_context=True)
def line_chart(
    context: Context,
    table: object,
    path: Sequence[tuple[str, float]] | None = None,
    title: str = "",
    sources: bool = True,
) -> dict[str, Any]:
    """`{% line_chart table path=verdict.path title=... %}`: figures over time, target path, breaks."""
    shown, steps = require_table(table), tuple(path or ())
    words = (sentences.title(shown, title), sentences.of_line(shown, steps))
    figure = _figure(context, "line", shown, lambda size: line.line_spec(shown, steps, size), words)
    low, _high = line.value_range(points(shown), steps)
    remarks = [sentences.breaks(shown)] if shown.breaks() else []
    notes = [_("De as begint niet bij nul.")] if figure["drawings"] and low > 0 else []
    return figure | {"remarks": remarks, "footnotes": notes, "sources": sources}


@register.inclusion_tag(TEMPLATE, takes_context=True)
def bar_chart(
    context: Context,
    table: object,
    dimension: str = "",
    period: str = "",
    title: str = "",
    sources: bool = True,
) -> dict[str, Any]:
    """`{% bar_chart table dimension="track" period="2018/19" %}`: a breakdown at one moment (the latest)."""
    shown = require_table(table)
    dimension = dimension or next(iter(shown.dimensions), "area")
    chosen = bars.choose(shown, dimension, period)
    name = f"{sentences.title(shown, title)} ({chosen.period})" if chosen.period else sentences.title(shown, title)
    words = (name, sentences.of_bars(shown, chosen.rows, chosen.period))
    of_moment = shown.select(period=chosen.period) if chosen.period else shown
    figure = _figure(context, "bar", of_moment, lambda size: bars.bar_spec(shown, chosen, size), words)
    left_out = _("%(n)s kortere staven staan alleen in de tabel.") % {"n": chosen.left_out}
    return figure | {"remarks": [], "footnotes": [left_out] if chosen.left_out else [], "sources": sources}


@register.inclusion_tag(TEMPLATE, takes_context=True)
def small_multiples(
    context: Context, table: object, dimension: str = "area", title: str = "", sources: bool = True
) -> dict[str, Any]:
    """`{% small_multiples table dimension="profile" %}`: one small line chart per value, on one scale."""
    shown = require_table(table)
    words = (sentences.title(shown, title), sentences.of_line(shown, ()))
    figure = _figure(context, "multiples", shown, lambda size: multiples.multiples_spec(shown, dimension, size), words)
    remarks = [sentences.breaks(shown)] if shown.breaks() else []
    return figure | {"remarks": remarks, "footnotes": [], "sources": sources}


@register.inclusion_tag(TEMPLATE, takes_context=True)
def area_map(
    context: Context,
    table: object,
    borders: object = None,
    period: str = "",
    title: str = "",
    sources: bool = True,
) -> dict[str, Any]:
    """`{% area_map table borders=release.borders %}`: by municipality; tiles where no borders are loaded."""
    shown = require_table(table)
    rows, moment = maps.rows_of(shown, period)
    features = features_of(borders)
    named = [(code, row) for code, row in rows.items()]
    name = f"{sentences.title(shown, title)} ({moment})" if moment else sentences.title(shown, title)
    words = (name, sentences.of_map(shown, named, moment, tiles=not features))

    def spec(size: line.Size) -> Spec:
        if features:
            return maps.border_spec(shown, features, moment, size)
        return maps.tile_spec(shown, moment, size)

    of_moment = shown.select(period=moment) if moment else shown
    figure = _figure(context, "map", of_moment, spec, words, sizes=line.SIZES if not features else line.SIZES[:1])
    note = _("Elke gemeente is een even groot vakje: er zijn geen gemeentegrenzen geladen.")
    return figure | {"remarks": [], "footnotes": [] if features else [note], "sources": sources}
