"""A Sankey diagram as a Vega specification: stacked by Vega's transforms, its bands by `linkpath`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pactwerk.web.design.charts import palette
from pactwerk.web.design.charts.labels import broken
from pactwerk.web.design.charts.line import Size
from pactwerk.web.design.charts.sankey_graph import APART, OTHERS, Graph, Node
from pactwerk.web.design.charts.sankey_marks import BAR, LINE, Spec, specification

MARGIN, MARGIN_NARROW = 170, 144
"""Room for the names of the last column."""
PAD = 10
HEIGHT, HEIGHT_NARROW = 360, 260
"""What the largest stage takes when its nodes stand close together."""
MOST_COLUMNS = 6
"""More stages than this do not fit a wide screen beside each other."""
QUIET = "#4f626b"
COLORS = tuple(color for color in palette.SERIES if color != QUIET)
_OWN = {
    **{f"vo:{track}": place for place, track in enumerate(("bb", "kb", "gl", "tl", "havo", "vwo", "pro", "brug"))},
    **{f"mbo:{level}": place for place, level in enumerate(("1", "2", "3", "4"), 4)},
}
"""Which colour a track or a level has on every page, whatever else is in the picture; fields of one track differ."""
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
    lanes = list(dict.fromkeys(_lane(state) for state in states if not state.startswith((BALANCE, *APART))))
    alike = Counter(_track(lane) for lane in lanes)
    colors = {
        lane: COLORS[(_OWN[_track(lane)] if _track(lane) in _OWN and alike[_track(lane)] == 1 else place) % len(COLORS)]
        for place, lane in enumerate(lanes)
    }
    return {state: colors.get(_lane(state), QUIET) for state in states} | {OTHERS: QUIET}


def _track(lane: str) -> str:
    """Level and track without the field."""
    return ":".join(lane.split(":")[:2])


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
    return specification(size.width, round(top), scale, nodes, links, heads, picture.example)


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
