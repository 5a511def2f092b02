"""CBS StatLine, highest education of the population by country, landsdeel and province (percentages, EBB)."""

import re

from pactwerk.figures.sources.cbs import words
from pactwerk.figures.sources.contract import Column, Contract, Wide
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Coded, Shape

_CLASSES = {"11BASIS": "11", "12VMBO": "12", "21HAVO": "21", "31HBO": "31", "32HBO": "32"}
# other exports of CBS give the population, and people per level, in thousands
_AMOUNT = re.compile(rf"(?!.*X1000)(?:ONDERWIJSNIVEAU[0-9]?CATEGORI[A-Z]*)?(BEVOLKING|{'|'.join(_CLASSES)})[A-Z0-9]*")


def _is_education_level(names: frozenset[str]) -> bool:
    return (
        "PERIODEN" in names and bool(names & {"REGIOS", "REGIO"}) and any("11BASISONDERWIJS" in name for name in names)
    )


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = {group for (group,) in groups}
    return [f"Onderwijsniveau {code} …" for name, code in _CLASSES.items() if name not in there]


def _says(groups: tuple[str, ...]) -> dict[str, str]:
    if groups[0] == "BEVOLKING":
        return {"measure": "population"}
    return {"measure": "share", "domain": _CLASSES[groups[0]]}


CONTRACT = Contract(
    table="education_level",
    name_nl="CBS StatLine, bevolking naar hoogst behaald onderwijsniveau, landsdeel en provincie",
    name_en="CBS StatLine, population by highest education, landsdeel and province",
    reference="https://opendata.cbs.nl/#/CBS/nl/dataset/85453NED/table",
    edition=EditionKind.COLUMNS,
    columns=(
        Column("sex", ("Geslacht",), required=False),
        Column("age", ("Leeftijd",)),
        Column("period", ("Perioden",)),
        Column("region", ("Regio's", "Regio")),
    ),
    signature=_is_education_level,
    rows=(17, 5_000),
    wide=Wide(
        _AMOUNT, None, _complete,
        decimal=lambda groups: groups[0] != "BEVOLKING", blank="unknown", unknown=words.UNKNOWN_MARKS,
    ),
    key=("period", words.YEAR),
    family="tidy",
    publisher="CBS",
    licence=words.LICENCE,
)  # fmt: skip

SHAPE = Shape(
    concept="home",
    says=_says,
    coded=(
        Coded("age", ("age",), words.age),
        Coded("period", ("period", "status"), words.year),
        Coded("region", ("area",), words.area),
        Coded("sex", ("sex",), words.sex),
    ),
    fixed={"sex": "total"},
    totals=True,
)
"""Every row is about a whole area, so nothing is added up. Domains are CBS's codes of the five levels."""
