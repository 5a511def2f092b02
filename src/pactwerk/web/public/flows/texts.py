"""Shares and differences of flows as text."""

from __future__ import annotations

import math

from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import Row
from pactwerk.figures.flows.comparing import Bounds, bounds_of
from pactwerk.web.design import numbers
from pactwerk.web.design.numbers import THIN


def share_text(bounds: Bounds | None) -> str:
    """A share with one decimal; bounds are rounded outward. Empty where it is not known."""
    if bounds is None:
        return ""
    if bounds.exact:
        return f"{numbers.number(bounds.low, 1)}{THIN}%"
    low, high = math.floor(bounds.low * 10 + 1e-9) / 10, math.ceil(bounds.high * 10 - 1e-9) / 10
    return f"{numbers.number(low, 1)}\u2013{numbers.number(high, 1)}{THIN}%"


def per_hundred_text(row: Row, earlier: Row) -> str:
    """How many a stock counts for a hundred of an earlier one, with one decimal; empty where that may be nobody."""
    found, before = bounds_of(row), bounds_of(earlier)
    if found is None or before is None or before.low <= 0:
        return ""
    low, high = 100 * found.low / before.high, 100 * found.high / before.low
    if low != high:
        low, high = math.floor(low * 10 + 1e-9) / 10, math.ceil(high * 10 - 1e-9) / 10
    text = "\u2013".join(dict.fromkeys((numbers.number(low, 1), numbers.number(high, 1))))
    return _("%(number)s per 100") % {"number": text}


def within_text(row: Row) -> str:
    """The bounds of a number that was rounded, `12-48`; empty where it is exact or nothing but bounds."""
    if row.value is None or row.low is None or row.high is None or row.low == row.high:
        return ""
    return f"{numbers.number(row.low, 0)}\u2013{numbers.number(row.high, 0)}"


def difference_text(bounds: Bounds | None, decimals: int = 0) -> str:
    """A difference with its sign, or from-to; empty where it is not known."""
    if bounds is None:
        return ""
    if bounds.exact:
        return _signed(bounds.low, decimals)
    scale = 10**decimals
    low, high = math.floor(bounds.low * scale + 1e-9) / scale, math.ceil(bounds.high * scale - 1e-9) / scale
    return _("%(low)s tot %(high)s") % {"low": _signed(low, decimals), "high": _signed(high, decimals)}


def _signed(value: float, decimals: int) -> str:
    rounded = round(value, decimals)
    if rounded == 0:
        return "0"
    return f"{'+' if rounded > 0 else ''}{numbers.number(rounded, decimals)}"
