"""The sides of a page: one flow, or several beside each other on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.flows.flow import LINK, STOCK, Flow
from pactwerk.web.design.charts.sankey_graph import Key, ends
from pactwerk.web.design.charts.sankey_sentences import stage_head
from pactwerk.web.design.wording import area_name, member_name
from pactwerk.web.public.flows.question import FlowQuestion

LinkKey = tuple[Key, Key]
_BOYS_OFF_GIRLS = {"male": "1", "female": "2"}
MOST = 6
"""More pictures than this are not drawn; the table has all."""


@dataclass(frozen=True)
class Side:
    """One flow under a name: an area, a first year, or one value of the breakdown."""

    name: str
    flow: Flow
    links: PublishableTable
    stocks: PublishableTable
    rank: str = ""
    """Of two sides the one that sorts lower is taken off the other: earlier years off later, boys off girls."""

    def link_rows(self) -> dict[LinkKey, Row]:
        """The figure of every link."""
        return {ends(row): row for row in self.links.rows}

    def stock_rows(self) -> dict[Key, Row]:
        """The figure of every stock."""
        return {(int(row.by["stage"]), row.by["state"]): row for row in self.stocks.rows}


def sides_of(question: FlowQuestion, flow: Flow, other: Flow | None) -> tuple[Side, ...]:
    """The flow and the one beside it; or a side for each value of its breakdown."""
    if other is not None:
        names = _names(question)
        pairs = zip(names, (flow, other), strict=True)
        ranks = (question.asked.start, asked_beside.start if (asked_beside := question.other) else "")
        return tuple(
            Side(name, each, each.links, each.stocks, rank) for (name, each), rank in zip(pairs, ranks, strict=True)
        )
    extra = [name for name in flow.links.dimensions if name not in LINK]
    if not extra:
        return (Side("", flow, flow.links, flow.stocks),)
    return _by_value(flow, extra[0])


def _names(question: FlowQuestion) -> tuple[str, str]:
    asked, beside = question.asked, question.other
    assert beside is not None
    both = [area_name(asked.area), area_name(beside.area)]
    if asked.start != beside.start:
        starts = (asked.start, beside.start)
        return (
            (starts[0], starts[1])
            if asked.area == beside.area
            else (
                f"{both[0]}, {starts[0]}",
                f"{both[1]}, {starts[1]}",
            )
        )
    return both[0], both[1]


def _by_value(flow: Flow, dimension: str) -> tuple[Side, ...]:
    """A side for every value; rows that are not broken down are the whole and no side of their own."""
    found = [row.by.get(dimension, "") for table in (flow.links, flow.stocks) for row in table.rows]
    values = [value for value in dict.fromkeys(found) if value] or [""]
    return tuple(
        Side(
            member_name(dimension, value) if value else "",
            flow,
            _only(flow.links, dimension, value),
            _only(flow.stocks, dimension, value),
            _BOYS_OFF_GIRLS.get(value, ""),
        )
        for value in values
    )


def moment(sides: Sequence[Side], stage: int) -> str:
    """A moment in words; where the flow of one side ended before it, that of the other."""
    return next(stage_head(side.flow, stage) for side in sides if stage < len(side.flow.stages))


def turned(sides: Sequence[Side]) -> bool:
    """Whether of two sides the second is taken off the first, because the first is the later."""
    return len(sides) == 2 and sides[0].rank > sides[1].rank


def subtraction(sides: Sequence[Side]) -> str:
    """Which side is taken off which, by name; empty where there are not two."""
    if len(sides) != 2:
        return ""
    taken, of = reversed(sides) if turned(sides) else sides
    return _("%(one)s min %(other)s") % {"one": of.name, "other": taken.name}


def _only(table: PublishableTable, dimension: str, value: str) -> PublishableTable:
    return table.select(**{dimension: value}) if value and dimension in table.dimensions else table


__all__ = ["MOST", "STOCK", "LinkKey", "Side", "moment", "sides_of", "subtraction", "turned"]
