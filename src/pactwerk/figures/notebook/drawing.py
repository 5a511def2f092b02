"""Figures as a Vega-Lite specification: lines over time that cross no break, or bars of a breakdown."""

from collections.abc import Iterator, Sequence
from typing import Any

from pactwerk.basis.places import UnknownArea, area
from pactwerk.basis.vocabularies import EDUCATION_LEVELS, PATHWAYS, PROFILES, SEXES, TRACKS
from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.disclosure_control.serialise import bounds
from pactwerk.figures.indicators import Indicator
from pactwerk.figures.notebook.picture import Picture

COLORS = ("#154273", "#a90061", "#39870c", "#ca4a00", "#275937", "#42145f", "#007bc7", "#8fcae7")
Spec = dict[str, Any]


def draw(table: PublishableTable, found: Indicator, place: str, *, dutch: bool) -> Picture:
    """One picture of a table: over time when it has several periods, else its breakdown as bars."""
    data = list(_data(table, dutch=dutch))
    periods = sorted({datum["period"] for datum in data})
    unit = found.unit if dutch else found.unit_en
    layers = _over_time(unit) if len(periods) > 1 else _bars(unit)
    name = found.name_nl if dutch else found.name_en
    title: Spec = {"text": f"{name}, {place}", "anchor": "start"}
    said = _said(table, dutch=dutch)
    if said:
        title["subtitle"] = said
    spec: Spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "title": title,
        "width": 560,
        "data": {"values": data},
        "layer": layers,
        "config": {"range": {"category": list(COLORS)}, "axis": {"labelLimit": 0}},
    }
    return Picture(spec, ". ".join([f"{found.code} {name}, {place}", *said, _range(table)]), dutch)


def _data(table: PublishableTable, *, dutch: bool) -> Iterator[Spec]:
    """One datum a figure; `run` changes at every break, so that no line crosses one."""
    runs: dict[tuple[str, ...], int] = {}
    for row, broken in zip(table, table.break_texts(), strict=True):
        key = (_series(row, dutch=dutch), row.definition, row.basis)
        runs[key] = runs.get(key, 0) + bool(broken)
        value, low, high = bounds(row)
        yield {
            "period": row.period,
            "series": key[0],
            "value": float(value) if value else None,
            "low": float(low) if low else None,
            "high": float(high) if high else None,
            "run": "|".join((*key, str(runs[key]))),
            "status": row.status,
        }


_BASES = {"computed": ("berekend", "computed"), "published": ("gepubliceerd", "published"), "own": ("eigen", "own")}


_WORDS = {"track": TRACKS, "sex": SEXES, "profile": PROFILES, "pathway": PATHWAYS, "domain": EDUCATION_LEVELS}


def _named(dimension: str, code: str, *, dutch: bool) -> str:
    """One value of a breakdown in words; a code without a name stands as it is."""
    if dimension in ("municipality", "province"):
        try:
            place = area(code)
        except UnknownArea:
            return code
        return place.name_nl if dutch else place.name_en
    term = _WORDS.get(dimension, {}).get(code)
    if term is None:
        return code
    return term.name_nl if dutch else term.name_en


def _series(row: Row, *, dutch: bool) -> str:
    basis = _BASES[row.basis][not dutch]
    parts = [_named(name, code, dutch=dutch) for name, code in row.by.items()]
    return ", ".join([*parts, *([basis] if not parts or row.basis != "computed" else [])])


def _over_time(unit: str) -> list[Spec]:
    x = {"field": "period", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}}
    y = {"field": "value", "type": "quantitative", "title": unit}
    color = {"field": "series", "type": "nominal", "title": None, "legend": {"orient": "top", "columns": 3}}
    known = [{"filter": "datum.value !== null"}]
    hidden = [{"filter": "datum.low !== null && datum.low !== datum.high"}]
    ends = {"y": {"field": "low", "type": "quantitative", "title": unit}, "y2": {"field": "high"}}
    return [
        {"transform": hidden, "mark": {"type": "rule", "strokeWidth": 3}, "encoding": {"x": x, **ends, "color": color}},
        {"transform": known, "mark": "line", "encoding": {"x": x, "y": y, "color": color, "detail": {"field": "run"}}},
        {"transform": known, "mark": {"type": "point", "filled": True}, "encoding": {"x": x, "y": y, "color": color}},
    ]


def _bars(unit: str) -> list[Spec]:
    y = {"field": "series", "type": "nominal", "sort": None, "title": None}
    exact = [{"filter": "datum.value !== null"}]
    hidden = [{"filter": "datum.low !== null && datum.low !== datum.high"}]
    ends = {"x": {"field": "low", "type": "quantitative", "title": unit}, "x2": {"field": "high"}}
    value = {"field": "value", "type": "quantitative", "title": unit}
    return [
        {"transform": exact, "mark": {"type": "bar", "color": COLORS[0]}, "encoding": {"y": y, "x": value}},
        {"transform": hidden, "mark": {"type": "rule", "strokeWidth": 3}, "encoding": {"y": y, **ends}},
    ]


def _said(table: PublishableTable, *, dutch: bool) -> list[str]:
    """What must stand beside the picture: example data, and where no line may be drawn."""
    said = ["VOORBEELDGEGEVENS" if dutch else "EXAMPLE DATA (voorbeeldgegevens)"] if table.example else []
    word = "breuk tussen" if dutch else "break between"
    return said + [f"{word} {before} / {after}" for before, after in table.breaks()]


def _range(table: PublishableTable) -> str:
    rows: Sequence[Row] = [row for row in table if row.value is not None]
    if not rows:
        return "-"
    ends = (min(rows, key=lambda row: row.value or 0.0), max(rows, key=lambda row: row.value or 0.0))
    return " … ".join(f"{bounds(row)[0]} {row.unit} ({row.period})" for row in ends)
