"""What a Sankey diagram is drawn from: nodes (stage and state) and bands between them, with their bounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.naming import OUTSIDE
from pactwerk.web.design import numbers, wording

MOST = 12
"""Nodes that one stage can carry; the smallest beyond them are drawn together, the table has each."""
OTHERS = "overig"
APART = (OUTSIDE, "nieuw", "uit-onderwijs")
"""States of who was or is not in publicly funded education."""
Key = tuple[int, str]


def bounds(row: Row) -> tuple[float, float]:
    """The least and the most it can be; (0, 0) where nothing at all is known."""
    if row.value is not None:
        return row.value, row.value
    high = row.high if row.high is not None else row.low or 0.0
    return row.low or 0.0, high


@dataclass(frozen=True)
class Node:
    """A state at a stage; `states` has several where the smallest are drawn together."""

    stage: int
    state: str
    name: str
    states: tuple[str, ...]
    size: float
    """The most that can be in it, go into it or leave it: its height."""
    hidden: bool
    """Whether its stock is known as bounds only."""
    text: str
    """Its stock as it is shown; empty where there is none to show."""

    @property
    def key(self) -> Key:
        """What a band is tied to."""
        return self.stage, self.state


@dataclass(frozen=True)
class Band:
    """The links between two nodes; `high` is its width, `hidden` that it is known as bounds only."""

    source: Key
    target: Key
    low: float
    high: float
    rows: tuple[Row, ...]

    @property
    def hidden(self) -> bool:
        """Whether a publisher or the protection hid the exact number."""
        return self.low != self.high


@dataclass(frozen=True)
class Graph:
    """Everything of one picture, in the order in which it is drawn."""

    nodes: tuple[Node, ...]
    bands: tuple[Band, ...]

    def stage(self, number: int) -> tuple[Node, ...]:
        """The nodes of one stage from top to bottom."""
        return tuple(node for node in self.nodes if node.stage == number)

    def joined(self, first: int, last: int) -> frozenset[Key]:
        """The nodes that a band between these stages leaves or reaches."""
        between = [band for band in self.bands if first <= band.source[0] < last]
        return frozenset(key for band in between for key in (band.source, band.target))

    @property
    def largest(self) -> float:
        """The largest sum of a stage."""
        totals: dict[int, float] = defaultdict(float)
        for node in self.nodes:
            totals[node.stage] += node.size
        return max(totals.values(), default=0.0)


def state_name(flow: Flow, state: str) -> str:
    """The name of a state in the reader's language; its code where the flow names it not."""
    return wording.note_text(flow.words[state]) if state in flow.words else state


def graph(flow: Flow, links: PublishableTable, stocks: PublishableTable) -> Graph:
    """The picture of these tables of a flow; links of nobody are left to the table."""
    rows = [row for row in links.rows if bounds(row)[1] > 0]
    held = {_stock_key(row): row for row in stocks.rows}
    sizes = _sizes(rows, held)
    homes = _homes(sizes)
    return Graph(tuple(_nodes(flow, homes, sizes, held)), tuple(_bands(rows, homes)))


def _stock_key(row: Row) -> Key:
    return int(row.by["stage"]), row.by["state"]


def ends(row: Row) -> tuple[Key, Key]:
    """The nodes that a row of links joins."""
    stage = int(row.by["stage"])
    return (stage, row.by["from"]), (stage + 1, row.by["to"])


def _sizes(rows: Sequence[Row], held: Mapping[Key, Row]) -> dict[Key, float]:
    flows_in: dict[Key, float] = defaultdict(float)
    flows_out: dict[Key, float] = defaultdict(float)
    for row in rows:
        source, target = ends(row)
        flows_out[source] += bounds(row)[1]
        flows_in[target] += bounds(row)[1]
    stocks = {key: bounds(row)[1] for key, row in held.items()}
    keys = dict.fromkeys([*stocks, *flows_out, *flows_in])
    found = {key: max(stocks.get(key, 0.0), flows_in[key], flows_out[key]) for key in keys}
    return {key: size for key, size in found.items() if size > 0}


def _order(flow: Flow) -> Mapping[str, int]:
    return {state: place for place, state in enumerate(flow.words)}


def _homes(sizes: Mapping[Key, float]) -> dict[Key, Key]:
    """The drawn node of every node: itself, or the node of all that is too small to be drawn alone."""
    homes: dict[Key, Key] = {}
    for stage in sorted({stage for stage, _state in sizes}):
        keys = sorted((key for key in sizes if key[0] == stage), key=lambda key: (-sizes[key], key))
        alone = keys if len(keys) <= MOST else _alone(keys)
        homes |= {key: key if key in alone else (stage, OTHERS) for key in keys}
    return homes


def _alone(keys: Sequence[Key]) -> set[Key]:
    """The largest, and whoever is in no education: they are never drawn with the small ones."""
    apart = [key for key in keys if key[1] in APART]
    places = [key for key in keys if key[1] not in APART]
    return {*apart, *places[: MOST - 1 - len(apart)]}


def _nodes(flow: Flow, homes: Mapping[Key, Key], sizes: Mapping[Key, float], held: Mapping[Key, Row]) -> Iterable[Node]:
    members: dict[Key, list[Key]] = defaultdict(list)
    for key, home in homes.items():
        members[home].append(key)
    order = _order(flow)
    for home in sorted(members, key=lambda key: (key[0], key[1] == OTHERS, order.get(key[1], len(order)), key[1])):
        inside = members[home]
        row = held.get(home) if len(inside) == 1 else None
        name = state_name(flow, home[1])
        if len(inside) > 1:
            name = _("overig (%(n)s plaatsen)") % {"n": len(inside)}
        yield Node(
            stage=home[0],
            state=home[1],
            name=name,
            states=tuple(state for _stage, state in inside),
            size=sum(sizes[key] for key in inside),
            hidden=row is not None and row.value is None,
            text=numbers.figure_text(row, 1) if row else "",
        )


def _bands(rows: Sequence[Row], homes: Mapping[Key, Key]) -> Iterable[Band]:
    gathered: dict[tuple[Key, Key], list[Row]] = defaultdict(list)
    for row in rows:
        source, target = ends(row)
        gathered[homes[source], homes[target]].append(row)
    for (source, target), inside in gathered.items():
        known = [bounds(row) for row in inside]
        yield Band(source, target, sum(low for low, _h in known), sum(high for _l, high in known), tuple(inside))
