"""Counting a cohort in place; what comes out is exact, so for `disclosure_control` and nobody else."""

from collections.abc import Sequence
from dataclasses import dataclass

from pactwerk.basis.dated import SchoolYear
from pactwerk.basis.readable import ReadableError
from pactwerk.figures.flows.expressions.paths import Asked, coded, paths
from pactwerk.figures.flows.identity.stocks import known_fields
from pactwerk.figures.flows.records import Enrolments, Fault, once
from pactwerk.figures.flows.states import State

MOST_YEARS = 3
"""As far as the Doorstroomatlas looks, and as far as one rounding can hold every link of every stage."""


class CohortRefused(ReadableError):
    """The cohort that was asked for cannot be counted from this file; the text says what can."""


@dataclass(frozen=True)
class CohortPath:
    """Persons with the same states on the successive days (None: not in publicly funded education)."""

    states: tuple[State | None, ...]
    persons: int
    sex: str = ""
    diploma: str = ""
    """The last one obtained before the last of these days; empty for none."""


@dataclass(frozen=True)
class Cohort:
    """The paths of who was in one of `starts` on 1 October of `year`.

    `entered` says whether who was there a year before too is left out, as the Doorstroomatlas does; it needs that year.
    """

    year: int
    years_later: int
    starts: tuple[State, ...]
    entered: bool
    paths: tuple[CohortPath, ...]
    faults: tuple[Fault, ...]


def count_cohort(
    enrolments: Enrolments, starts: Sequence[State], year: int, years_later: int, grain: Sequence[str]
) -> Cohort:
    """Follow who entered one of `starts` in the school year that starts in `year`, for one to three years.

    A part of a start state that is empty may be anything. States of the later years are told apart at `grain`.
    Raises CohortRefused where a year is not in the file, and EnrolmentsRefused.
    """
    _check(enrolments, year, years_later)
    entered = year - 1 in enrolments.rows_by_year
    wanted = range(year - 1 if entered else year, year + years_later + 1)
    faults = tuple(fault for one in wanted for fault in once.resolve(enrolments, one))
    tables = tuple(once.persons_of(one) for one in range(year, year + years_later + 1))
    before = once.persons_of(year - 1) if entered else ""
    asked = Asked(tables, before, tuple(starts), tuple(grain))
    enrolments.define("cohort", paths, asked, kept=True)
    fields = known_fields(enrolments) if "field" in grain else ()
    rows = enrolments.rows(coded, asked, fields)
    enrolments.engine.drop("cohort")
    for one in wanted:
        once.forget(enrolments, one)
    found = tuple(sorted((_path(row, grain) for row in rows), key=str))
    return Cohort(year, years_later, tuple(starts), entered, found, faults)


def _path(row: Sequence[object], grain: Sequence[str]) -> CohortPath:
    sex, diploma, *codes, persons = row
    steps = [codes[at : at + len(grain)] for at in range(0, len(codes), len(grain))]
    states = tuple(
        None if step[0] is None else State(**{part: str(code or "") for part, code in zip(grain, step, strict=True)})
        for step in steps
    )
    return CohortPath(states, int(str(persons)), str(sex), str(diploma))


def _check(enrolments: Enrolments, year: int, years_later: int) -> None:
    if not 1 <= years_later <= MOST_YEARS:
        raise CohortRefused(
            f"Een cohort wordt 1 tot en met {MOST_YEARS} jaar gevolgd, niet {years_later}.",
            f"A cohort is followed for 1 up to {MOST_YEARS} years, not {years_later}.",
        )
    missing = [one for one in range(year, year + years_later + 1) if one not in enrolments.rows_by_year]
    if missing:
        names = ", ".join(SchoolYear.starting(one).text for one in missing)
        there = ", ".join(SchoolYear.starting(one).text for one in enrolments.years)
        raise CohortRefused(
            f"Schooljaar {names} staat niet in {enrolments.name}. Kies een ander begin of minder jaren; "
            f"er is: {there}.",
            f"School year {names} is not in {enrolments.name}. Choose another start or fewer years; there is: {there}.",
        )
