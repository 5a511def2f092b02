"""Of which edition a file is, as a column in it states."""

import re

from pactwerk.basis.dated import Period, SchoolYear, UnknownPeriod, parse_period
from pactwerk.figures.sources.editions import YEAR, EditionKind, edition_from_argument, edition_from_name
from pactwerk.figures.sources.refusal import Refused
from pactwerk.figures.texts import Text


def stated_period(texts: list[str], column: str, kind: EditionKind) -> Period:
    """The period that a column states for the whole file. Raises Refused when it states none or several."""
    if kind in {EditionKind.SCHOOL_YEAR, EditionKind.CLOSED_SCHOOL_YEAR}:
        return stated_school_year(texts, column)
    found = {edition_from_name(text, kind) or edition_from_argument(text, kind) for text in texts}
    if len(found) == 1:
        return found.pop()
    raise Refused(Text(f"kolom '{column}' noemt meer dan een editie", f"column '{column}' names several editions"))


def stated_school_year(texts: list[str], column: str) -> SchoolYear:
    """The school year that a column states: `2018-2019`, `2018/19`, `2018`, or a day in it, as `20181001`.

    A day lies in the school year of 1 August to 31 July.

    Raises Refused when it states none or several.
    """
    found = set()
    for text in texts:
        start = _stated_start(text)
        if start is not None:
            found.add(SchoolYear.starting(start))
            continue
        try:
            period = parse_period(text)
        except UnknownPeriod:
            period = None
        if isinstance(period, SchoolYear):
            found.add(period)
        else:
            raise Refused(Text(f"kolom '{column}': '{text}' is geen schooljaar", f"column '{column}': no school year"))
    if len(found) == 1:
        return found.pop()
    raise Refused(Text(f"kolom '{column}' noemt meer dan een schooljaar", f"column '{column}' names several years"))


def _stated_start(text: str) -> int | None:
    """The calendar year in which the school year began that a year or a day names; None when it names none."""
    if re.fullmatch(YEAR, text):
        return int(text)
    day = re.fullmatch(rf"({YEAR})-?(\d\d)-?\d\d", text) or re.fullmatch(rf"\d\d?-(?P<m>\d\d?)-(?P<y>{YEAR})", text)
    if not day:
        return None
    year, month = (day["y"], day["m"]) if "y" in day.re.groupindex else (day[1], day[2])
    if not 1 <= int(month) <= 12:
        return None
    return int(year) if int(month) >= 8 else int(year) - 1
