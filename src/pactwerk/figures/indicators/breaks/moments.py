"""When a period is, as a number: only for the order of periods of several kinds."""

import re
from functools import cache

_PERIOD = re.compile(r"(?P<year>\d{4})(?:(?P<school>/\d{2})|-?Q(?P<quarter>[1-4])|-(?P<month>\d{2})(?:-\d{2})?)?")
_OCTOBER = 9 / 12


@cache
def moment(period: str) -> float | None:
    """The year with its fraction: a school year counts on 1 October; None for a span or words (`begin 2016`)."""
    match = _PERIOD.fullmatch(period)
    if match is None:
        return None
    year = float(match["year"])
    if match["school"]:
        return year + _OCTOBER
    if match["quarter"]:
        return year + (int(match["quarter"]) - 1) / 4
    return year + (int(match["month"]) - 1) / 12 if match["month"] else year
