"""School advices per school and year as somebody else computed them from DUO's tables: `{brin: {year: [17 numbers]}}`.

The numbers are twelve kinds of advice, their sum, three shares and a flag. From 2022-2023 on a 2 stands where DUO wrote
`<5`: it is read as that interval again, and so is any other 1 to 4 there, which would be sharper than DUO. Then the sum
in the file is no sum. In the years before all numbers are DUO's own. A record's number is the place of its list in the
file. The school's place is not told: only its BRIN.
"""

import re
from collections.abc import Iterator
from typing import Any

from pactwerk.figures.sources.advice.words import ADVICES, AMOUNT, complete, says
from pactwerk.figures.sources.contract import Column, Contract, Wide
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.job import Job
from pactwerk.figures.sources.records import parsed
from pactwerk.figures.sources.refusal import Refused, Unknown, refuse_at
from pactwerk.figures.sources.sheet import Record, Sheet
from pactwerk.figures.sources.stated import stated_school_year
from pactwerk.figures.sources.tidy import Coded, Shape
from pactwerk.figures.texts import Text

_DATA = re.compile(r'\s*\{\s*"\d\d[A-Z]{2}"\s*:\s*\{\s*"\d{4}-\d{4}"\s*:\s*\[')
_BESIDE = (
    re.compile(r'\s*\[\s*\{\s*"b"\s*:\s*"\d\d[A-Z]{2}"\s*,\s*"n"'),
    re.compile(r'\s*\{\s*"years"\s*:\s*\{\s*"\d{4}-\d{4}"'),
)
_NUMBERS = 17
_HIDDEN_FROM = 2022
"""The first calendar year of the first school year whose small numbers were hidden."""


def sheet_of(job: Job) -> Sheet | None:
    """The file as a sheet of a school and year per record; None for another file.

    Raises Unknown for the files that come with it (names, national means): what they hold, we compute ourselves.
    """
    start = job.text[:500]
    if any(beside.match(start) for beside in _BESIDE):
        raise Unknown(
            Text(
                "afgeleid hulpbestand bij de schooladviezen (namen of gemiddelden), wordt niet gebruikt",
                "derived file beside the school advices (names or means), not used",
            )
        )
    if not _DATA.match(start):
        return None
    return Sheet("", ("SCHOOL (BRIN)", "SCHOOLJAAR", *ADVICES), 0, tuple(_records(parsed(job.text))))


def _records(schools: dict[str, Any]) -> Iterator[Record]:
    number = 0
    for brin, years in schools.items():
        for year, numbers in (years if isinstance(years, dict) else {"": years}).items():
            number += 1
            _check(number, brin, year, numbers)
            yield number, [brin, _school_year(year), *(_count(year, value) for value in numbers[: len(ADVICES)])]


def _check(number: int, brin: str, year: str, numbers: object) -> None:
    """Refuse a list that is not what it was: the meaning of a number is its place. Raises Refused."""
    kinds = len(ADVICES)
    right = (
        re.fullmatch(r"\d{4}-\d{4}", year)
        and isinstance(numbers, list)
        and len(numbers) == _NUMBERS
        and all(isinstance(value, int) and value >= 0 for value in numbers[: kinds + 1])
        and sum(numbers[:kinds]) == numbers[kinds]
    )
    if not right:
        raise refuse_at(
            number, f"{brin} {year}",
            f"geen lijst van {_NUMBERS} getallen met {kinds} adviezen en hun som",
            f"no list of {_NUMBERS} numbers with {kinds} advices and their sum",
        )  # fmt: skip


def _count(year: str, value: int) -> str:
    hidden = int(year[:4]) >= _HIDDEN_FROM and 1 <= value <= 4
    return "<5" if hidden else str(value)


def _school_year(year: str) -> str:
    return str(stated_school_year([year], "SCHOOLJAAR"))


def _is_derived(names: frozenset[str]) -> bool:
    return {"SCHOOLBRIN", "HAVOVWO"} <= names


def _period(text: str) -> tuple[str] | None:
    try:
        return (str(stated_school_year([text], "SCHOOLJAAR")),)
    except Refused:
        return None


CONTRACT = Contract(
    table="school_advice",
    name_nl="Schooladviezen per school, afgeleid uit tabellen van DUO",
    name_en="School advices per school, derived from tables of DUO",
    reference="https://github.com/NocturnalTomato/Basisschool_vergelijken",
    edition=EditionKind.COLUMNS,
    columns=(Column("brin", ("SCHOOL (BRIN)",)), Column("year", ("SCHOOLJAAR",))),
    signature=_is_derived,
    rows=(30_000, 90_000),
    wide=Wide(AMOUNT, None, complete),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(60_000, 220_000),
    family="tidy",
    publisher="Basisschool_vergelijken (afgeleid uit DUO)",
    licence="niet vermeld; de bron is open data van DUO",
)

SHAPE = Shape(
    concept="school",
    says=says,
    coded=(Coded("year", ("period",), _period),),
    day="10-01",
    status="afgeleid",
)
