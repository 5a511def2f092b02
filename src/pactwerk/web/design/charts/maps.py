"""Maps of municipalities: real borders when a release has them, else the product's own tile map."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from pactwerk.basis import places
from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.web.design import numbers
from pactwerk.web.design.charts import palette
from pactwerk.web.design.charts.bars import choose
from pactwerk.web.design.charts.line import Size, example_layer

Spec = dict[str, Any]
CLASSES = len(palette.STEPS)


def municipality_of(row: Row) -> str:
    """The municipality a row is about: its breakdown, or its area when that is one."""
    return row.by.get("municipality") or (row.area if row.area.startswith("GM") else "")


def rows_of(table: PublishableTable, period: str = "") -> tuple[dict[str, Row], str]:
    """The row of every municipality at one moment (the latest when none is asked), and that moment."""
    bars = choose(table, "municipality", period, most=len(table) or 1)
    return {municipality_of(row): row for _name, row in bars.rows if municipality_of(row)}, bars.period


def limits(values: Sequence[float]) -> list[float]:
    """The lower bounds of the second to the last class: fifths of the municipalities, each bound once."""
    ordered = sorted(values)
    if not ordered:
        return []
    cuts = [ordered[len(ordered) * n // CLASSES] for n in range(1, CLASSES)]
    return [cut for cut in dict.fromkeys(cuts) if cut > ordered[0]]


def legend_words(bounds: Sequence[float], rows: Mapping[str, Row]) -> list[str]:
    """The text of every class, from-to."""
    values = [row.value for row in rows.values() if row.value is not None]
    if not values:
        return []
    unit = next(iter(rows.values())).unit
    ends = [min(values), *bounds, max(values)]
    texts = [numbers.number(end, numbers.decimals_for(end, unit, 1)) for end in ends]
    close = "\u202f%" if unit == "%" else ""
    return [f"{a} – {b}{close}" for a, b in zip(texts, texts[1:], strict=False)]


def classes(rows: Mapping[str, Row]) -> tuple[dict[str, str], list[str], list[str]]:
    """The class text of every municipality, and the texts and colours of the legend."""
    bounds = limits([row.value for row in rows.values() if row.value is not None])
    words = legend_words(bounds, rows)
    few, none = _("alleen een grens bekend"), _("geen cijfer")
    found = {code: few if row.value is None else words[bisect_right(bounds, row.value)] for code, row in rows.items()}
    step = (CLASSES - 1) / max(len(words) - 1, 1)
    colors = [palette.STEPS[round(n * step)] for n in range(len(words))]
    if few in found.values():
        words, colors = [*words, few], [*colors, palette.FEW]
    return found, [*words, none], [*colors, palette.NO_FIGURE]


def _color(words: Sequence[str], colors: Sequence[str], size: Size) -> Spec:
    legend = {"symbolType": "square", "symbolStrokeColor": palette.INK, "columns": 3 if size.name == "wide" else 2}
    scale = {"domain": list(words), "range": list(colors)}
    return {"field": "class", "type": "nominal", "sort": list(words), "scale": scale, "legend": legend}


def tile_spec(table: PublishableTable, period: str, size: Size) -> Spec:
    """Every municipality as a tile of the same size, roughly where it lies."""
    rows, _period = rows_of(table, period)
    found, words, colors = classes(rows)
    example = all(places.area(code).kind is places.AreaKind.EXAMPLE for code in rows) if rows else False
    shown = {
        code: spot
        for code, spot in places.tiles().items()
        if (places.area(code).kind is places.AreaKind.EXAMPLE) == example
    }
    data = [
        {"column": column, "row": row, "class": found.get(code, words[-1])} for code, (column, row) in shown.items()
    ]
    columns = [spot[0] for spot in shown.values()]
    lines = [spot[1] for spot in shown.values()]
    across, down = max(columns) - min(columns) + 1, max(lines) - min(lines) + 1
    width = min(size.width, 620)
    side = width / across
    axis = {"axis": None, "scale": {"nice": False, "zero": False}}
    return {
        "width": width,
        "height": round(side * down),
        "data": {"values": data},
        "layer": [
            {
                "mark": {
                    "type": "square",
                    "size": (side * 0.9) ** 2,
                    "opacity": 1,
                    "stroke": palette.INK,
                    "strokeWidth": 0.5,
                },
                "encoding": {
                    "x": _place("column", min(columns), max(columns), axis),
                    "y": _place("row", max(lines), min(lines), axis),
                    "fill": _color(words, colors, size),
                },
            },
            *example_layer(table),
        ],
    }


def _place(field: str, first: int, last: int, axis: Spec) -> Spec:
    half = 0.5 if last > first else -0.5
    scale = {**axis["scale"], "domain": [first - half, last + half]}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def border_spec(table: PublishableTable, features: Sequence[Spec], period: str, size: Size) -> Spec:
    """Every municipality in its own borders; `features` are GeoJSON with the code as `municipality`."""
    rows, _period = rows_of(table, period)
    found, words, colors = classes(rows)
    data = [
        {
            "type": "Feature",
            "geometry": feature["geometry"],
            "class": found.get(feature["properties"]["municipality"], words[-1]),
        }
        for feature in features
    ]
    return {
        "width": min(size.width, 640),
        "height": round(min(size.width, 640) * 1.12),
        "projection": {"type": "mercator"},
        "layer": [
            {
                "data": {"values": data},
                "mark": {"type": "geoshape", "stroke": palette.INK, "strokeWidth": 0.4},
                "encoding": {"fill": _color(words, colors, size)},
            },
            *example_layer(table),
        ],
    }
