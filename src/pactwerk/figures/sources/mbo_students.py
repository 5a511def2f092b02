"""DUO, mbo students per institution, programme (crebo), level and learning route, men and women.

Enrolled on 1 October of the column's year. The place is the institution's seat, not where a student is taught (data of
DUO know the seat only), and it is given by today's municipality of that town. DOMEIN is the division of programmes
before 2020 (*opleidingsdomein*), kept in the publisher's words; so is TYPE MBO: BOLVT and BOLDT (school-based, full and
part time), BBL (work-based). TOTAAL is the publisher's sum of MAN and VROUW.
"""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import re
from collections.abc import Mapping
from pathlib import Path

from pactwerk.basis.dated import SchoolYear
from pactwerk.basis.places import municipality_by_name, successor_of
from pactwerk.figures.sources import engine
from pactwerk.figures.sources.contract import Column, Contract, Wide
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Coded, Shape
from pactwerk.figures.texts import Text, number

# the sex before or behind the year
_SEX = "(?:MAN|VROUW|ONBEKEND|TOTAAL)"
_YEAR = r"(?:19|20)\d\d"
_AMOUNT = re.compile(rf"(?=.*?({_SEX}))(?=.*?({_YEAR}))(?:{_SEX}{_YEAR}|{_YEAR}{_SEX})")
_SEXES = {"MAN": "male", "VROUW": "female", "ONBEKEND": "unknown", "TOTAAL": "total"}
# Towns with an institution's seat that are no municipality: Zaandam lies in Zaanstad (CBS, Woonplaatsen in Nederland).
_TOWNS = {"ZAANDAM": "Zaanstad"}


def _is_mbo(names: frozenset[str]) -> bool:
    own = (
        {"TYPEMBO", "LEERWEG"}, {"KWALIFICATIENIVEAU", "NIVEAU"}, {"KWALIFICATIECODE", "CREBO", "OPLEIDINGSCODE"},
        {"DOMEIN", "OPLEIDINGSDOMEIN"}, {"PLAATSNAAM", "PLAATSNAAMINSTELLING"},
    )  # fmt: skip
    counted = any(_AMOUNT.fullmatch(name) for name in names)
    return counted and sum(1 for spellings in own if names & spellings) >= len(own) - 2


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    """Men, women and total of every year between the first and the last."""
    if not groups:
        return ["TOTAAL2019"]
    found = [int(year) for _, year in groups]
    wanted = [(sex, str(year)) for year in range(min(found), max(found) + 1) for sex in ("MAN", "VROUW", "TOTAAL")]
    return ["".join(group) for group in wanted if group not in groups]


def _says(groups: tuple[str, ...]) -> Mapping[str, str]:
    sex, year = groups
    return {"measure": "students", "sex": _SEXES[sex], "period": str(SchoolYear.starting(int(year)))}


def seat(town: str) -> tuple[str | None, ...] | None:
    """The municipality of today in which a town lies, by DUO's spelling (`HENGELO OV`); None when unknown."""
    name = _TOWNS.get(town.upper(), town)
    code = municipality_by_name(re.sub(r" OV$", " (O.)", name.upper()))
    return (successor_of(code),) if code else None


def _route(text: str) -> tuple[str | None, ...] | None:
    word = text.upper()
    return (word,) if word in {"BOLVT", "BOLDT", "BOL", "BBL", "OVO"} else None


def _level(text: str) -> tuple[str | None, ...] | None:
    found = re.fullmatch(r"(?:NIVEAU )?([1-4])", text.upper())
    return (found[1],) if found else None


def _words(text: str) -> tuple[str | None, ...]:
    return (re.sub(r"\s+", " ", text) or None,)


def _residuals(target: Path) -> list[Text]:
    """Where the publisher's totals differ from men and women, per school year."""
    found = engine.rows(f"""
        SELECT period, sum(low) FILTER (WHERE sex = 'total'), sum(low) FILTER (WHERE sex <> 'total')
        FROM {engine.literal(target)} GROUP BY 1 HAVING NOT bool_or(suppressed) ORDER BY 1""")
    return [_residual(period, int(total or 0), int(parts or 0)) for period, total, parts in found if total != parts]


def _residual(period: str, total: int, parts: int) -> Text:
    (total_nl, total_en), (parts_nl, parts_en) = number(total), number(parts)
    return Text(
        f"{period}: TOTAAL telt op tot {total_nl}, MAN en VROUW tot {parts_nl}",
        f"{period}: TOTAAL adds up to {total_en}, MAN and VROUW to {parts_en}",
    )


CONTRACT = Contract(
    table="mbo_students",
    name_nl="DUO, mbo-studenten per instelling, opleiding en niveau",
    name_en="DUO, mbo students per institution, programme and level",
    reference="https://duo.nl/open_onderwijsdata/middelbaar-beroepsonderwijs/aantal-studenten/",
    edition=EditionKind.COLUMNS,
    columns=(
        Column("brin", ("BRIN NUMMER", "INSTELLINGSCODE")),
        Column("institution_kind", ("SOORTINS", "SOORT INSTELLING"), required=False, read=False),
        Column("institution_name", ("INSTELLINGSNAAM",), required=False, read=False),
        Column("town", ("PLAATSNAAM", "PLAATSNAAM INSTELLING")),
        Column("route", ("TYPE MBO", "LEERWEG")),
        Column("level", ("KWALIFICATIENIVEAU", "NIVEAU")),
        Column("programme", ("KWALIFICATIE CODE", "CREBO", "OPLEIDINGSCODE")),
        Column("programme_name", ("KWALIFICATIE NAAM", "OPLEIDINGSNAAM"), required=False, read=False),
        Column("sector", ("MBO SECTOR",), required=False, read=False),
        Column("domain", ("DOMEIN", "OPLEIDINGSDOMEIN")),
        Column("unit", ("SECTORUNIT SBB", "SECTORKAMER"), required=False, read=False),
        Column("centre", ("BRIN NUMMER KENNISCENTRUM",), required=False, read=False),
        Column("centre_name", ("NAAM KENNISCENTRUM",), required=False, read=False),
    ),
    signature=_is_mbo,
    rows=(9_000, 30_000),
    wide=Wide(_AMOUNT, None, _complete, blank="zero"),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(400_000, 600_000),
    family="tidy",
)

SHAPE = Shape(
    concept="seat",
    says=_says,
    coded=(
        Coded("town", ("municipality",), seat),
        Coded("route", ("pathway",), _route),
        Coded("level", ("level",), _level),
        Coded("programme", ("programme",), _words),
        Coded("domain", ("domain",), _words),
    ),
    totals=True,
    day="10-01",
    remarks=_residuals,
)
