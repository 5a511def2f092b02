"""The Vega specification of a Sankey diagram: how its data are stacked, and its marks."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from pactwerk.web.design.charts import palette

Spec = dict[str, Any]
BAR = 14
"""Width of a node."""
LINE = 16
"""Height of a line of a name."""


def specification(  # noqa: PLR0913, PLR0917  -- the parts of one specification
    width: int, height: int, scale: float, nodes: list[Spec], links: list[Spec], heads: list[Spec], example: bool
) -> Spec:
    """All parts as one specification; `scale` is drawing units a person."""
    marks = [_bands(), _bars(), *_names(), _heads()]
    return {
        "$schema": "https://vega.github.io/schema/vega/v5.json",
        "width": width,
        "height": height,
        "padding": 2,
        "autosize": "none",
        "background": palette.BACKGROUND,
        "signals": [{"name": "unit", "value": scale}],
        "data": [
            {"name": "nodes", "values": nodes, "transform": _stacked_nodes()},
            {"name": "links", "values": links, "transform": _stacked_links()},
            {"name": "heads", "values": heads},
        ],
        "marks": [*marks, *([_example(width)] if example else [])],
    }


def _formula(name: str, expression: str) -> Spec:
    return {"type": "formula", "as": name, "expr": expression}


def _stacked_nodes() -> list[Spec]:
    """Each node in the middle of its room, the rooms of a column below each other."""
    return [
        {"type": "stack", "groupby": ["column"], "field": "room", "as": ["r0", "r1"]},
        _formula("y0", "datum.top + datum.r0 + (datum.room - datum.size * unit) / 2"),
        _formula("y1", "datum.y0 + max(datum.size * unit, 1.5)"),
    ]


def _stacked_links() -> list[Spec]:
    """Where a band leaves and arrives: stacked in the order of the nodes on the other side."""
    by_target, by_source = {"field": "targetPlace"}, {"field": "sourcePlace"}
    return [
        {"type": "stack", "groupby": ["source"], "sort": by_target, "field": "size", "as": ["s0", "s1"]},
        {"type": "stack", "groupby": ["target"], "sort": by_source, "field": "size", "as": ["t0", "t1"]},
        {"type": "lookup", "from": "nodes", "key": "key", "fields": ["source", "target"], "as": ["from", "to"]},
        _formula("sx", f"datum.from.x + {BAR}"),
        _formula("tx", "datum.to.x"),
        _formula("sy", "datum.from.y0 + unit * (datum.s0 + datum.s1) / 2"),
        _formula("ty", "datum.to.y0 + unit * (datum.t0 + datum.t1) / 2"),
        {
            "type": "linkpath",
            "orient": "horizontal",
            "shape": "diagonal",
            "sourceX": "sx",
            "sourceY": "sy",
            "targetX": "tx",
            "targetY": "ty",
        },
    ]


def _bands() -> Spec:
    """Bands as wide as they count; what is known as bounds only is hatched, as wide as the upper bound."""
    look = {
        "path": {"field": "path"},
        "stroke": {"field": "color"},
        "strokeWidth": {"signal": "max(datum.size * unit, 1.5)"},
        "strokeOpacity": {"signal": "datum.hidden ? 0.6 : 0.4"},
        "strokeDash": {"signal": "datum.hidden ? [2, 4] : null"},
        "description": {"field": "anchor"},
    }
    return {"type": "path", "from": {"data": "links"}, "encode": {"enter": look}}


def _bars() -> Spec:
    look = {
        "x": {"field": "x"},
        "width": {"value": BAR},
        "y": {"field": "y0"},
        "y2": {"field": "y1"},
        "fill": {"signal": f"datum.hidden ? '{palette.BACKGROUND}' : datum.color"},
        "stroke": {"field": "color"},
        "strokeDash": {"signal": "datum.hidden ? [3, 2] : null"},
        "description": {"field": "anchor"},
    }
    return {"type": "rect", "from": {"data": "nodes"}, "encode": {"enter": look}}


def _text(size: int = 13) -> Spec:
    return {
        "font": {"value": palette.FONT},
        "fontSize": {"value": size},
        "fill": {"value": palette.INK},
        "lineHeight": {"value": LINE},
        "baseline": {"value": "middle"},
    }


def _names() -> list[Spec]:
    """Each name twice: a white edge first, so that it stays readable on a band."""
    place = {
        **_text(),
        "x": {"signal": f"datum.x + {BAR + 5}"},
        "y": {"signal": "(datum.y0 + datum.y1) / 2 + datum.rise"},
        "text": {"signal": "split(datum.text, '\\n')"},
    }
    edge = {"stroke": {"value": palette.BACKGROUND}, "strokeWidth": {"value": 3.5}, "strokeJoin": {"value": "round"}}
    source = {"from": {"data": "nodes"}, "type": "text"}
    return [{**source, "encode": {"enter": {**place, **edge}}}, {**source, "encode": {"enter": place}}]


def _heads() -> Spec:
    look = {
        **_text(13),
        "fontWeight": {"value": 700},
        "baseline": {"value": "top"},
        "x": {"field": "x"},
        "y": {"field": "y"},
        "text": {"signal": "split(datum.text, '\\n')"},
    }
    return {"type": "text", "from": {"data": "heads"}, "encode": {"enter": look}}


def _example(width: int) -> Spec:
    """*voorbeeldgegevens* inside the drawing, so that it stays on a copy of it."""
    look = {
        **_text(14),
        "fill": {"value": palette.EXAMPLE},
        "fontWeight": {"value": 700},
        "fontStyle": {"value": "italic"},
        "align": {"value": "right"},
        "x": {"value": width - 4},
        "y": {"value": 10},
        "text": {"value": _("voorbeeldgegevens")},
    }
    return {"type": "text", "encode": {"enter": look}}
