"""A line chart: figures over time, the path to a target, and a mark at every break, which no line crosses."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.web.design import wording
from pactwerk.web.design.charts import palette
from pactwerk.web.design.charts.labels import LETTER, broken, most_lines
from pactwerk.web.design.charts.positions import on_axis, position, ticks
from pactwerk.web.design.charts.series import Point, drawn_breaks, points

Spec = dict[str, Any]
Path = Sequence[tuple[str, float]]


@dataclass(frozen=True)
class Size:
    """How large a chart is drawn; the page scales it to its column."""

    name: str
    width: int
    height: int
    labels: int
    values: int
    """How many values may be written beside the line's points."""


SYMBOL, LINE_HEIGHT = 48, 19
"""Drawing units of a legend's symbol with the space around a name, and of a line of it."""
ROOM_FOR_A_WORD = 0.1
"""Marks of breaks closer together than this part of the axis share one word."""
WIDE = Size("wide", 800, 380, 12, 9)
NARROW = Size("narrow", 340, 300, 4, 4)
SIZES = (WIDE, NARROW)


def line_spec(table: PublishableTable, path: Path, size: Size) -> Spec:
    """The whole chart as one Vega-Lite specification."""
    return {
        "width": size.width,
        "height": size.height + Look.of(points(table)).legend_height(size),
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": {"left": 2, "right": 8, "top": 6, "bottom": 2},
        "layer": line_layers(table, path, size),
        **example_title(table),
    }


def line_layers(table: PublishableTable, path: Path, size: Size) -> list[Spec]:
    """The layers from back to front: breaks, path, intervals, lines, marks, values, mark of example data."""
    marks = points(table)
    x, y = x_axis(table, path, size), y_axis(marks, path)
    look = Look.of(marks)
    data = [_datum(point) for point in marks]
    layers = [*_breaks(table, x), *_path(path, x, y), *_intervals(data, x, y, look, size)]
    runs = [datum for datum in data if datum["value"] is not None]
    layers += [_lines(runs, x, y, look, size), _marks(runs, x, y, look)]
    layers += _values(marks, x, y, look, size)
    return layers


@dataclass(frozen=True)
class Look:
    """The colours by series and shapes by basis; a legend only where there is something to tell apart."""

    names: tuple[str, ...]
    bases: tuple[str, ...]

    @classmethod
    def of(cls, marks: Sequence[Point]) -> Look:
        """The look that these points need."""
        names = dict.fromkeys(point.series for point in marks)
        return cls(tuple(names), tuple(dict.fromkeys(point.row.basis for point in marks)))

    def color(self, legend: Size | None = None) -> Spec:
        """Encoding of the series' colour; with the size of the chart also its legend."""
        colors = [palette.SERIES[n % len(palette.SERIES)] for n in range(len(self.names))]
        return {
            "field": "series",
            "type": "nominal",
            "scale": {"domain": list(self.names), "range": colors},
            "legend": self._legend(legend) if legend and len(self.names) > 1 else None,
        }

    def _legend(self, size: Size) -> Spec:
        """As many columns as the longest name leaves room for; where even one is too narrow names take more lines."""
        columns, room = self._columns(size)
        names = [broken(name, room) for name in self.names]
        said = ",".join(f"{json.dumps(name)}:{json.dumps(text)}" for name, text in zip(self.names, names, strict=True))
        return {
            "symbolType": "stroke",
            "symbolSize": 260,
            "symbolStrokeWidth": 3,
            "columns": columns,
            "labelLimit": 0,
            "labelExpr": f"split(({{{said}}})[datum.label], '\\n')",
        }

    def _columns(self, size: Size) -> tuple[int, float]:
        longest = max((len(name) for name in self.names), default=0) * LETTER
        columns = 1 if size is NARROW else max(1, min(3, int(size.width / (longest + SYMBOL))))
        return columns, size.width / columns - SYMBOL

    def legend_height(self, size: Size) -> int:
        """How much higher than usual a chart must be, so that a long legend does not eat its plot."""
        if len(self.names) < 2:
            return 0
        columns, room = self._columns(size)
        lines = most_lines(broken(name, room) for name in self.names)
        return max(-(-len(self.names) // columns) * lines - 2, 0) * LINE_HEIGHT

    def by_basis(self, values: dict[str, Any]) -> Spec:
        """Encoding of a basis' shape or dash; both carry the same legend, which Vega-Lite draws as one."""
        words = [wording.basis_name(basis) for basis in self.bases]
        shown = {"symbolFillColor": palette.INK, "symbolStrokeColor": palette.INK, "symbolStrokeWidth": 0}
        return {
            "field": "basis",
            "type": "nominal",
            "scale": {"domain": words, "range": [values[basis] for basis in self.bases]},
            "legend": shown if self.bases != ("computed",) else None,
        }


def _datum(point: Point) -> Spec:
    row = point.row
    return {
        "x": point.x,
        "value": row.value,
        "low": row.low,
        "high": row.high,
        "series": point.series,
        "basis": wording.basis_name(row.basis),
        "run": point.run,
        "text": point.text,
    }


def x_axis(table: PublishableTable, path: Path, size: Size) -> Spec:
    """Time, in years; labels are the periods themselves."""
    periods = [row.period for row in table.rows if on_axis(row.period)] + [period for period, _value in path]
    labels = ticks(periods, size.labels)
    places = [position(period) for period in periods] or [0.0]
    room = max((max(places) - min(places)) * 0.05, 0.25)
    # two decimals tell months apart, and are written alike here and in the drawing: the place is the label's key
    labels = {round(place, 2): text for place, text in labels.items()}
    words = ",".join(f"'{place:g}':'{text}'" for place, text in labels.items())
    return {
        "field": "x",
        "type": "quantitative",
        "scale": {"domain": [min(places) - room, max(places) + room], "nice": False, "zero": False},
        "axis": {
            "values": list(labels),
            "labelExpr": f"({{{words}}})[toString(datum.value)]" if labels else "''",
            "grid": False,
            "title": None,
            "labelOverlap": "greedy",
            "labelFlush": False,
        },
    }


def value_range(marks: Sequence[Point], path: Path) -> tuple[float, float]:
    """The lowest and highest value to show, with room; from zero unless that would flatten everything."""
    ends = [end for point in marks for end in (point.row.value, point.row.low, point.row.high) if end is not None]
    ends += [float(value) for _period, value in path]
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    room = (high - low) * 0.18 or abs(high) * 0.1 or 1.0
    if 0 <= low <= 0.5 * high or low == high:
        return 0.0, high + room
    return (max(low - room, 0.0) if low >= 0 else low - room), high + room


def y_axis(marks: Sequence[Point], path: Path, field: str = "value") -> Spec:
    """The values; the unit stands above the chart."""
    low, high = value_range(marks, path)
    axis_format = ",.1~f" if high - low < 5 else ",.0f"
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": [low, high], "nice": True, "zero": False},
        "axis": {"title": None, "format": axis_format, "tickCount": 5, "domain": False, "ticks": False},
    }


def _breaks(table: PublishableTable, x: Spec) -> list[Spec]:
    first, last = x["scale"]["domain"]
    places, named = [], first - (last - first)
    for before, after in drawn_breaks(table):
        middle = (before + after) / 2
        room = middle - named > (last - first) * ROOM_FOR_A_WORD
        places.append({"x": middle, "word": _("breuk") if room else ""})
        named = middle if room else named
    if not places:
        return []
    rule = {"mark": {"type": "rule", "color": palette.BREAK, "strokeDash": [3, 3], "strokeWidth": 1.5}}
    word = {"mark": {"type": "text", "color": palette.BREAK, "align": "left", "baseline": "top", "dx": 5}}
    where = {"x": {**x, "field": "x"}}
    return [
        {"data": {"values": places}, **rule, "encoding": where},
        {
            "data": {"values": places},
            **word,
            "encoding": {**where, "y": {"value": 2}, "text": {"field": "word"}},
        },
    ]


def _path(path: Path, x: Spec, y: Spec) -> list[Spec]:
    if len(path) < 2:
        return []
    data = [{"x": position(period), "value": float(value)} for period, value in path]
    line = {"type": "line", "color": palette.INK, "strokeDash": [2, 5], "strokeWidth": 2.5, "strokeCap": "round"}
    ring = {"type": "point", "shape": "circle", "size": 170, "color": palette.INK, "strokeWidth": 2.5}
    word = {"type": "text", "align": "right", "dy": -18, "fontWeight": 600, "text": _("streefwaarde")}
    encoding = {"x": x, "y": y}
    return [
        {"data": {"values": data}, "mark": line, "encoding": encoding},
        {"data": {"values": data[-1:]}, "mark": {**ring, "fill": palette.BACKGROUND}, "encoding": encoding},
        {"data": {"values": data[-1:]}, "mark": word, "encoding": encoding},
    ]


FEW_NAMES = 2
"""With more series than this the bounds of intervals would stand on top of each other; the table has them."""


def _intervals(data: Sequence[Spec], x: Spec, y: Spec, look: Look, size: Size) -> list[Spec]:
    """A figure of which only the bounds are known: a bar from low to high with its text, never a point."""
    ranges = [datum for datum in data if datum["value"] is None]
    if not ranges:
        return []
    spread = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "color": look.color(legend=size)}
    word = {"type": "text", "align": "left", "dx": 8}
    bars: Spec = {
        "data": {"values": ranges},
        "mark": {"type": "rule", "strokeWidth": 5, "opacity": 0.75},
        "encoding": spread,
    }
    if len(look.names) > FEW_NAMES:
        return [bars]
    said = {"x": x, "y": {**y, "field": "high"}, "text": {"field": "text"}}
    return [bars, {"data": {"values": ranges}, "mark": word, "encoding": said}]


def _lines(data: Sequence[Spec], x: Spec, y: Spec, look: Look, size: Size) -> Spec:
    return {
        "data": {"values": list(data)},
        "mark": {"type": "line", "strokeWidth": 3, "strokeJoin": "round"},
        "encoding": {
            "x": x,
            "y": y,
            "detail": {"field": "run", "type": "nominal"},
            "color": look.color(legend=size),
            "strokeDash": look.by_basis(palette.DASHES),
        },
    }


def _marks(data: Sequence[Spec], x: Spec, y: Spec, look: Look) -> Spec:
    return {
        "data": {"values": list(data)},
        "mark": {"type": "point", "filled": True, "size": 110, "opacity": 1, "stroke": "white", "strokeWidth": 1.5},
        "encoding": {
            "x": x,
            "y": y,
            "color": look.color(),
            "shape": look.by_basis(palette.SHAPES),
        },
    }


def _values(marks: Sequence[Point], x: Spec, y: Spec, look: Look, size: Size) -> list[Spec]:
    """The values in words: all of a short single line, else only the last of every line."""
    known = [point for point in marks if point.row.value is not None]
    single = len(look.names) == 1 and len(look.bases) == 1 and len(known) <= size.values
    last = {(point.series, point.row.basis): point for point in known}
    chosen = known if single else list(last.values()) if len(look.names) <= 4 else []
    text = {"type": "text", "dy": -15, "fontWeight": 600}
    halo = {"stroke": palette.BACKGROUND, "strokeWidth": 4, "strokeJoin": "round"}
    where = {"x": x, "y": y, "text": {"field": "text"}}
    data = {"values": [_datum(point) for point in chosen]}
    return [
        {"data": data, "mark": {**text, **halo, "color": palette.BACKGROUND}, "encoding": where},
        {"data": data, "mark": text, "encoding": {**where, "color": look.color()}},
    ]


def example_title(table: PublishableTable) -> Spec:
    """*voorbeeldgegevens* inside the drawing, so that it stays on a copy of the chart."""
    if not table.example:
        return {}
    look = {"color": palette.EXAMPLE, "fontSize": 14, "fontWeight": 700, "fontStyle": "italic", "offset": 8}
    return {"title": {"text": _("voorbeeldgegevens"), "anchor": "end", **look}}
