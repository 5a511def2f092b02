"""The rows of a rule's table that hold on a day: every table has `valid_from`, `valid_to` (exclusive), `reference`."""

from datetime import date
from functools import cache
from pathlib import Path

from pactwerk.basis.dated import Dated
from pactwerk.figures.indicators.shipped import shipped_rows

_REFERENCE = Path(__file__).parent / "reference"
Cells = dict[str, str]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def dated_rows(name: str) -> tuple[Dated[Cells], ...]:
    """Every row of `reference/<name>.tsv` with its validity."""
    return tuple(
        Dated(row, _day(row["valid_from"]), row["reference"], _day(row["valid_to"]))
        for row in shipped_rows(_REFERENCE / f"{name}.tsv")
    )


def rows_on(name: str, day: date) -> tuple[Dated[Cells], ...]:
    """The rows that hold on a day, in the order of the table."""
    return tuple(row for row in dated_rows(name) if row.holds_on(day))
