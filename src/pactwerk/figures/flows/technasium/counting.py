"""Counting what became of the pupils with O&O; exact, so for `disclosure_control` and nobody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pactwerk.basis.dated import SchoolYear
from pactwerk.basis.readable import ReadableError
from pactwerk.figures.flows.expressions.technasium import outcomes
from pactwerk.figures.flows.records import Enrolments, Fault, once

BY = ("level", "sex", "school")
"""What the cohort may be told apart by, besides whether O&O was compulsory."""


class TechnasiumRefused(ReadableError):
    """The measure cannot be made from this file; the text says what is missing and where it is to be had."""


class Group(NamedTuple):
    """Pupils of one rule (`compulsory`, `elective`, `unknown`), level (`havo`, `vwo`), sex, school, and outcome."""

    rule: str
    level: str
    sex: str
    school: str
    outcome: str


@dataclass(frozen=True)
class Retention:
    """Of the cohort of one school year the persons of every group."""

    year: int
    groups: Mapping[Group, int]
    faults: tuple[Fault, ...]


def count_retention(enrolments: Enrolments, year: int) -> Retention:
    """Pupils with O&O in havo or vwo year 3 on 1 October of `year`, by where they are a year later.

    Without the column `oo_rule` the rule of everybody is unknown. Raises TechnasiumRefused and EnrolmentsRefused.
    """
    _check(enrolments, year)
    faults = (*once.resolve(enrolments, year), *once.resolve(enrolments, year + 1))
    rows = enrolments.rows(outcomes, once.persons_of(year), once.persons_of(year + 1))
    for one in (year, year + 1):
        once.forget(enrolments, one)
    return Retention(year, {Group(*row[:-1]): int(row[-1]) for row in sorted(rows)}, faults)


def _check(enrolments: Enrolments, year: int) -> None:
    if "oo" not in enrolments.present:
        raise TechnasiumRefused(
            f"{enrolments.name}: kolom oo (volgt O&O: yes of no) ontbreekt. Landelijk staan vakken alleen bij het "
            "diploma; haal deze kolom uit het leerlingsysteem van de school.",
            f"{enrolments.name}: column oo (follows O&O: yes or no) is missing. Nationally subjects are registered at "
            "the diploma only; take this column from the school's own pupil system.",
        )
    missing = [one for one in (year, year + 1) if one not in enrolments.rows_by_year]
    if missing:
        names = ", ".join(SchoolYear.starting(one).text for one in missing)
        raise TechnasiumRefused(
            f"Schooljaar {names} staat niet in {enrolments.name}; nodig zijn het jaar van leerjaar 3 en het jaar erna.",
            f"School year {names} is not in {enrolments.name}; needed are the year of year 3 and the one after it.",
        )
