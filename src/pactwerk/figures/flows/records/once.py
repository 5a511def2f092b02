"""Every person once a year: doubles found, resolved by the priority of CBS, and counted by kind."""

from datetime import date

from pactwerk.figures.flows.expressions import doubles
from pactwerk.figures.flows.expressions import enrolments as shaped
from pactwerk.figures.flows.records.faults import Fault
from pactwerk.figures.flows.records.reading import Enrolments
from pactwerk.figures.indicators.rules import priority


def rows_of(year: int) -> str:
    """Name of the table with the rows of a year."""
    return f"rows_{year}"


def persons_of(year: int) -> str:
    """Name of the table with every person of a year once."""
    return f"persons_{year}"


def look(enrolments: Enrolments, year: int) -> int:
    """List who has more than one row in a year, inside the engine; how many they are."""
    name = rows_of(year)
    enrolments.at(name, year)
    enrolments.define(f"{name}_doubled", doubles.doubled, name, kept=True)
    ((found,),) = enrolments.rows(doubles.how_many, name)
    return int(found)


def make_single(enrolments: Enrolments, year: int) -> int:
    """Make the table of a year with every person once; how many had more than one row.

    Of equal rows one is kept; of different ones that of the highest rank on CBS's list; within a rank the first in the
    order of `doubles.TIES`. Rows without a person stay, for the counting to count them.
    """
    name, found = rows_of(year), look(enrolments, year)
    if not found:
        enrolments.define(persons_of(year), shaped.alias, name)
        return 0
    enrolments.define(f"{name}_ranked", doubles.ranked, name, priority(date(year, 10, 1)), kept=True)
    enrolments.define(persons_of(year), doubles.counts_once, name)
    return found


def resolve(enrolments: Enrolments, year: int) -> tuple[Fault, ...]:
    """The same; give what kinds of doubles were found in doing so."""
    if not make_single(enrolments, year):
        return ()
    return (*_repeated(enrolments, year), *_doubles(enrolments, year))


def forget(enrolments: Enrolments, year: int) -> None:
    """Drop the tables of a year."""
    name = rows_of(year)
    for table in (persons_of(year), f"{name}_ranked", f"{name}_doubled", name):
        enrolments.engine.drop(table)


def _repeated(enrolments: Enrolments, year: int) -> tuple[Fault, ...]:
    ((rows, _),) = enrolments.rows(doubles.repeated, rows_of(year))
    return (Fault("repeated", year, "", int(rows), "rows"),) if rows else ()


def _doubles(enrolments: Enrolments, year: int) -> tuple[Fault, ...]:
    found: dict[tuple[str, str], int] = {}
    for counts, other, *held, persons in enrolments.rows(doubles.verdicts, rows_of(year)):
        pair = f"{counts} > {other}"
        for code, holds in zip(doubles.KINDS, held, strict=True):
            if holds:
                found[code, pair] = found.get((code, pair), 0) + int(persons)
    return tuple(Fault(code, year, pair, persons) for (code, pair), persons in sorted(found.items()))
