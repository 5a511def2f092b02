"""CBS, unemployment rate per quarter by country and province, one column an area."""

import re

from pactwerk.basis.places import province_by_name
from pactwerk.figures.sources.cbs import words
from pactwerk.figures.sources.contract import Column, Contract, Wide
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Coded, Shape

_PROVINCES = (
    *("GRONINGEN", "FRIESLAND", "FRYSLAN", "FRYSLN", "DRENTHE", "OVERIJSSEL", "FLEVOLAND", "GELDERLAND", "UTRECHT"),
    *("NOORDHOLLAND", "ZUIDHOLLAND", "ZEELAND", "NOORDBRABANT", "LIMBURG", "VOORBEELDLAND"),
)
_LANDSDELEN = {"NOORDNEDERLAND": "LD01", "OOSTNEDERLAND": "LD02", "WESTNEDERLAND": "LD03", "ZUIDNEDERLAND": "LD04"}
_AMOUNT = re.compile(rf"(NEDERLAND|{'|'.join((*_LANDSDELEN, *_PROVINCES))})(?:PV|LD|WERKLOOSHEIDSPERCENTAGE)?")


def _is_unemployment(names: frozenset[str]) -> bool:
    return len({match[1] for name in names if (match := _AMOUNT.fullmatch(name))}) >= 8


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = {_area(name) for (name,) in groups}
    wanted = {_area(name): name for name in ("NEDERLAND", *_PROVINCES) if name not in {"FRYSLAN", "FRYSLN"}}
    return [name for area, name in wanted.items() if area not in there and area != "PV99"]


def _area(name: str) -> str:
    if name == "NEDERLAND":
        return "NL"
    spelled = "Friesland" if name == "FRYSLN" else name
    return _LANDSDELEN.get(name) or province_by_name(spelled) or name


CONTRACT = Contract(
    table="unemployment",
    name_nl="CBS, werkloosheidspercentage per kwartaal en provincie",
    name_en="CBS, unemployment rate by quarter and province",
    reference="https://opendata.cbs.nl/#/CBS/nl/dataset/85224NED/table",
    edition=EditionKind.COLUMNS,
    columns=(Column("period", ("", "Perioden", "Kwartaal", "Periode")),),
    signature=_is_unemployment,
    rows=(1, 200),
    wide=Wide(_AMOUNT, None, _complete, decimal=lambda _groups: True, blank="unknown", unknown=words.UNKNOWN_MARKS),
    key=("period", words.QUARTER),
    family="tidy",
    publisher="CBS",
    licence=words.LICENCE,
)

SHAPE = Shape(
    concept="home",
    says=lambda groups: {"measure": "rate", "area": _area(groups[0])},
    coded=(Coded("period", ("period", "status"), words.quarter),),
    fixed={"sex": "total"},
    totals=True,
)
"""Percent of the labour force of 15 to 75 years, by where people live; rates are never added up."""
