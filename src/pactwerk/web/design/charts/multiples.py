"""Small multiples: the same line chart once for every value of a breakdown, on one scale."""

from __future__ import annotations

from typing import Any

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.web.design import wording
from pactwerk.web.design.charts import palette
from pactwerk.web.design.charts.line import NARROW, WIDE, Look, Size, example_title, x_axis, y_axis
from pactwerk.web.design.charts.series import Point, points

Spec = dict[str, Any]
COLUMNS = {WIDE.name: 3, NARROW.name: 1}


def _panel(point: Point, dimension: str) -> str:
    row = point.row
    return wording.area_name(row.area) if dimension == "area" else wording.member_name(dimension, row.by[dimension])


def multiples_spec(table: PublishableTable, dimension: str, size: Size) -> Spec:
    """One panel for each value of `dimension` ("area" for areas); no line across a break in any of them."""
    marks = [point for point in points(table) if dimension == "area" or dimension in point.row.by]
    columns = COLUMNS[size.name]
    width = (size.width - 60 - 24 * columns) // columns
    small = Size(size.name, width, 150, 2, 0)
    x, y = x_axis(table, (), small), y_axis(marks, ())
    look = Look.of(marks)
    data = [
        {
            "x": point.x,
            "value": point.row.value,
            "run": point.run,
            "basis": wording.basis_name(point.row.basis),
            "panel": _panel(point, dimension),
        }
        for point in marks
        if point.row.value is not None
    ]
    panels = list(dict.fromkeys(datum["panel"] for datum in data))
    stroke = {"type": "line", "strokeWidth": 2.5, "color": palette.SERIES[0]}
    encoding = {"x": x, "y": y}
    lines = {"detail": {"field": "run", "type": "nominal"}, "strokeDash": look.by_basis(palette.DASHES)}
    dots = {"type": "point", "filled": True, "size": 45, "opacity": 1, "color": palette.SERIES[0]}
    spec: Spec = {
        "data": {"values": data},
        "columns": columns,
        "spacing": 24,
        **example_title(table),
        "facet": {"field": "panel", "type": "nominal", "sort": panels},
        "spec": {
            "width": width,
            "height": 150,
            "layer": [
                {"mark": stroke, "encoding": {**encoding, **lines}},
                {"mark": dots, "encoding": {**encoding, "shape": look.by_basis(palette.SHAPES)}},
            ],
        },
    }
    return spec
