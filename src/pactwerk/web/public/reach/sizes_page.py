"""What the page of group sizes shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from pactwerk.figures.reach import Ground, Terms, Viability, viability
from pactwerk.web.design.numbers import figure_text
from pactwerk.web.design.wording import area_name, member_name, note_text
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.figures.context import ShownBreak, breaks_of_indicator
from pactwerk.web.public.reach.asked import SizesForm, read_minimum, read_question
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
class SizeLine:
    """One profile at one location."""

    location: str
    school: str
    brin: str
    profile: str
    track: str
    years: tuple[str, ...]
    """The pupils per school year, as text; empty where the profile was not offered."""
    verdict: str
    neighbours: int
    nearest: str
    catchment: str


@dataclass
class SizesPage(ReachPage):
    """Group sizes."""

    answer: Viability | None = None
    lines: Page[SizeLine] | None = None
    verdicts: tuple[tuple[str, int], ...] = ()
    breaks: tuple[ShownBreak, ...] = ()


def sizes_page(query: QueryDict) -> SizesPage:
    """Gather the page of group sizes."""
    found = current_ground()
    page = SizesPage(SizesForm(query, release()), without_page(query), "")
    if found is None:
        return page
    with answering(page):
        page.question = read_question(query, found.release)
        grade = query.get("leerjaar") or "3"
        terms = Terms(read_minimum(query), int(grade) if grade in ("3", "4") else 0, bool(query.get("apart")))
        page.answer = viability(found, page.question, terms)
    answer = page.answer
    if answer is None:
        return page
    page.area = area_name(answer.question.area)
    page.example = answer.table.example
    page.lines = Paginator(_size_lines(found, answer), LINES_A_PAGE).get_page(query.get("tabel"))
    if answer.terms.minimum is not None:
        page.verdicts = tuple((_verdict(code), answer.number(code)) for code in ("genoeg", "te klein", "onzeker"))
    page.breaks = breaks_of_indicator("K21")  # the same counts, averaged
    page.sources = sources_of(answer.table)
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
            tuple(figure_text(row) if row else "" for row in size.years),
            _verdict(size.verdict),
            len(size.neighbours),
            school_name(found, size.neighbours[0]) if size.neighbours else "",
            figure_text(size.catchment) if size.catchment else "",
        )
        for size in answer.sizes
    ]
