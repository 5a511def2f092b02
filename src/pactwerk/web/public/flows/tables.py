"""The tables of a flow, complete: every link and every stock, of each side, with the difference of two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pactwerk.figures.disclosure_control import Row
from pactwerk.figures.flows.comparing import Bounds, bounds_of, difference, may_be_compared, share
from pactwerk.figures.flows.flow import Flow
from pactwerk.web.design import numbers
from pactwerk.web.design.charts.sankey import BALANCE
from pactwerk.web.design.charts.sankey_graph import Key, state_name
from pactwerk.web.design.wording import note_text
from pactwerk.web.public.flows.sides import LinkKey, Side, moment, turned
from pactwerk.web.public.flows.texts import difference_text, per_hundred_text, share_text, within_text

_Found = TypeVar("_Found")


@dataclass(frozen=True)
class FlowCell:
    """A figure of one side as it is shown; `share` is its part of the state it leaves."""

    text: str
    within: str = ""
    """The bounds of a rounded number, from-to; empty where it is exact or the text has them already."""
    share: str = ""


@dataclass(frozen=True)
class Change:
    """One side minus the other (`sides.subtraction` names them); `barred` where nothing may be compared."""

    text: str = ""
    points: str = ""
    barred: bool = False


@dataclass(frozen=True)
class LinkLine:
    """One link. `place` is its number in the table, to which the picture leads."""

    place: int
    key: LinkKey
    moment: str
    source: str
    target: str
    kind: str
    cells: tuple[FlowCell | None, ...]
    change: Change | None


@dataclass(frozen=True)
class StockLine:
    """One node with its stock on each side."""

    key: Key
    moment: str
    state: str
    cells: tuple[FlowCell | None, ...]
    change: Change | None
    query: str
    """The part of the address after `?` that opens the node."""


@dataclass(frozen=True)
class OpenNode:
    """The numbers of one node: its stock, what goes in, what goes out."""

    name: str
    moment: str
    stocks: tuple[tuple[str, FlowCell], ...]
    """The name of each side and the stock there."""
    arriving: tuple[LinkLine, ...]
    leaving: tuple[LinkLine, ...]


def kind_name(flow: Flow, key: LinkKey) -> str:
    """The official term of a link in the reader's language; empty where none holds."""
    from pactwerk.figures.flows.terms import CLASSES, TERMS

    code = flow.kinds.get((key[0][1], key[1][1]), "")
    term = TERMS.get(code) or CLASSES.get(code)
    return note_text(term.name) if term else code


def link_lines(sides: Sequence[Side]) -> tuple[LinkLine, ...]:
    """Every link of any side, in the order of stages and of the flow's own words."""
    rows = [side.link_rows() for side in sides]
    # whoever was not followed has no share that went anywhere: stocks side by side get no percentage
    wholes = [_wholes(side) if side.flow.followed else {} for side in sides]
    order = _Order(sides)
    keys = sorted(dict.fromkeys(key for found in rows for key in found), key=lambda key: [*map(order, key)])
    return tuple(
        LinkLine(
            place=place,
            key=key,
            moment=moment(sides, key[0][0]),
            source=_state(sides, key[0]),
            target=_state(sides, key[1]),
            kind=next((name for side in sides if (name := kind_name(side.flow, key))), ""),
            cells=tuple(_cell(row.get(key), stock.get(key[0])) for row, stock in zip(rows, wholes, strict=True)),
            change=_link_change(key, _from_to(sides, rows), _from_to(sides, wholes)) if len(sides) == 2 else None,
        )
        for place, key in enumerate(keys)
    )


def stock_lines(sides: Sequence[Side], query: Callable[[Key], str]) -> tuple[StockLine, ...]:
    """Every node of any side with its stock."""
    stocks = [side.stock_rows() for side in sides]
    befores = [_befores(side) for side in sides]
    ends = [key for side in sides for pair in side.link_rows() for key in pair]
    keys = sorted(dict.fromkeys([*(key for found in stocks for key in found), *ends]), key=_Order(sides))
    return tuple(
        StockLine(
            key=key,
            moment=moment(sides, key[0]),
            state=_state(sides, key),
            cells=tuple(_stock(found, key, before.get(key)) for found, before in zip(stocks, befores, strict=True)),
            change=_change([found.get(key) for found in _from_to(sides, stocks)]) if len(sides) == 2 else None,
            query=query(key),
        )
        for key in keys
    )


def at_node(lines: Iterable[LinkLine], node: Key) -> tuple[tuple[LinkLine, ...], tuple[LinkLine, ...]]:
    """The links into a node and the links out of it."""
    found = tuple(lines)
    return tuple(line for line in found if line.key[1] == node), tuple(line for line in found if line.key[0] == node)


def _from_to(sides: Sequence[Side], found: Sequence[_Found]) -> Sequence[_Found]:
    """What is found of both sides, what is taken off first."""
    return tuple(reversed(found)) if turned(sides) else found


def _befores(side: Side) -> Mapping[Key, Key]:
    """Of every stock of a pseudo-cohort the stock it stands beside: what S-codes give a hundred of."""
    if side.flow.followed:
        return {}
    pairs = side.link_rows()
    return {
        target: source for source, target in pairs if not any(end[1].startswith(BALANCE) for end in (source, target))
    }


def _stock(found: Mapping[Key, Row], key: Key, before: Key | None) -> FlowCell | None:
    cell = _cell(found.get(key))
    row, earlier = found.get(key), found.get(before) if before else None
    return replace(cell, share=per_hundred_text(row, earlier)) if cell and row and earlier else cell


def _wholes(side: Side) -> Mapping[Key, Row]:
    """The stocks that are split over several links; of a single link the share would say nothing."""
    ways = Counter(source for source, _target in side.link_rows())
    return {key: row for key, row in side.stock_rows().items() if ways[key] > 1}


class _Order:
    """Sorts nodes by stage, then as the words of the flows stand."""

    def __init__(self, sides: Sequence[Side]) -> None:
        words = dict.fromkeys(state for side in sides for state in side.flow.words)
        self.places = {state: place for place, state in enumerate(words)}

    def __call__(self, key: Key) -> tuple[int, int, str]:
        return key[0], self.places.get(key[1], len(self.places)), key[1]


def _state(sides: Sequence[Side], key: Key) -> str:
    flow = next((side.flow for side in sides if key[1] in side.flow.words), sides[0].flow)
    return state_name(flow, key[1])


def _cell(row: Row | None, whole: Row | None = None) -> FlowCell | None:
    if row is None:
        return None
    return FlowCell(numbers.figure_text(row, 1), within_text(row), share_text(share(row, whole)) if whole else "")


def _link_change(key: LinkKey, rows: Sequence[Mapping[LinkKey, Row]], stocks: Sequence[Mapping[Key, Row]]) -> Change:
    found = _change([row.get(key) for row in rows])
    parts = [_share(row.get(key), stock.get(key[0])) for row, stock in zip(rows, stocks, strict=True)]
    points = "" if found.barred else difference_text(difference(*parts), 1)
    return Change(found.text, points, found.barred)


def _share(row: Row | None, whole: Row | None) -> Bounds | None:
    return share(row, whole) if row and whole else None


def _change(rows: Sequence[Row | None]) -> Change:
    first, second = rows
    if first is None or second is None:
        return Change()
    if not may_be_compared(first, second):
        return Change(barred=True)
    return Change(difference_text(difference(bounds_of(first), bounds_of(second))))
