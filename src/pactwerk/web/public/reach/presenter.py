"""What the pages about reach show, ready for their templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.reach import (
    AreaReach,
    Closing,
    Ground,
    NothingToReach,
    ReachQuestion,
    Terms,
    Viability,
    area_reach,
    closing,
    ground,
    home_share,
    viability,
)
from pactwerk.figures.reach.closing import choices
from pactwerk.figures.reach.rows import DISTANCE
from pactwerk.figures.reach.within import signatures
from pactwerk.figures.releases import Release
from pactwerk.web.design.wording import area_name, member_name, note_text
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.figures.map_borders import MapBorders, map_borders
from pactwerk.web.public.reach.asked import ClosingForm, ReachForm, SizesForm, read_minimum, read_question
from pactwerk.web.public.words import in_language

LINES_A_PAGE = 100


@dataclass
class ReachPage:
    """What every page about reach has. `lacking` says what to load, `wrong` what is wrong with the question."""

    form: ReachForm
    query: str
    area: str
    question: ReachQuestion | None = None
    lacking: str = ""
    wrong: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    example: bool = False


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


@dataclass
class ClosingPage(ReachPage):
    """What if."""

    answer: Closing | None = None
    affected: Page[AffectedLine] | None = None
    receiving: tuple[tuple[str, Row], ...] = ()
    closed: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()


@dataclass(frozen=True)
class AffectedLine:
    """One home postcode for which something changes."""

    postcode: str
    municipality: str
    effect: str
    pupils: Row
    before: str
    after: str


@dataclass(frozen=True)
class SizeLine:
    """One profile at one location."""

    location: str
    school: str
    brin: str
    profile: str
    track: str
    years: tuple[Row | None, ...]
    verdict: str
    neighbours: int
    nearest: str
    catchment: Row | None


@dataclass
class SizesPage(ReachPage):
    """Group sizes."""

    answer: Viability | None = None
    lines: Page[SizeLine] | None = None
    verdicts: tuple[tuple[str, int], ...] = field(default_factory=tuple)


def school_name(found: Ground, code: str) -> str:
    """A location by its name and code."""
    place = found.locations.get(code)
    return f"{place.name} ({code})" if place and place.name != code else code


def _sources(*tables: PublishableTable) -> tuple[str, ...]:
    labels = (source.label for table in tables for row in table.rows for source in row.sources)
    return tuple(dict.fromkeys(labels))


def _without_page(query: QueryDict) -> str:
    kept = query.copy()
    for name in ("tabel", "deel"):
        kept.pop(name, None)
    return kept.urlencode()


def _ground() -> Ground | None:
    found = release()
    return ground(found) if found else None


def area_page(query: QueryDict) -> AreaPage:
    """Gather the page of an area's reach; what cannot be answered stands in `lacking` or `wrong`."""
    found = _ground()
    page = AreaPage(ReachForm(query, release()), _without_page(query), "")
    if found is None:
        return page
    try:
        page.question = read_question(query, found.release)
        page.answer = answer = area_reach(found, page.question)
    except NothingToReach as nothing:
        page.lacking = in_language(nothing, "message")
        return page
    except ReadableError as error:
        page.wrong = in_language(error, "message")
        return page
    page.area = area_name(answer.question.area)
    page.example = answer.profiles.example
    page.profiles = tuple((_profile_name(row), row) for row in answer.profiles.rows)
    towns = frozenset(row.by["municipality"] for row in answer.municipalities.rows)
    page.borders = _borders(found.release, int(answer.total.period[:4]), towns)
    page.homes = Paginator(_home_lines(found, answer.postcodes.rows), LINES_A_PAGE).get_page(query.get("tabel"))
    page.sources = _sources(answer.profiles)
    try:
        page.official = home_share(found, answer.question.area)
    except NothingToReach as nothing:
        page.official_lacking = in_language(nothing, "message")
    return page


@lru_cache(maxsize=16)
def _borders(found: Release, year: int, towns: frozenset[str]) -> MapBorders | None:
    """The borders of a year around some municipalities; kept, because a release never changes."""
    return map_borders(found.borders(year), towns)


def _profile_name(row: Row) -> str:
    code = row.by.get("profile", "")
    return member_name("profile", code) if code else _("wat u koos")


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


def closing_page(query: QueryDict) -> ClosingPage:
    """Gather the page of a what-if; without a choice of what closes it asks for one."""
    found = _ground()
    if found is None:
        return ClosingPage(ReachForm(query, None), _without_page(query), "")
    page = ClosingPage(ClosingForm(query, found.release, _closable(found, query)), _without_page(query), "")
    try:
        page.question = read_question(query, found.release)
        if not page.question.closed and not page.question.opened:
            area_reach(found, page.question)  # says what is not loaded, or wrong with the question, before any choice
            return page
        page.answer = answer = closing(found, page.question)
    except NothingToReach as nothing:
        page.lacking = in_language(nothing, "message")
        return page
    except ReadableError as error:
        page.wrong = in_language(error, "message")
        return page
    page.area = area_name(answer.question.area)
    page.example = answer.shares.example
    page.closed = tuple(_changed(found, str(entry)) for entry in answer.question.closed)
    page.opened = tuple(_changed(found, str(entry)) for entry in answer.question.opened)
    page.affected = Paginator(_affected_lines(found, answer), LINES_A_PAGE).get_page(query.get("tabel"))
    page.receiving = tuple((school_name(found, entry.location), entry.row) for entry in answer.receiving)
    page.sources = _sources(answer.shares)
    page.notes = tuple(note_text(note) for note in answer.shares.notes)
    return page


def _closable(found: Ground, query: QueryDict) -> list[tuple[str, str]]:
    """The locations of the area that offer what is asked; none where the question cannot be read."""
    try:
        question = read_question(query, found.release).as_it_is().checked(found)
    except ReadableError:
        return []
    if not found.periods or question.area == "NL":
        return []
    codes = choices(found, signatures(found.release, question.area, found.periods[-1]), question)
    return sorted(((code, school_name(found, code)) for code in codes), key=lambda choice: choice[1])


def _changed(found: Ground, text: str) -> str:
    location, _colon, profile = text.partition(":")
    name = school_name(found, location)
    return f"{name}: {member_name('profile', profile)}" if profile else name


def effect_name(effect: str) -> str:
    """What happens to pupils, in words."""
    return {
        "verliest": _("valt buiten bereik"),
        "wint": _("komt binnen bereik"),
        "verder": _("blijft binnen bereik, verder weg"),
    }[effect]


def _affected_lines(found: Ground, answer: Closing) -> list[AffectedLine]:
    from pactwerk.web.design.numbers import number

    def told(code: str, km: float) -> str:
        words = {"school": school_name(found, code), "km": number(km, 1)} if code else {}
        return _("%(school)s, %(km)s km") % words if code else _("geen")

    return [
        AffectedLine(
            line.row.by["postcode4"],
            area_name(line.row.by["municipality"]),
            effect_name(line.effect),
            line.row,
            told(line.before, line.before_km),
            told(line.after, line.after_km),
        )
        for line in answer.affected
    ]


def sizes_page(query: QueryDict) -> SizesPage:
    """Gather the page of group sizes."""
    found = _ground()
    page = SizesPage(SizesForm(query, release()), _without_page(query), "")
    if found is None:
        return page
    try:
        page.question = read_question(query, found.release)
        grade = query.get("leerjaar") or "3"
        terms = Terms(read_minimum(query), int(grade) if grade in ("3", "4") else 0, bool(query.get("apart")))
        page.answer = answer = viability(found, page.question, terms)
    except NothingToReach as nothing:
        page.lacking = in_language(nothing, "message")
        return page
    except ReadableError as error:
        page.wrong = in_language(error, "message")
        return page
    page.area = area_name(answer.question.area)
    page.example = answer.table.example
    page.lines = Paginator(_size_lines(found, answer), LINES_A_PAGE).get_page(query.get("tabel"))
    if answer.terms.minimum is not None:
        page.verdicts = tuple((_verdict(code), answer.number(code)) for code in ("genoeg", "te klein", "onzeker"))
    page.sources = _sources(answer.table)
    page.notes = tuple(note_text(note) for note in answer.table.notes)
    return page


def _verdict(code: str) -> str:
    words = {
        "genoeg": _("genoeg"),
        "te klein": _("onder het minimum"),
        "onzeker": _("niet te zeggen (verborgen aantallen)"),
    }
    return words.get(code, "")


def _size_lines(found: Ground, answer: Viability) -> list[SizeLine]:
    return [
        SizeLine(
            size.location,
            school_name(found, size.location),
            size.location[:4],
            member_name("profile", size.profile),
            member_name("track", size.track) if size.track else "",
            size.years,
            _verdict(size.verdict),
            len(size.neighbours),
            school_name(found, size.neighbours[0]) if size.neighbours else "",
            size.catchment,
        )
        for size in answer.sizes
    ]
