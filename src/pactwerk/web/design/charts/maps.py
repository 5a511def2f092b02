"""Maps of municipalities: real borders when a release has them, else the product's own tile map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pactwerk.basis import places
from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.web.design import numbers
from pactwerk.web.design.charts import palette
from pactwerk.web.design.charts.classes import classes, rows_of
from pactwerk.web.design.charts.line import Size, example_title

Spec = dict[str, Any]
LARGEST_TILE = 84
WITH_TEXT = 40
"""Tiles this wide carry their figure as text."""


def province_or_country(code: str) -> str:
    """What decides whether two municipalities belong on one map; "" for a code of a map we do not have."""
    try:
        return places.province_of(code)
    except places.UnknownArea:
        return ""


def on_map(codes: Iterable[str], rows: Mapping[str, Row]) -> list[str]:
    """The municipalities to draw: those with a figure and the others of their provinces, for orientation."""
    shown = {province_or_country(code) for code in rows}
    return [code for code in codes if code in rows or province_or_country(code) in shown]


def footnotes(rows: Mapping[str, Row], features: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What the reader must know of the map: tiles instead of borders, municipalities that are not on it."""
    known = {feature["properties"]["municipality"] for feature in features} or set(places.tiles())
    missing = len(set(rows) - known)
    notes = [_("Elke gemeente is een even groot vakje: er zijn geen gemeentegrenzen geladen.")]
    text = ngettext(
        "%(n)s gemeente met een cijfer bestaat op deze kaart niet (heringedeeld); zij staat in de tabel.",
        "%(n)s gemeenten met een cijfer bestaan op deze kaart niet (heringedeeld); zij staan in de tabel.",
        missing,
    )
    return (*(() if features else notes), *((text % {"n": missing},) if missing else ()))


def _color(words: Sequence[str], colors: Sequence[str], size: Size) -> Spec:
    columns = 3 if size.name == "wide" else 2
    legend = {"symbolType": "square", "symbolStrokeColor": palette.INK, "symbolStrokeWidth": 1, "columns": columns}
    scale = {"domain": list(words), "range": list(colors)}
    return {"field": "class", "type": "nominal", "sort": list(words), "scale": scale, "legend": legend}


def tile_spec(table: PublishableTable, period: str, size: Size) -> Spec:
    """Every municipality as a tile of the same size, roughly where it lies."""
    rows, _period = rows_of(table, period)
    found, words, colors = classes(rows)
    tiles = places.tiles()
    shown = {code: tiles[code] for code in on_map(tiles, rows)} or dict(tiles)
    across, down = (_extent(spot[axis] for spot in shown.values()) for axis in (0, 1))
    side = min(min(size.width, 620) / (across[1] - across[0] + 1), LARGEST_TILE)
    data = [
        {
            "column": column,
            "row": row,
            "class": found.get(code, words[-1]),
            "text": numbers.figure_text(rows[code], 1) if code in rows else "",
        }
        for code, (column, row) in shown.items()
    ]
    where = {"x": _place("column", across), "y": _place("row", (down[1], down[0]))}
    square = {"type": "square", "size": (side * 0.9) ** 2, "opacity": 1, "stroke": palette.INK, "strokeWidth": 0.5}
    layers: list[Spec] = [{"mark": square, "encoding": {**where, "fill": _color(words, colors, size)}}]
    if side >= WITH_TEXT:
        layers.append(_tile_text(where, words, colors))
    return {
        "width": round(side * (across[1] - across[0] + 1)),
        "height": round(side * (down[1] - down[0] + 1)),
        "data": {"values": data},
        "layer": layers,
        **example_title(table),
    }


def _tile_text(where: Spec, words: Sequence[str], colors: Sequence[str]) -> Spec:
    dark = [word for word, color in zip(words, colors, strict=True) if color in palette.STEPS[3:]]
    ink = {"condition": {"test": {"field": "class", "oneOf": dark}, "value": "#ffffff"}, "value": palette.INK}
    text = {"field": "text", "type": "nominal"}
    return {"mark": {"type": "text", "fontWeight": 600}, "encoding": {**where, "text": text, "color": ink}}


def _extent(places_on_axis: Iterable[int]) -> tuple[int, int]:
    found = list(places_on_axis)
    return min(found), max(found)


def _place(field: str, ends: tuple[int, int]) -> Spec:
    first, last = ends
    half = 0.5 if last >= first and field == "column" else -0.5
    scale = {"nice": False, "zero": False, "domain": [first - half, last + half]}
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def border_spec(table: PublishableTable, features: Sequence[Mapping[str, Any]], period: str, size: Size) -> Spec:
    """Every municipality in its own borders; `features` are GeoJSON with the code as `municipality`."""
    rows, _period = rows_of(table, period)
    found, words, colors = classes(rows)
    by_code = {feature["properties"]["municipality"]: feature for feature in features}
    data = [
        {"type": "Feature", "geometry": by_code[code]["geometry"], "class": found.get(code, words[-1])}
        for code in on_map(by_code, rows) or by_code
    ]
    width = min(size.width, 640)
    return {
        "width": width,
        "height": round(width * 1.15),
        "projection": {"type": "mercator"},
        "data": {"values": data},
        "mark": {"type": "geoshape", "stroke": palette.INK, "strokeWidth": 0.4, "strokeJoin": "round"},
        "encoding": {"fill": _color(words, colors, size)},
        **example_title(table),
    }
