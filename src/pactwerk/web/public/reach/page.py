"""What every page about reach has, and what they all need to make it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.http import QueryDict

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.reach import Ground, NothingToReach, ReachQuestion, ground
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.reach.asked import ReachForm
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


@contextmanager
def answering(page: ReachPage) -> Iterator[None]:
    """Inside, the question is read and answered; why it cannot be is written on the page, which then has no answer."""
    try:
        yield
    except NothingToReach as nothing:
        page.lacking = in_language(nothing, "message")
    except ReadableError as error:
        page.wrong = in_language(error, "message")


def school_name(found: Ground, code: str) -> str:
    """A location by its name and code."""
    place = found.locations.get(code)
    return f"{place.name} ({code})" if place and place.name != code else code


def sources_of(*tables: PublishableTable) -> tuple[str, ...]:
    labels = (source.label for table in tables for row in table.rows for source in row.sources)
    return tuple(dict.fromkeys(labels))


def without_page(query: QueryDict) -> str:
    kept = query.copy()
    for name in ("tabel", "deel"):
        kept.pop(name, None)
    return kept.urlencode()


def current_ground() -> Ground | None:
    found = release()
    return ground(found) if found else None
