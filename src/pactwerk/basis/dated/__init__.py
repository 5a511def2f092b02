"""Values with a period and a reference."""

from pactwerk.basis.dated.periods import (
    CalendarYear,
    Period,
    Quarter,
    RegisterDate,
    SchoolYear,
    UnknownPeriod,
    parse_period,
)
from pactwerk.basis.dated.values import Dated, value_on

__all__ = [
    "CalendarYear",
    "Dated",
    "Period",
    "Quarter",
    "RegisterDate",
    "SchoolYear",
    "UnknownPeriod",
    "parse_period",
    "value_on",
]
