"""Which flows that persons were followed for show a passage of the chain: public kept sets and published passages."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.http import urlencode

from pactwerk.basis import places
from pactwerk.figures.flows.flow import Flow
from pactwerk.web.public.flows.asking import Asked, FlowSource
from pactwerk.web.public.flows.kept_sets import kept_sets
from pactwerk.web.public.flows.sources import passages

Levels = tuple[tuple[str, ...], tuple[str, ...]]
"""The levels a passage leaves and those it reaches."""


@dataclass(frozen=True)
class Shown:
    """A flow that shows a passage, and its page for the area of the chain."""

    name: str
    kind: str
    url: str
    levels: frozenset[tuple[str, str]]

    def shows(self, passage: Levels) -> bool:
        """Whether any of its links goes from one of the first levels to one of the second."""
        return any(source in passage[0] and target in passage[1] for source, target in self.levels)


def followed_flows(area: places.Area) -> tuple[Shown, ...]:
    """Every public kept set that has this area, then the published passages, which are of the country."""
    kept = [source for source in kept_sets() if area.code in (source.choices.areas or ())]
    asked = [(source, Asked(area.code, next(iter(source.choices.starts), ""))) for source in kept]
    return tuple(_shown(*pair) for pair in (*asked, *((source, Asked()) for source in passages())))


def _shown(source: FlowSource, asked: Asked) -> Shown:
    query = f"?{urlencode({'gebied': asked.area})}" if source.choices.areas else ""
    return Shown(source.name, source.kind, source.url + query, _levels(source.read(asked)))


def _levels(flow: Flow) -> frozenset[tuple[str, str]]:
    return frozenset((_level(row.by["from"]), _level(row.by["to"])) for row in flow.links.rows)


def _level(state: str) -> str:
    return state.partition(":")[0]
