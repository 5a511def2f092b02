"""A Sankey diagram as a Vega specification: stacked by Vega's transforms, its bands by `linkpath`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pactwerk.web.design.charts import palette
from pactwerk.web.design.charts.labels import broken
from pactwerk.web.design.charts.line import Size
from pactwerk.web.design.charts.sankey_graph import OTHERS, Graph, Node

Spec = dict[str, Any]
BAR = 14
"""Width of a node."""
MARGIN, MARGIN_NARROW = 170, 144
"""Room for the names of the last column."""
LINE = 16
PAD = 10
HEIGHT, HEIGHT_NARROW = 360, 260
"""What the largest stage takes when its nodes stand close together."""
MOST_COLUMNS = 6
"""More stages than this do not fit a wide screen beside each other."""
QUIET = "#4f626b"
COLORS = tuple(color for color in palette.SERIES if color != QUIET)
BALANCE = "saldo"
"""How the states begin that are no place, but the balance of two stocks."""


@dataclass(frozen=True)
class Picture:
    """A graph with all that its drawing needs to know."""

    graph: Graph
    heads: tuple[str, ...]
    """What stands above each stage."""
    colors: dict[str, str]
    """The colour of each state, the same at every stage and in every picture beside it."""
    example: bool
    largest: float = 0.0
    """The sum that fills the height; the same for pictures on one scale. 0: the graph's own."""


def colors_of(states: Sequence[str]) -> dict[str, str]:
    """A colour for each track and field, in every grade the same; balances and what is drawn together are grey."""
    lanes = list(dict.fromkeys(_lane(state) for state in states if not state.startswith(BALANCE)))
    colors = {lane: COLORS[place % len(COLORS)] for place, lane in enumerate(lanes)}
    return {state: colors.get(_lane(state), QUIET) for state in states} | {OTHERS: QUIET}


def _lane(state: str) -> str:
    """Level, track and field of a state, without its grade."""
    return ":".join(state.split(":")[:3]).rstrip(":")


def panels(stages: int, size: Size) -> list[tuple[int, int]]:
    """Which stages stand beside each other: all, or pair by pair below each other where they do not fit."""
    if size.name == "wide" and stages <= MOST_COLUMNS:
        return [(0, stages - 1)]
    return [(stage, stage + 1) for stage in range(stages - 1)]


def sankey_spec(picture: Picture, size: Size) -> Spec:
    """The picture as one Vega specification; shapes carry the key of their link as description."""
    wide = size.name == "wide"
    scale = (HEIGHT if wide else HEIGHT_NARROW) / (picture.largest or picture.graph.largest or 1.0)
    nodes: list[Spec] = []
    links: list[Spec] = []
    heads: list[Spec] = []
    top = 26.0 if picture.example else 4.0
    for panel, (first, last) in enumerate(panels(len(picture.heads), size)):
        joined = picture.graph.joined(first, last)
        margin = MARGIN if wide else MARGIN_NARROW
        step = (size.width - margin - BAR) / (last - first)
        rooms = [step - BAR - 10] * (last - first) + [margin - 10.0]
        texts = [broken(picture.heads[stage], rooms[stage - first]) for stage in range(first, last + 1)]
        heads += [{"x": step * n, "y": top, "text": text} for n, text in enumerate(texts)]
        top += LINE * max(text.count("\n") + 1 for text in texts) + 8
        stacks = [
            [
                _node(node, panel, n, step * n, top, rooms[n], scale, picture)
                for node in picture.graph.stage(first + n)
                if node.text or node.key in joined
            ]
            for n in range(last - first + 1)
        ]
        nodes += [datum for stack in stacks for datum in stack]
        links += _links(picture, panel, first, last)
        top += max(sum(datum["room"] for datum in stack) for stack in stacks) + PAD
    return _spec(size.width, round(top), scale, nodes, links, heads, picture.example)


def node_key(panel: int, stage: int, state: str) -> str:
    """What names a drawn node; the last word is the state."""
    return f"{panel}/{stage}/{state}"


def _node(  # noqa: PLR0913, PLR0917  -- one datum of a picture
    node: Node, panel: int, column: int, x: float, top: float, room: float, scale: float, picture: Picture
) -> Spec:
    text = broken(node.name, room) + (f"\n{node.text}" if node.text else "")
    lines = text.count("\n") + 1
    return {
        "key": node_key(panel, node.stage, node.state),
        "anchor": f"n{node.stage}/{node.state}",
        "column": f"{panel}/{column}",
        "x": x,
        "top": top,
        "size": node.size,
        "room": max(node.size * scale, lines * LINE) + PAD,
        "text": text,
        "rise": -(lines - 1) * LINE / 2,
        "color": picture.colors.get(node.state, QUIET),
        "hidden": node.hidden,
    }


def _links(picture: Picture, panel: int, first: int, last: int) -> list[Spec]:
    place = {node.key: n for n, node in enumerate(picture.graph.nodes)}
    return [
        {
            "anchor": f"b{n}",
            "source": node_key(panel, *band.source),
            "target": node_key(panel, *band.target),
            "sourcePlace": place[band.source],
            "targetPlace": place[band.target],
            "size": band.high,
            "color": picture.colors.get(band.source[1], QUIET),
            "hidden": band.hidden,
        }
        for n, band in enumerate(picture.graph.bands)
        if first <= band.source[0] < last
    ]


def _spec(  # noqa: PLR0913, PLR0917  -- the parts of one specification
    width: int, height: int, scale: float, nodes: list[Spec], links: list[Spec], heads: list[Spec], example: bool
) -> Spec:
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
