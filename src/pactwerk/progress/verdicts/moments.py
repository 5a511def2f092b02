"""Where a period lies in time, so that school years and calendar years fit one path."""

from __future__ import annotations

from pactwerk.basis.dated import RegisterDate, UnknownPeriod, parse_period

COUNTING_MONTH = 10
"""Pupils are counted on 1 October; a calendar year stands for the count in it, so 2020 and 2020/21 coincide."""


def moment(period: str) -> float | None:
    """The year with its fraction since October; None for a span, a quarter or anything that is no single point."""
    try:
        parsed = parse_period(period)
    except UnknownPeriod:
        return None
    if isinstance(parsed, RegisterDate):
        return parsed.start + (parsed.first_day.month - COUNTING_MONTH) / 12
    return float(parsed.start)
