"""Who is enrolled twice counts once, where the priority list of CBS says."""

from collections.abc import Iterable
from datetime import date

from pactwerk.figures.indicators.rules.dated_rows import rows_on


def priority(on: date) -> tuple[str, ...]:
    """The kinds of enrolment that hold on a day, the one that wins first (CBS, door- en uitstroom vanuit het vo)."""
    rows = sorted(rows_on("double_enrolment", on), key=lambda row: int(row.value["rank"]))
    return tuple(row.value["enrolment"] for row in rows)


def counts_as(enrolments: Iterable[str], on: date) -> str:
    """The enrolment a person counts under. Raises ValueError for none, or for a kind that the list does not know."""
    order = priority(on)
    held = set(enrolments)
    unknown = sorted(held - set(order))
    if unknown or not held:
        raise ValueError(f"geen bekende inschrijving: {', '.join(unknown) or 'geen'}")
    return next(kind for kind in order if kind in held)
