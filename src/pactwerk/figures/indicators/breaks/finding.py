"""Which declared breaks concern a figure, and which lie between two periods."""

from collections.abc import Iterable
from functools import cache

from pactwerk.figures.indicators.breaks.moments import moment
from pactwerk.figures.indicators.breaks.table import Break, every_break


def declared_breaks() -> tuple[Break, ...]:
    """Every declared break, in the order of the table."""
    return every_break()


@cache
def breaks_of(indicator: str) -> tuple[Break, ...]:
    """The declared breaks of an indicator, of all its definitions."""
    return tuple(found for found in every_break() if indicator in found.indicators)


def breaks_between(
    indicator: str, definition: str, earlier: str, later: str, by: Iterable[str] = ()
) -> tuple[Break, ...]:
    """The breaks that lie between two periods of one definition, broken down by `by`; comparable ones too.

    A period that is no single moment (a span) has no place in time: then there is none.
    """
    start, end = moment(earlier), moment(later)
    dimensions = frozenset(by)
    if start is None or end is None:
        return ()
    return tuple(
        found
        for found in breaks_of(indicator)
        if _concerns(found, definition, dimensions) and start < (moment(found.since or "") or start) <= end
    )


def _concerns(found: Break, definition: str, by: frozenset[str]) -> bool:
    return (not found.definitions or definition in found.definitions) and (not found.by or bool(found.by & by))


def splits(indicator: str, definition: str, earlier: str, later: str, by: Iterable[str] = ()) -> bool:
    """Whether a break that no trend may cross lies between two periods of one definition."""
    return any(not found.comparable for found in breaks_between(indicator, definition, earlier, later, by))
