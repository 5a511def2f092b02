"""Figures as text on screen: Dutch or English marks, an interval as its bounds, never a number nobody gave."""

from __future__ import annotations

import math
from collections.abc import Callable

from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import Row
from pactwerk.web.design import wording
from pactwerk.web.design.wording import is_english

SHARES = ("%", "procentpunt")
THIN = "\u202f"  # narrow no-break space between number and unit
ONE_TO_FOUR = (1, 4)  # what the publisher prints as `<5`


def number(value: float, decimals: int = 0) -> str:
    """A number with the page language's thousands and decimal marks: 1.234,50 or 1,234.50."""
    text = f"{value:,.{decimals}f}"
    text = text.replace("-", "\u2212")
    return text if is_english() else text.translate(str.maketrans(",.", ".,"))


def agreed(value: float) -> str:
    """A number that people agreed on, with the decimals they gave it (at most two): 30, 12,5."""
    decimals = next((n for n in (0, 1) if round(value, n) == round(value, 2)), 2)
    return number(value, decimals)


def decimals_for(value: float, unit: str, decimals: int) -> int:
    """Shares carry `decimals`; whole counts none; other numbers at most `decimals`."""
    if unit in SHARES:
        return decimals
    return 0 if float(value).is_integer() else decimals


def _decimals(row: Row, value: float, decimals: int) -> int:
    """A figure that somebody else gives keeps their decimals: 8.5 % of CBS is not 8.50 %."""
    if row.numerator is None and row.numerator_low is None:
        decimals = next((n for n in range(decimals) if round(value, n) == round(value, decimals)), decimals)
    return decimals_for(value, row.unit, decimals)


def bounds(row: Row, decimals: int) -> str:
    """An interval as the publisher prints it (`<5`) or from-to."""
    low, high = row.low, row.high
    if low is None and high is None:
        return ""
    if row.unit not in SHARES and (low, high) == ONE_TO_FOUR:
        return "<5"
    # outward, as in the download: a rounded interval still holds the true value
    ends = [] if low is None else [_rounded(low, row.unit, decimals, math.floor)]
    ends += [] if high is None else [_rounded(high, row.unit, decimals, math.ceil)]
    return "\u2013".join(ends)


def _rounded(end: float, unit: str, decimals: int, towards: Callable[[float], int]) -> str:
    """One end of an interval; the hair of 1e-9 keeps binary fractions such as 41.82 where they are."""
    places = decimals_for(end, unit, decimals)
    hair = 1e-9 if towards is math.floor else -1e-9
    return number(towards(end * 10**places + hair) / 10**places, places)


def figure_text(row: Row, decimals: int = 2) -> str:
    """The figure without its unit; "onbekend" where neither value nor bounds are known."""
    if row.value is not None:
        return number(row.value, _decimals(row, row.value, decimals))
    return bounds(row, decimals) or _("onbekend")


def unit_text(unit: str) -> str:
    """The unit as it stands behind a number; the percent sign stays, words follow the language."""
    return "" if unit == "aantal" else wording.unit_name(unit)


def figure_with_unit(row: Row, decimals: int = 2) -> str:
    """Number and unit in one string, for sentences and titles of charts."""
    unit = unit_text(row.unit)
    return f"{figure_text(row, decimals)}{THIN}{unit}" if unit else figure_text(row, decimals)
