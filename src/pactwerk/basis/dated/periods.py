"""The periods figures are about: a school year, the date of a register copy, a calendar year, a quarter."""

import re
from dataclasses import dataclass
from datetime import date

from pactwerk.basis.readable import ReadableError


class UnknownPeriod(ReadableError):
    """The text names no period that we know."""

    def __init__(self, text: str) -> None:
        """Say which text, and how a period is written."""
        super().__init__(
            f"'{text}' is geen periode; schrijf een schooljaar (2017/18), een peildatum (2013-06) of een jaar (2014).",
            f"'{text}' is no period; write a school year (2017/18), a register date (2013-06) or a year (2014).",
        )


@dataclass(frozen=True, order=True)
class SchoolYear:
    """A school year, written `2017/18`: 1 August 2017 to 31 July 2018. DUO counts pupils on 1 October."""

    text: str

    def __post_init__(self) -> None:
        """Refuse a text whose second year does not follow the first. Raises UnknownPeriod."""
        match = re.fullmatch(r"((?:19|20)\d\d)/(\d\d)", self.text)
        if not match or (int(match[1]) + 1) % 100 != int(match[2]):
            raise UnknownPeriod(self.text)

    @classmethod
    def starting(cls, year: int) -> "SchoolYear":
        """The school year that starts in this calendar year. Raises UnknownPeriod."""
        return cls(f"{year:04d}/{(year + 1) % 100:02d}")

    @property
    def start(self) -> int:
        """The calendar year in which it starts."""
        return int(self.text[:4])

    @property
    def october(self) -> date:
        """DUO's count date, 1 October of the first year."""
        return date(self.start, 10, 1)

    def next(self) -> "SchoolYear":
        """The school year after this one."""
        return SchoolYear.starting(self.start + 1)

    def previous(self) -> "SchoolYear":
        """The school year before this one."""
        return SchoolYear.starting(self.start - 1)

    def __str__(self) -> str:
        """As written: `2017/18`."""
        return self.text


@dataclass(frozen=True, order=True)
class RegisterDate:
    """The month of a register copy, written `2013-06`."""

    text: str

    def __post_init__(self) -> None:
        """Refuse what is no year and month. Raises UnknownPeriod."""
        if not re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", self.text):
            raise UnknownPeriod(self.text)

    @property
    def start(self) -> int:
        """The calendar year."""
        return int(self.text[:4])

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.start, int(self.text[5:]), 1)

    def __str__(self) -> str:
        """As written: `2013-06`."""
        return self.text


@dataclass(frozen=True, order=True)
class CalendarYear:
    """A calendar year, written `2014`."""

    text: str

    def __post_init__(self) -> None:
        """Refuse what is no year. Raises UnknownPeriod."""
        if not re.fullmatch(r"(?:19|20)\d\d", self.text):
            raise UnknownPeriod(self.text)

    @property
    def start(self) -> int:
        """The year as a number."""
        return int(self.text)

    def __str__(self) -> str:
        """As written: `2014`."""
        return self.text


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a calendar year, written `2015-Q1`."""

    text: str

    def __post_init__(self) -> None:
        """Refuse what is no year and quarter. Raises UnknownPeriod."""
        if not re.fullmatch(r"(?:19|20)[0-9]{2}-Q[1-4]", self.text):
            raise UnknownPeriod(self.text)

    @classmethod
    def of(cls, year: int, number: int) -> "Quarter":
        """Quarter 1 to 4 of a year. Raises UnknownPeriod."""
        return cls(f"{year:04d}-Q{number}")

    @property
    def start(self) -> int:
        """The calendar year."""
        return int(self.text[:4])

    @property
    def number(self) -> int:
        """Which quarter, 1 to 4."""
        return int(self.text[-1])

    @property
    def first_day(self) -> date:
        """The first day of the quarter."""
        return date(self.start, 3 * self.number - 2, 1)

    def __str__(self) -> str:
        """As written: `2015-Q1`."""
        return self.text


Period = SchoolYear | RegisterDate | CalendarYear | Quarter


def parse_period(text: str) -> Period:
    """Read `2017/18`, `2017-2018`, `2017/2018`, `2013-06`, `2014` or `2015-Q1`. Raises UnknownPeriod.

    A dash with two digits means a month when it can be one (`2013-06`); school years are written with a slash.
    """
    clean = text.strip()
    long = re.fullmatch(r"((?:19|20)\d\d)[-/–]((?:19|20)\d\d)", clean)
    if long and int(long[2]) == int(long[1]) + 1:
        return SchoolYear.starting(int(long[1]))
    for kind in (SchoolYear, RegisterDate, CalendarYear, Quarter):
        try:
            return kind(clean)
        except UnknownPeriod:
            continue
    raise UnknownPeriod(text)
