"""What a reader asks of an indicator, read from the address: area, period, breakdown, comparison, definition."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from pactwerk.basis import places
from pactwerk.basis.dated import UnknownPeriod, parse_period
from pactwerk.figures.indicators import Indicator, catalogue
from pactwerk.figures.indicators import indicator as find_indicator
from pactwerk.figures.indicators.published import published_figures
from pactwerk.web.public.explaining import Unanswerable, Way
from pactwerk.web.public.words import in_language

ALL_PERIODS = "all"
MAX_AREAS = 12  # more lines than this in one chart cannot be told apart; the table would be unreadable at 320 px


@dataclass(frozen=True)
class Question:
    """One indicator for one area, optionally beside other areas; `period` is a period or "all"."""

    indicator: Indicator
    area: places.Area
    period: str
    by: tuple[str, ...]
    compare: tuple[places.Area, ...]
    definition: str | None
    borders: int | None = None
    """The year in whose municipal borders every period is told; None: as the files say it."""
    editions: bool = False
    """Whether every publication edition is asked: what was known when."""
    estimate: bool = False
    """Whether an estimate, marked, may stand where hidden cells leave bounds only."""

    @property
    def areas(self) -> tuple[places.Area, ...]:
        """The asked area first, then those it is compared with, each once."""
        return (self.area, *(a for a in self.compare if a.code != self.area.code))

    @property
    def is_series(self) -> bool:
        """Whether all periods are asked."""
        return self.period == ALL_PERIODS

    def with_(self, **changes: object) -> Question:
        """The same question with parts changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # names are checked by dataclasses.replace

    def query_string(self) -> str:
        """The question as the part of the address after `?`; parts left at their default are left out."""
        pairs = [("gebied", self.area.code)]
        pairs += [] if self.is_series else [("periode", self.period)]
        pairs += [("per", dimension) for dimension in self.by]
        pairs += [("vergelijk", a.code) for a in self.areas[1:]]
        pairs += [("definitie", self.definition)] if self.definition else []
        pairs += [("grenzen", str(self.borders))] if self.borders else []
        pairs += [("edities", "alle")] if self.editions else []
        pairs += [("schatting", "ja")] if self.estimate else []
        return urlencode(pairs)

    def url(self, name: str = "indicator") -> str:
        """Address of this question on one of the indicator's pages (indicator, map, provenance, csv, json)."""
        return f"{reverse(f'public:{name}', args=[self.indicator.code])}?{self.query_string()}"


def read_question(code: str, query: QueryDict) -> Question:
    """Read the address; raises `Unanswerable` with a helpful text for anything that does not exist."""
    indicator = read_indicator(code)
    areas = [read_area(value) for value in [*_values(query, "vergelijk"), *_values(query, "erbij")]]
    if len(areas) > MAX_AREAS:
        raise _bad_request(_("Vergelijk ten hoogste %(n)s gebieden tegelijk.") % {"n": MAX_AREAS}, indicator)
    return Question(
        indicator=indicator,
        area=read_area(query.get("gebied") or "NL"),
        period=_read_period(query.get("periode") or ALL_PERIODS, indicator),
        by=_read_dimensions(_values(query, "per"), indicator),
        compare=tuple(dict.fromkeys(areas)),
        definition=_read_definition(query.get("definitie") or None, indicator),
        borders=_read_borders(query.get("grenzen") or "", indicator),
        editions=bool(query.get("edities")),
        estimate=bool(query.get("schatting")),
    )


def read_indicator(code: str) -> Indicator:
    """The indicator with this code in any letter case; raises `Unanswerable` with the codes that exist."""
    known = {i.code.upper(): i.code for i in catalogue()}
    if code.upper() not in known:
        raise Unanswerable(
            _("Onbekend cijfer"),
            _("Er is geen cijfer met de code “%(code)s”.") % {"code": code},
            (Way(_("Alle cijfers met hun codes"), reverse("public:catalogue")),),
        )
    return find_indicator(known[code.upper()])


def read_area(code: str) -> places.Area:
    """The area with this code; raises `Unanswerable` naming the kinds of codes that exist."""
    try:
        return places.area(code)
    except places.UnknownArea as unknown:
        ways = (Way(_("Kies een gebied"), reverse("public:area", args=["NL"])),)
        raise Unanswerable(_("Onbekend gebied"), in_language(unknown, "message"), ways) from unknown


def _values(query: QueryDict, name: str) -> list[str]:
    """Every value of a parameter, whether repeated (`per=a&per=b`) or with commas (`per=a,b`)."""
    return [part.strip() for value in query.getlist(name) for part in value.split(",") if part.strip()]


def _read_period(text: str, indicator: Indicator) -> str:
    """A school year, register date or year; or a span of years that a publication uses as its period."""
    published = {row.period for row in published_figures(indicator.code).rows}
    if text == ALL_PERIODS or text in published:
        return text
    try:
        return str(parse_period(text))
    except UnknownPeriod as unreadable:
        raise _bad_request(in_language(unreadable, "message"), indicator) from unreadable


def dimensions_of(indicator: Indicator) -> tuple[str, ...]:
    """The breakdowns it is computed for, then those it was published in."""
    published = published_figures(indicator.code)
    return tuple(dict.fromkeys([*indicator.dimensions, *(name for row in published.rows for name in row.by)]))


def _read_dimensions(names: list[str], indicator: Indicator) -> tuple[str, ...]:
    known = dimensions_of(indicator)
    wrong = [name for name in names if name not in known]
    if wrong:
        raise _bad_request(
            _("Dit cijfer kan niet worden uitgesplitst naar “%(wrong)s”; wel naar: %(known)s.")
            % {"wrong": ", ".join(wrong), "known": ", ".join(known) or _("niets")},
            indicator,
        )
    return tuple(dict.fromkeys(names))


def _read_definition(code: str | None, indicator: Indicator) -> str | None:
    known = dict.fromkeys(definition.code for definition in indicator.definitions)
    known.update(dict.fromkeys(row.definition for row in published_figures(indicator.code).rows))
    if code is not None and code not in known:
        raise _bad_request(
            _("Dit cijfer kent geen definitie “%(code)s”; wel: %(known)s.") % {"code": code, "known": ", ".join(known)},
            indicator,
        )
    return code


def _read_borders(text: str, indicator: Indicator) -> int | None:
    """A year of four digits; whether the release knows its borders is the release's to say."""
    if not text:
        return None
    if not re.fullmatch("20[0-9]{2}", text):
        raise _bad_request(_("Grenzen zijn die van een jaar, bijvoorbeeld 2024."), indicator)
    return int(text)


def _bad_request(explanation: str, indicator: Indicator) -> Unanswerable:
    name = in_language(indicator, "name")
    way = Way(name, reverse("public:indicator", args=[indicator.code]))
    return Unanswerable(_("Deze vraag klopt niet"), explanation, (way,), status=400)
