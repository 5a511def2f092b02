"""What a reader asks of a flow, read from the address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from pactwerk.basis import places
from pactwerk.figures.flows.flow import Flow
from pactwerk.web.design.charts.sankey_graph import Key, ends
from pactwerk.web.design.wording import dimension_name
from pactwerk.web.public.explaining import Unanswerable, Way
from pactwerk.web.public.figures.question import read_area
from pactwerk.web.public.flows.asking import Asked, FlowSource

SPLITS = ("sex", "sector", "profile")
NODE = re.compile(r"(\d{1,2})\.([\w:~-]{1,80})")


@dataclass(frozen=True)
class FlowQuestion:
    """One flow, optionally beside the same flow of another area or another first year."""

    source: FlowSource
    area: places.Area
    start: str
    track: str
    split: str
    other_area: places.Area | None = None
    other_start: str = ""
    node: Key | None = None

    @property
    def asked(self) -> Asked:
        """The flow itself."""
        return Asked(self.area.code, self.start, self.track, (self.split,) if self.split else ())

    @property
    def other(self) -> Asked | None:
        """The flow that stands beside it; None where nothing is compared."""
        if self.other_area is None and not self.other_start:
            return None
        area = self.other_area or self.area
        return replace(self.asked, area=area.code, start=self.other_start or self.start)

    def query_string(self, node: Key | None = None) -> str:
        """The question as the part of the address after `?`, with the numbers of a node opened."""
        pairs = [
            ("gebied", self.area.code if self.source.choices.areas != () else ""),
            ("begin", self.start if len(self.source.choices.starts) > 1 else ""),
            ("leerweg", self.track),
            ("per", self.split),
            ("naast_gebied", self.other_area.code if self.other_area else ""),
            ("naast_begin", self.other_start),
            ("knoop", f"{node[0]}.{node[1]}" if node else ""),
        ]
        return urlencode([(name, value) for name, value in pairs if value])

    def url(self, name: str = "flow") -> str:
        """Address of this question as page, csv or json."""
        query = self.query_string()
        return reverse(f"public:{name}", args=[self.source.code]) + (f"?{query}" if query else "")


def read_question(source: FlowSource, query: QueryDict) -> FlowQuestion:
    """Read the address; raises `Unanswerable` with what can be asked instead."""
    choices = source.choices
    start = (
        _one_of(query.get("begin", ""), choices.starts, _("begin"), source)
        or choices.start
        or next(iter(choices.starts), "")
    )
    split = _one_of(query.get("per", ""), choices.splits, _("uitsplitsing"), source)
    other_start = _one_of(query.get("naast_begin", ""), choices.starts, _("begin"), source)
    other_area = _area(query.get("naast_gebied", ""), source)
    found = FlowQuestion(
        source=source,
        area=_area(query.get("gebied", ""), source) or _first_area(source),
        start=start,
        track=_one_of(query.get("leerweg", ""), choices.tracks, _("leerweg"), source),
        split=split,
        other_area=other_area,
        other_start="" if other_start == start else other_start,
        node=_node(query.get("knoop", ""), source),
    )
    found = replace(found, other_area=None) if found.other_area == found.area else found
    if sum(map(bool, (found.split, found.other_area, found.other_start))) > 1:
        text = _("Kies één vergelijking tegelijk: een uitsplitsing, of een ander gebied of beginjaar.")
        raise _wrong(text, source)
    return found


def _one_of(value: str, known: Sequence[str], name: str, source: FlowSource) -> str:
    if value and value not in known:
        shown = ", ".join(map(_offered, known)) or _("niets")
        parts = {"name": name, "value": value[:40], "known": shown}
        raise _wrong(_("“%(value)s” is hier geen %(name)s; wel: %(known)s.") % parts, source)
    return value


def _offered(value: str) -> str:
    """What can be written in the address, with its name where that is another word: `sex` (geslacht)."""
    name = split_name(value) if value in SPLITS else value
    return value if name == value else f"{value} ({name[:1].lower()}{name[1:]})"


def split_name(split: str) -> str:
    """What a flow is split by, in the reader's language."""
    return {"sector": _("Sector"), "profile": _("Profiel")}.get(split) or dimension_name(split)


def _area(code: str, source: FlowSource) -> places.Area | None:
    if not code:
        return None
    area = read_area(code)
    known = source.choices.areas
    if known is not None and area.code not in known:
        raise _wrong(_("Van dit gebied zijn hier geen stromen: %(code)s.") % {"code": area.code}, source)
    return area


def _first_area(source: FlowSource) -> places.Area:
    known, usual = source.choices.areas, source.choices.area
    return places.area(usual if not known or usual in known else known[0])


def _node(text: str, source: FlowSource) -> Key | None:
    if not text:
        return None
    match = NODE.fullmatch(text)
    if match is None:
        raise _wrong(_("Een knoop is een moment en een plaats, zoals 0.vo:kb."), source)
    return int(match[1]), match[2]


def check_node(question: FlowQuestion, flows: Sequence[Flow]) -> None:
    """Raise `Unanswerable` (404) when the asked node is in none of the flows."""
    if question.node is None:
        return
    links = [row for flow in flows for row in flow.links.rows]
    held = {(int(row.by["stage"]), row.by["state"]) for flow in flows for row in flow.stocks.rows}
    if question.node not in held.union(*(ends(row) for row in links)):
        way = Way(question.source.name, replace(question, node=None).url())
        raise Unanswerable(_("Deze plaats is er niet"), _("Deze plaats komt op dat moment niet voor."), (way,))


def _wrong(text: str, source: FlowSource) -> Unanswerable:
    return Unanswerable(_("Deze vraag klopt niet"), text, (Way(source.name, source.url),), status=400)
