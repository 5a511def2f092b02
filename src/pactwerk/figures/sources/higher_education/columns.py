"""The columns of DUO's tables of higher education, in the spellings of its editions, and their years.

The rows are per municipality of the location, institution, programme, form and, to 2017 of wo in the columns, sex.
"""

import re
from collections.abc import Callable, Mapping

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.sources.contract import Column, Wide

# the sex behind the year or before it
_SEX = "(?:MAN|VROUW|ONBEKEND)"
_DIGITS = r"(?:19|20)\d\d"
_YEAR = re.compile(rf"(?=.*?({_DIGITS}))(?=.*?({_SEX})|\d+$)(?:{_SEX}{_DIGITS}|{_DIGITS}{_SEX}?)")
_SEXES = {"MAN": "male", "VROUW": "female", "ONBEKEND": "unknown"}

COLUMNS = (
    Column("province", ("PROVINCIE", "PROVINCIENAAM"), required=False),
    Column("municipality", ("GEMEENTENUMMER", "GEMEENTECODE")),
    Column("municipality_name", ("GEMEENTENAAM",), required=False, read=False),
    Column("institution_kind", ("SOORT INSTELLING",), required=False, read=False),
    Column("brin", ("BRIN NUMMER ACTUEEL", "INSTELLINGSCODE ACTUEEL", "BRIN NUMMER", "INSTELLINGSCODE")),
    Column("institution_name", ("INSTELLINGSNAAM ACTUEEL", "INSTELLINGSNAAM"), required=False, read=False),
    Column("domain", ("CROHO ONDERDEEL", "ONDERDEEL")),
    Column("subdomain", ("CROHO SUBONDERDEEL", "SUBONDERDEEL"), required=False, read=False),
    Column("programme", ("OPLEIDINGSCODE ACTUEEL", "OPLEIDINGSCODE")),
    Column("programme_name", ("OPLEIDINGSNAAM ACTUEEL", "OPLEIDINGSNAAM"), required=False, read=False),
    Column("form", ("OPLEIDINGSVORM", "VORM")),
    Column("sex", ("GESLACHT",), required=False),
)
"""`sex` must be there unless the years are per sex (see `sexed`)."""


def years(measure: str) -> tuple[Wide, Callable[[tuple[str, ...]], Mapping[str, str]]]:
    """The columns of a year, and what their header says.

    A column `2016` is the school year that starts in it: enrolments are counted on 1 October 2016 (DUO, *1 cijfer
    hoger onderwijs*), diplomas are of the study year (see `ho_graduates`).
    """

    def says(groups: tuple[str, ...]) -> Mapping[str, str]:
        year, sex = groups
        told = {"measure": measure, "period": str(SchoolYear.starting(int(year)))}
        return told | {"sex": _SEXES[sex]} if sex else told

    return Wide(_YEAR, None, _missing), says


def _missing(groups: list[tuple[str, ...]]) -> list[str]:
    """Every year between the first and the last, and of each the same sexes."""
    if not groups:
        return ["een jaar, als 2019"]
    there = {int(year) for year, _ in groups}
    sexes = {sex for _, sex in groups}
    wanted = [(str(year), sex) for year in range(min(there), max(there) + 1) for sex in sorted(sexes, key=str)]
    return [" ".join(filter(None, group)) for group in wanted if group not in groups]


def of_higher_education(names: frozenset[str]) -> bool:
    """Whether a header (as `plain` gives it) is of a table per programme: two of these three, one may be renamed."""
    own = ({"CROHOONDERDEEL", "ONDERDEEL"}, {"OPLEIDINGSCODEACTUEEL", "OPLEIDINGSCODE"}, {"OPLEIDINGSVORM"})
    return sum(1 for spellings in own if names & spellings) >= len(own) - 1
