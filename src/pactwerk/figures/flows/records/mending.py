"""The rows of the few persons who are there twice, and which of them counts; see `expressions.mending`."""

from collections.abc import Sequence
from datetime import date

from pactwerk.figures.flows.expressions import mending
from pactwerk.figures.flows.records import once
from pactwerk.figures.flows.records.reading import Enrolments
from pactwerk.figures.indicators.rules import priority


def few_of(year: int) -> str:
    """Name of the table with the rows of those few in a year."""
    return f"{once.rows_of(year)}_few"


def once_of(year: int) -> str:
    """Name of the table with each of those few once."""
    return f"{once.rows_of(year)}_once"


def read_few(enrolments: Enrolments, year: int, twice: Sequence[int], columns: tuple[str, ...]) -> None:
    """Make both tables of a year, for who is there twice in any of the years `twice`, which were looked through.

    `columns` are those of the question. All others are read too only where they decide: where somebody has two rows of
    one level that differ in what is asked.
    """
    name = once.rows_of(year)
    doubled = tuple(once.rows_of(one) for one in twice)
    enrolments.define(few_of(year), mending.few, name, doubled, columns, kept=True)
    ((undecided,),) = enrolments.rows(mending.undecided, name, columns)
    read = mending.EVERY if undecided else columns
    if undecided:
        enrolments.define(few_of(year), mending.few, name, doubled, read, kept=True)
    enrolments.define(once_of(year), mending.once, name, read, priority(date(year, 10, 1)), kept=True)


def forget(enrolments: Enrolments, year: int) -> None:
    """Drop the tables of a year."""
    for table in (few_of(year), once_of(year)):
        enrolments.engine.drop(table)
