"""What belongs beside an indicator's figures: declared breaks, related indicators, shortage in country and region."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pactwerk.figures.disclosure_control import Row
from pactwerk.figures.indicators import indicator
from pactwerk.figures.indicators.breaks import breaks_of
from pactwerk.figures.indicators.published import published_figures
from pactwerk.figures.indicators.related import SHORTAGE, related
from pactwerk.figures.indicators.rules import classify
from pactwerk.web.design.wording import area_name, name_of, note_text
from pactwerk.web.public.figures.question import Question


@dataclass(frozen=True)
class ShownBreak:
    """One declared break: from which period or between which editions, what it does, and where that is written."""

    since: str
    effect: str
    comparable: bool
    reference: str


def breaks_of_indicator(code: str) -> tuple[ShownBreak, ...]:
    """The declared breaks of an indicator, in words."""
    return tuple(
        ShownBreak(entry.since or entry.editions, note_text(entry.effect), entry.comparable, entry.reference)
        for entry in breaks_of(code)
    )


@dataclass(frozen=True)
class ShortageFigure:
    """One published figure of shortage with its place, moment, class and source."""

    row: Row
    area: str
    country: bool
    label: str
    source: str


def shortage_figures(code: str) -> tuple[ShortageFigure, ...]:
    """For an indicator of shortage its published figures, the country first, newest first; else nothing."""
    if code not in SHORTAGE:
        return ()
    rows = sorted(published_figures(code).rows, key=lambda row: row.period, reverse=True)
    rows.sort(key=lambda row: row.area != "NL")
    return tuple(_shortage(row) for row in rows)


def _shortage(row: Row) -> ShortageFigure:
    sources = dict.fromkeys(source.label for source in row.sources)
    return ShortageFigure(row, area_name(row.area), row.area == "NL", _class_of(row), "; ".join(sources))


def _class_of(row: Row) -> str:
    """The publisher's word for the value; empty where nobody classifies it, or a class limit lies inside its bounds."""
    day = _day(row.period)
    if row.value is None or day is None:
        return ""
    label = classify(row.indicator, row.value, day)
    return note_text(label.name) if label else ""


def _day(period: str) -> date | None:
    """The first day of the year that a period begins with."""
    year = re.match(r"(\d{4})", period)
    return date(int(year[1]), 1, 1) if year else None


@dataclass(frozen=True)
class RelatedIndicator:
    """Another indicator with the sentence that says how the two hang together."""

    code: str
    name: str
    url: str
    text: str


def related_to(question: Question) -> tuple[RelatedIndicator, ...]:
    """The linked indicators of education and work (A164), for the same area."""
    found = []
    for relation in related(question.indicator.code):
        other = question.with_(indicator=indicator(relation.code), by=(), definition=None, period="all")
        found.append(
            RelatedIndicator(relation.code, name_of(other.indicator), other.url(), note_text(relation.sentence))
        )
    return tuple(found)
