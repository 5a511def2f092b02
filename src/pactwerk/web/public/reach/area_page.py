"""What the page of the reach of an area shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.reach import ANY, AreaReach, Ground, NothingToReach, area_reach, home_share
from pactwerk.figures.reach.rows import DISTANCE
from pactwerk.figures.releases import Release
from pactwerk.web.design.wording import area_name, member_name, note_text
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.figures.map_borders import MapBorders, map_borders
from pactwerk.web.public.reach.asked import ReachForm, read_question
from pactwerk.web.public.reach.page import (
    LINES_A_PAGE,
    ReachPage,
    answering,
    current_ground,
    school_name,
    sources_of,
    without_page,
)
from pactwerk.web.public.words import in_language


@dataclass(frozen=True)
class HomeLine:
    """One home postcode: its pupils and its nearest location."""

    postcode: str
    municipality: str
    pupils: Row
    km: Row | None
    school: str


@dataclass
class AreaPage(ReachPage):
    """Reach of an area."""

    answer: AreaReach | None = None
    profiles: tuple[tuple[str, Row], ...] = ()
    borders: MapBorders | None = None
    homes: Page[HomeLine] | None = None
    official: PublishableTable | None = None
    official_lacking: str = ""


def area_page(query: QueryDict) -> AreaPage:
    """Gather the page of an area's reach; what cannot be answered stands in `lacking` or `wrong`."""
    found = current_ground()
    page = AreaPage(ReachForm(query, release()), without_page(query), "")
    if found is None:
        return page
    with answering(page):
        page.question = read_question(query, found.release)
        page.answer = area_reach(found, page.question)
    answer = page.answer
    if answer is None:
        return page
    page.area = area_name(answer.question.area)
    page.example = answer.profiles.example
    page.profiles = tuple((_profile_name(row, answer.question.profile), row) for row in answer.profiles.rows)
    page.notes = tuple(note_text(note) for note in answer.profiles.notes)
    towns = frozenset(row.by["municipality"] for row in answer.municipalities.rows)
    page.borders = _borders(found.release, int(answer.total.period[:4]), towns)
    page.homes = Paginator(_home_lines(found, answer.postcodes.rows), LINES_A_PAGE).get_page(query.get("tabel"))
    page.sources = sources_of(answer.profiles)
    try:
        page.official = home_share(found, answer.question.area)
    except NothingToReach as nothing:
        page.official_lacking = in_language(nothing, "message")
    return page


@lru_cache(maxsize=16)
def _borders(found: Release, year: int, towns: frozenset[str]) -> MapBorders | None:
    """The borders of a year around some municipalities; kept, because a release never changes."""
    return map_borders(found.borders(year), towns)


def _profile_name(row: Row, chosen: str) -> str:
    code = row.by.get("profile", "")
    if code:
        return member_name("profile", code)
    name = _("alle technische profielen") if chosen == ANY else member_name("profile", chosen)
    return _("%(profile)s (uw keuze)") % {"profile": name}


def _home_lines(found: Ground, rows: Iterable[Row]) -> list[HomeLine]:
    pairs: dict[str, dict[bool, Row]] = {}
    for row in rows:
        pairs.setdefault(f"{row.by['postcode4']} {row.by['municipality']}", {})[row.indicator == DISTANCE] = row
    return [
        HomeLine(
            pair[False].by["postcode4"],
            area_name(pair[False].by["municipality"]),
            pair[False],
            pair.get(True),
            school_name(found, pair[False].by.get("location", "")),
        )
        for pair in pairs.values()
    ]
