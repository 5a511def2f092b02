"""Class limits: which word a publisher gives to a value. The side on which a limit itself falls is data."""

import math
from dataclasses import dataclass
from datetime import date

from pactwerk.figures.indicators.rules.dated_rows import Cells, rows_on
from pactwerk.figures.texts import Text


@dataclass(frozen=True, slots=True)
class ClassLabel:
    """One class: its limits, whether the limit itself belongs to it, its name and the text that says so."""

    code: str
    name: Text
    lower: float
    lower_included: bool
    upper: float
    upper_included: bool
    reference: str

    def holds(self, value: float) -> bool:
        """Whether a value falls in this class."""
        above = value > self.lower or (self.lower_included and value == self.lower)
        return above and (value < self.upper or (self.upper_included and value == self.upper))


def _label(cells: Cells, reference: str) -> ClassLabel:
    return ClassLabel(
        cells["class"],
        Text(cells["name_nl"], cells["name_en"]),
        float(cells["lower"]) if cells["lower"] else -math.inf,
        cells["lower_included"] == "ja",
        float(cells["upper"]) if cells["upper"] else math.inf,
        cells["upper_included"] == "ja",
        reference,
    )


def classes_of(indicator: str, on: date) -> tuple[ClassLabel, ...]:
    """The classes of an indicator that hold on a day, lowest first; empty when nobody classifies it."""
    rows = (row for row in rows_on("classes", on) if indicator in row.value["indicators"].split())
    return tuple(sorted((_label(row.value, row.reference) for row in rows), key=lambda label: label.lower))


def classify(indicator: str, value: float, on: date) -> ClassLabel | None:
    """The class of a value, or None when the indicator has no classes on that day."""
    return next((label for label in classes_of(indicator, on) if label.holds(value)), None)


def classify_between(indicator: str, low: float, high: float, on: date) -> ClassLabel | None:
    """The class of an interval: only when both ends fall in the same one."""
    first = classify(indicator, low, on)
    return first if first is not None and first == classify(indicator, high, on) else None
