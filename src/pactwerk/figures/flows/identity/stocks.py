"""The stocks of a year, counted from the enrolments themselves."""

from collections.abc import Mapping, Sequence

from pactwerk.figures.flows.expressions import codes
from pactwerk.figures.flows.expressions.stocks import stocks
from pactwerk.figures.flows.records import Enrolments, once
from pactwerk.figures.flows.states import State


def stocks_of(enrolments: Enrolments, year: int, grain: Sequence[str]) -> Mapping[State, int]:
    """Persons by state on 1 October of a year, every person once. Exact. Raises EnrolmentsRefused."""
    fields = known_fields(enrolments) if "field" in grain else ()
    once.resolve(enrolments, year)
    rows = enrolments.rows(stocks, once.persons_of(year), tuple(grain), fields)
    once.forget(enrolments, year)
    return {State(**dict(zip(grain, row[:-1], strict=True))): int(row[-1]) for row in rows}


def known_fields(enrolments: Enrolments) -> tuple[str, ...]:
    """The fields that enough persons hold to be a field."""
    return tuple(sorted(name for (name,) in enrolments.rows(codes.fields)))
