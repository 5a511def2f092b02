"""How far a published value may lie from a computed one before they disagree: publishers round."""

from datetime import date

from pactwerk.figures.indicators.rules.dated_rows import Cells, rows_on


def _rule(publisher: str, indicator: str, unit: str, on: date) -> Cells | None:
    """The publisher's row for the indicator, else its row for every indicator."""
    found = [row.value for row in rows_on("rounding", on) if row.value["publisher"] == publisher]
    fitting = [
        cells
        for cells in found
        if cells["unit"] == unit and (not cells["indicators"] or indicator in cells["indicators"].split())
    ]
    fitting.sort(key=lambda cells: not cells["indicators"])
    return fitting[0] if fitting else None


def tolerance(publisher: str, indicator: str, unit: str, on: date) -> float:
    """The rounding tolerance in the unit itself; 0 where no rounding is known (counts are then exact).

    A row for the indicator goes before a row for every indicator of the publisher.
    """
    rule = _rule(publisher, indicator, unit, on)
    return float(rule["tolerance"]) if rule else 0.0


def rounding_step(publisher: str, indicator: str, unit: str, on: date) -> float:
    """What a publisher rounds to, in the unit itself; 0 where no rounding is known."""
    rule = _rule(publisher, indicator, unit, on)
    return float(rule["step"]) if rule else 0.0


def agrees(published: float, low: float, high: float, allowed: float) -> bool:
    """Whether a published value fits a computed interval (`low` and `high` equal when exact) within the tolerance."""
    slack = 1e-9 * max(1.0, abs(published))
    return low - allowed - slack <= published <= high + allowed + slack
