"""How far a published value may lie from a computed one before they disagree: publishers round."""

from datetime import date

from pactwerk.figures.indicators.rules.dated_rows import rows_on


def tolerance(publisher: str, indicator: str, unit: str, on: date) -> float:
    """The rounding tolerance in the unit itself; 0 where no rounding is known (counts are then exact).

    A row for the indicator goes before a row for every indicator of the publisher.
    """
    found = [row.value for row in rows_on("rounding", on) if row.value["publisher"] == publisher]
    fitting = [
        cells
        for cells in found
        if cells["unit"] == unit and (not cells["indicators"] or indicator in cells["indicators"].split())
    ]
    fitting.sort(key=lambda cells: not cells["indicators"])
    return float(fitting[0]["tolerance"]) if fitting else 0.0


def agrees(published: float, low: float, high: float, allowed: float) -> bool:
    """Whether a published value fits a computed interval (`low` and `high` equal when exact) within the tolerance."""
    slack = 1e-9 * max(1.0, abs(published))
    return low - allowed - slack <= published <= high + allowed + slack
