"""What the page of a what-if shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.disclosure_control import Row
from pactwerk.figures.reach import Closing, Ground, area_reach, closing
from pactwerk.figures.reach.closing import choices
from pactwerk.figures.reach.within import signatures
from pactwerk.web.design.numbers import number
from pactwerk.web.design.wording import area_name, member_name, note_text
from pactwerk.web.public.reach.asked import ClosingForm, ReachForm, read_question
from pactwerk.web.public.reach.page import (
    LINES_A_PAGE,
    ReachPage,
    answering,
    current_ground,
    school_name,
    sources_of,
    without_page,
)


@dataclass(frozen=True)
class AffectedLine:
    """One home postcode for which something changes."""

    postcode: str
    municipality: str
    effect: str
    pupils: Row
    before: str
    after: str


@dataclass
class ClosingPage(ReachPage):
    """What if."""

    answer: Closing | None = None
    affected: Page[AffectedLine] | None = None
    receiving: tuple[tuple[str, Row], ...] = ()
    closed: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()


def closing_page(query: QueryDict) -> ClosingPage:
    """Gather the page of a what-if; without a choice of what closes it asks for one."""
    found = current_ground()
    if found is None:
        return ClosingPage(ReachForm(query, None), without_page(query), "")
    page = ClosingPage(ClosingForm(query, found.release, _closable(found, query)), without_page(query), "")
    with answering(page):
        page.question = read_question(query, found.release)
        if page.question.closed or page.question.opened:
            page.answer = closing(found, page.question)
        else:
            area_reach(found, page.question)  # says what is not loaded, or wrong with the question, before any choice
    answer = page.answer
    if answer is None:
        return page
    page.area = area_name(answer.question.area)
    page.example = answer.shares.example
    page.closed = tuple(_changed(found, str(entry)) for entry in answer.question.closed)
    page.opened = tuple(_changed(found, str(entry)) for entry in answer.question.opened)
    page.affected = Paginator(_affected_lines(found, answer), LINES_A_PAGE).get_page(query.get("tabel"))
    page.receiving = tuple((school_name(found, entry.location), entry.row) for entry in answer.receiving)
    page.sources = sources_of(answer.shares)
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
    return sorted(((code, school_name(found, code)) for code in codes), key=lambda choice: choice[1].casefold())


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
