"""Of which edition a file is, when its content does not say so: its name, else what the caller says."""

import re
from enum import StrEnum

from pactwerk.basis.dated import CalendarYear, Period, RegisterDate, SchoolYear, UnknownPeriod, parse_period
from pactwerk.figures.sources.refusal import Refused
from pactwerk.figures.texts import Text


class EditionKind(StrEnum):
    """What an edition of a table is: the columns say it, or it is a school year, a register date, a year.

    A *closed* school year is one whose publisher calls it, when with one year, by the year in which it ended.
    """

    COLUMNS = "columns"
    SCHOOL_YEAR = "school_year"
    CLOSED_SCHOOL_YEAR = "closed_school_year"
    REGISTER_DATE = "register_date"
    YEAR = "year"


# What a year looks like, in a name or in a column.
YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"(?<!\d)({YEAR})\s*[-_./]\s*({YEAR})(?!\d)")
_SHORT = re.compile(rf"(?<!\d)({YEAR})[-_](\d\d)(?!\d)")
# "1516-tov-1617": pupils of the first year, compared with the second
_COMPARED = re.compile(
    rf"(?<!\d)(?:({YEAR})[-_]?({YEAR})|(\d\d)[-_]?(\d\d))[\s._-]*t\.?o\.?v\.?[\s._-]*(?=\d\d)", re.IGNORECASE
)
_DAY = re.compile(rf"(?<!\d)({YEAR})[-_]?(0[1-9]|1[0-2])[-_]?([0-2]\d|3[01])(?!\d)")
_MONTH = re.compile(rf"(?<!\d)({YEAR})[-_]?(0[1-9]|1[0-2])(?!\d)")
_ONE = re.compile(rf"(?<!\d)({YEAR})(?!\d)")

_QUESTION = {
    EditionKind.SCHOOL_YEAR: ("van welk schooljaar is dit bestand?", "of which school year is this file?", "2019/20"),
    EditionKind.CLOSED_SCHOOL_YEAR: (
        "van welk schooljaar is dit bestand?",
        "of which school year is this file?",
        "2014/15",
    ),
    EditionKind.REGISTER_DATE: ("van welke peildatum is dit bestand?", "of which date is this file?", "2020-10"),
    EditionKind.YEAR: ("van welk jaar is dit bestand?", "of which year is this file?", "2023"),
}


def edition_from_name(name: str, kind: EditionKind) -> Period | None:
    """The edition that a publisher's file name tells, or None when it tells none or more than one.

    `…-2016-2017.csv` is school year 2016/17; `…-2019.csv` the count of 1 October 2019, school year 2019/20 (DUO's
    naming of its school-year tables), of a table of closed school years the year that ended then, 2018/19;
    `…-1516-tov-1617.csv` is 2015/16, compared with the year after; `…-2013-06.csv` and `…20130601…` the register date
    2013-06.
    """
    stem = re.sub(r"\.(csv|asc|txt|tsv|json|geojson|xlsx|xls|ods)$", "", name, flags=re.IGNORECASE)
    found = {
        EditionKind.SCHOOL_YEAR: _school_years,
        EditionKind.CLOSED_SCHOOL_YEAR: _closed_school_years,
        EditionKind.REGISTER_DATE: _register_dates,
        EditionKind.YEAR: _years,
    }[kind](stem)
    return next(iter(found)) if len(found) == 1 else None


def _school_years(stem: str) -> set[Period]:
    compared = _compared(stem)
    if compared:
        return compared
    pairs = {SchoolYear.starting(int(a)) for a, b in _YEARS.findall(stem) if int(b) == int(a) + 1}
    if pairs:
        return set(pairs)
    if _YEARS.search(stem):
        return set()
    short = {SchoolYear.starting(int(a)) for a, b in _SHORT.findall(stem) if (int(a) + 1) % 100 == int(b)}
    if short:
        return set(short)
    days = {(a, b) for a, b, _ in _DAY.findall(stem)} or set(_MONTH.findall(stem))
    if days:
        return {SchoolYear.starting(int(a)) for a, b in days if b == "10"}
    return {SchoolYear.starting(int(a)) for a in _ONE.findall(stem)}


def _compared(stem: str) -> set[Period]:
    """The first of the two school years that a name says are compared."""
    found = [(long or f"20{short}", end or tail) for long, end, short, tail in _COMPARED.findall(stem)]
    return {SchoolYear.starting(int(year)) for year, end in found if (int(year) + 1) % 100 == int(end) % 100}


def _closed_school_years(stem: str) -> set[Period]:
    if _YEARS.search(stem) or _SHORT.search(stem) or _DAY.search(stem) or _MONTH.search(stem):
        return _school_years(stem)
    return {SchoolYear.starting(int(a) - 1) for a in _ONE.findall(stem)}


def _register_dates(stem: str) -> set[Period]:
    days = {RegisterDate(f"{a}-{b}") for a, b, _ in _DAY.findall(stem)}
    return set(days) or {RegisterDate(f"{a}-{b}") for a, b in _MONTH.findall(stem)}


def _years(stem: str) -> set[Period]:
    return {CalendarYear(a) for a in _ONE.findall(stem)}


def edition_from_argument(text: str, kind: EditionKind) -> Period:
    """The edition that the caller names. Raises Refused when it is no edition of this kind."""
    question_nl, question_en, example = _QUESTION[kind]
    try:
        period = parse_period(text)
    except UnknownPeriod:
        period = None
    wanted = {
        EditionKind.SCHOOL_YEAR: SchoolYear,
        EditionKind.CLOSED_SCHOOL_YEAR: SchoolYear,
        EditionKind.REGISTER_DATE: RegisterDate,
        EditionKind.YEAR: CalendarYear,
    }[kind]
    if period is None or not isinstance(period, wanted):
        raise Refused(
            Text(
                f"editie '{text}' past niet bij deze tabel: {question_nl} Schrijf bijvoorbeeld {example}.",
                f"edition '{text}' does not fit this table: {question_en} Write for instance {example}.",
            )
        )
    return period


def decide_edition(
    name: str, kind: EditionKind, argument: str | None, content: Period | None = None
) -> tuple[Period, list[Text]]:
    """The edition by content, else by file name, else by argument; a contradiction between them is a warning.

    Raises Refused with the question when none of the three tells: an edition is never guessed.
    """
    named = edition_from_name(name, kind)
    given = _given(argument, kind, needed=not (content or named))
    period = content or named or given
    if period is None:
        question_nl, question_en, example = _QUESTION[kind]
        raise Refused(
            Text(
                f"{question_nl} Inhoud en bestandsnaam zeggen het niet; geef het erbij (op de opdrachtregel:"
                f" --edition), bijvoorbeeld {example}.",
                f"{question_en} Neither content nor file name tells; give it too (on the command line:"
                f" --edition), for instance {example}.",
            )
        )
    return period, _contradictions(period, content, named, given)


def _given(argument: str | None, kind: EditionKind, *, needed: bool) -> Period | None:
    """What the caller says; one edition for many files need not suit a file that tells its own."""
    if not argument:
        return None
    try:
        return edition_from_argument(argument, kind)
    except Refused:
        if needed:
            raise
        return None


def _contradictions(period: Period, content: Period | None, named: Period | None, given: Period | None) -> list[Text]:
    found = []
    if content is not None and named is not None and named != content:
        found.append(
            Text(
                f"de bestandsnaam zegt {named}, de inhoud {content}; de inhoud geldt",
                f"the file name says {named}, the content {content}; the content counts",
            )
        )
    if given is not None and given != period:
        found.append(
            Text(
                f"--edition zegt {given}, maar het bestand is van {period}; dat laatste geldt",
                f"--edition says {given}, but the file is of {period}; the latter counts",
            )
        )
    return found
