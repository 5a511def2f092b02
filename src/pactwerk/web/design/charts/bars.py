"""A bar chart of a breakdown at one moment; a figure known only as an interval is drawn as that range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pactwerk.basis.vocabularies import TRACKS
from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.web.design import numbers, wording
from pactwerk.web.design.charts import palette
from pactwerk.web.design.charts.labels import LINES, broken, most_lines
from pactwerk.web.design.charts.line import Size, example_title
from pactwerk.web.design.charts.positions import on_axis, position

Spec = dict[str, Any]
BESIDE = 235
"""Drawing units for a name left of its bar; a longer one is broken over lines."""
MOST = 40
"""More bars than this do not fit a screen; the table beside the chart has all."""


@dataclass(frozen=True)
class Bars:
    """What a bar chart shows: named rows, the moment, and how many bars were left out."""

    rows: tuple[tuple[str, Row], ...]
    period: str
    left_out: int


def choose(table: PublishableTable, dimension: str, period: str = "", most: int = MOST) -> Bars:
    """The rows of one moment (the latest when none is asked), named by `dimension` or by area."""
    known = [row for row in table.rows if row.value is not None or row.high is not None]
    period = period or max((row.period for row in known if on_axis(row.period)), key=position, default="")
    named = [(_name(row, dimension, table), row) for row in known if row.period == period]
    ordered = sorted(named, key=lambda pair: _order(pair[1], dimension))
    return Bars(tuple(ordered[:most]), period, max(len(ordered) - most, 0))


def _order(row: Row, dimension: str) -> tuple[float, float]:
    """Leerwegen in their own order, everything else from high to low."""
    if dimension == "track":
        return (float(list(TRACKS).index(row.by[dimension])) if row.by.get(dimension) in TRACKS else 99.0, 0.0)
    value = row.value if row.value is not None else row.high
    return (0.0, -(value or 0.0))


def _name(row: Row, dimension: str, table: PublishableTable) -> str:
    words = [wording.area_name(row.area)] if dimension == "area" or len({r.area for r in table.rows}) > 1 else []
    words += [wording.member_name(name, row.by[name]) for name in table.dimensions if row.by.get(name)]
    if len({other.basis for other in table.rows}) > 1:
        words.append(wording.basis_name(row.basis))
    return ", ".join(dict.fromkeys(words)) or wording.area_name(row.area)


def bar_spec(table: PublishableTable, bars: Bars, size: Size) -> Spec:
    """The chart as one Vega-Lite specification: horizontal bars from zero, the value behind each."""
    above = size.name == "narrow"
    room = size.width - 20 if above else BESIDE
    data = [_datum(place, broken(name, room), row) for place, (name, row) in enumerate(bars.rows)]
    lines = most_lines(datum["name"] for datum in data)
    step = 32 + 18 * lines if above else max(34, 18 * lines + 8)
    scale = {"domain": [0, max((datum["end"] for datum in data), default=1) * 1.16 or 1], "nice": False}
    axis = {"title": None, "grid": True, "domain": False, "ticks": False, "tickCount": 4, "format": ",.0f"}
    x = {"field": "value", "type": "quantitative", "scale": scale, "axis": axis}
    names = [datum["name"] for datum in data]
    look = {"title": None, "domain": False, "ticks": False, "labelLimit": 0, "labelExpr": LINES}
    y_axis: Spec | None = None if above else {**look, "labelColor": palette.INK, "labelFontSize": 14}
    y = {"field": "name", "type": "nominal", "sort": names, "axis": y_axis, "scale": {"paddingInner": 0.3}}
    return {
        "width": size.width,
        "height": {"step": step},
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 2, "right": 8, "top": 6, "bottom": 2},
        "data": {"values": data},
        "layer": _bar_layers(x, y, lines if above else 0),
        **example_title(table),
    }


def _datum(place: int, name: str, row: Row) -> Spec:
    end = row.value if row.value is not None else row.high
    return {
        "place": place,
        "name": name,
        "value": row.value,
        "low": row.low if row.value is None else None,
        "high": row.high if row.value is None else None,
        "end": end,
        "text": numbers.figure_with_unit(row, 1),
    }


def _bar_layers(x: Spec, y: Spec, above: int) -> list[Spec]:
    """The bars, their values and, `above` them, names of at most so many lines (0: the names stand beside them)."""
    known, ranges = {"filter": "isValid(datum.value)"}, {"filter": "!isValid(datum.value)"}
    down = 1 + 9 * above
    height: Spec = {"height": 16, "yOffset": down} if above else {"height": 20}
    shift: Spec = {"dy": down} if above else {}
    layers: list[Spec] = [
        {
            "transform": [known],
            "mark": {"type": "bar", "color": palette.SERIES[0], "cornerRadiusEnd": 2, **height},
            "encoding": {"x": x, "y": y},
        },
        {
            "transform": [ranges],
            "mark": {
                "type": "bar",
                "color": palette.STEPS[1],
                "stroke": palette.SERIES[0],
                "strokeDash": [4, 3],
                **height,
            },
            "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "y": y},
        },
        {
            "mark": {"type": "text", "align": "left", "dx": 7, "fontWeight": 600, **shift},
            "encoding": {"x": {**x, "field": "end"}, "y": y, "text": {"field": "text"}},
        },
    ]
    if above:
        rise = -9 * above
        word = {
            "type": "text",
            "align": "left",
            "dy": rise,
            "fontSize": 14,
            "x": 0,
            "lineBreak": "\n",
            "lineHeight": 17,
        }
        layers.append({"mark": word, "encoding": {"y": y, "text": {"field": "name"}}})
    return layers


def named_rows(rows: Sequence[tuple[str, Row]]) -> dict[str, Row]:
    """The rows by name, for a check of the drawing against its table."""
    return dict(rows)
