"""Where a period stands on a time axis: in years, so that a gap of three years is three times as wide."""

from __future__ import annotations

import re

from pactwerk.basis.dated import RegisterDate, SchoolYear, parse_period

QUARTER = re.compile(r"^(\d{4})-?Q([1-4])$")
DAY = re.compile(r"^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")


def on_axis(period: str) -> bool:
    """Whether the period is one moment or year.

    A published span (`2014/15-2016/17`), a transition, or a period that the source does not name stands in the table
    and never as a point of a line.
    """
    return any(form.match(period) for form in (QUARTER, DAY)) or parse_or_none(period) is not None


def position(period: str) -> float:
    """The period as a year: `2017/18` is 2017, `2013-06` is 2013.42, `2022-Q3` is 2022.5, `2024-10-01` is 2024.75.

    Raises ValueError for a text that is no moment (see `on_axis`).
    """
    if quarter := QUARTER.match(period):
        return int(quarter[1]) + (int(quarter[2]) - 1) / 4
    if day := DAY.match(period):
        return int(day[1]) + (int(day[2]) - 1) / 12 + (int(day[3]) - 1) / 365
    found = parse_period(period)
    if isinstance(found, RegisterDate):
        return found.start + (found.first_day.month - 1) / 12
    return float(found.start)


def ticks(periods: list[str], most: int) -> dict[float, str]:
    """At most about `most` labels: every period, or every second, third ... counted back from the last."""
    known = dict(sorted({position(period): period for period in periods}.items()))
    if len(known) < 2 or not all(isinstance(parse_or_none(period), SchoolYear) for period in known.values()):
        return _thin(known, most)
    first, last = int(min(known)), int(max(known))
    return _thin({float(year): str(SchoolYear.starting(year)) for year in range(first, last + 1)}, most)


def parse_or_none(period: str) -> object:
    """The parsed period, None where the text is none (a span)."""
    try:
        return parse_period(period)
    except ValueError:
        return None


def _thin(labels: dict[float, str], most: int) -> dict[float, str]:
    step = -(-len(labels) // most) if labels else 1
    kept = sorted(labels)[::-1][::step]
    return {place: labels[place] for place in sorted(kept)}
