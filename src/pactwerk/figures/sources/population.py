"""CBS StatLine, population on 1 January by single year of age and municipality."""

import re

from pactwerk.figures.sources.cbs import words
from pactwerk.figures.sources.contract import Column, Contract, Wide
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Coded, Shape
from pactwerk.figures.texts import Text

_AMOUNT = re.compile(r"(BEVOLKINGOP1JANUARI)(?:AANTAL)?")


def _married(text: str) -> Text | None:
    """Why a row of one marital status is not counted: the row of all of them is."""
    if text.lower().startswith("totaal"):
        return None
    return Text("een deel van het totaal, niet meegeteld", "a part of the total, not counted")


def _is_population(names: frozenset[str]) -> bool:
    return any(name.startswith("BEVOLKINGOP1JANUARI") for name in names)


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    return [] if groups else ["Bevolking op 1 januari (aantal)"]


CONTRACT = Contract(
    table="population",
    name_nl="CBS StatLine, bevolking op 1 januari naar leeftijd en gemeente",
    name_en="CBS StatLine, population on 1 January by age and municipality",
    reference="https://opendata.cbs.nl/#/CBS/nl/dataset/03759ned/table",
    edition=EditionKind.COLUMNS,
    columns=(
        Column("age", ("Leeftijd",)),
        Column("period", ("Perioden",)),
        Column("region", ("Regio's", "Regio")),
        Column("sex", ("Geslacht",), required=False),
        Column("marital", ("Burgerlijke staat",), required=False),
    ),
    signature=_is_population,
    rows=(300, 400_000),
    wide=Wide(_AMOUNT, None, _complete, blank="unknown", unknown=words.UNKNOWN_MARKS),
    key=("period", words.YEAR),
    family="tidy",
    publisher="CBS",
    licence=words.LICENCE,
)

SHAPE = Shape(
    concept="home",
    says=lambda _groups: {"measure": "population"},
    coded=(
        Coded("age", ("age",), words.age, words.not_single),
        Coded("period", ("period", "status"), words.year),
        Coded("region", ("municipality",), words.municipality, words.no_municipality),
        Coded("sex", ("sex",), words.sex),
        Coded("marital", (), lambda _: (), _married),
    ),
    fixed={"sex": "total"},
    totals=True,
    day="01-01",
)
"""Without a column of sexes an amount is of both. An empty cell is a municipality that was not there in that year."""
