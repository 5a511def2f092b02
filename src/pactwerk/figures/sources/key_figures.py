"""CBS StatLine, Regionale kerncijfers Nederland: pupils and students by the municipality where they live."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import re
from pathlib import Path

from pactwerk.basis.places import municipalities
from pactwerk.figures.sources import engine
from pactwerk.figures.sources.cbs import words
from pactwerk.figures.sources.contract import Column, Contract, Wide
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Coded, Shape
from pactwerk.figures.texts import Text

_LEVELS = {
    "VOORTGEZETONDERWIJS": "vo",
    "BEROEPSOPLEIDENDELEERWEG": "bol",
    "BEROEPSBEGELEIDENDELEERWEG": "bbl",
    "HOGERBEROEPSONDERWIJS": "hbo",
    "WETENSCHAPPELIJKONDERWIJS": "wo",
}
_AMOUNT = re.compile(rf"ONDERWIJSNAARWOONGEMEENTELEERLINGENSTUDENTEN({'|'.join(_LEVELS)})(?:AANTAL)?")


def _is_key_figures(names: frozenset[str]) -> bool:
    return "PERIODEN" in names and bool(names & {"REGIOS", "REGIO"}) and any(_AMOUNT.fullmatch(name) for name in names)


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    return [] if groups else ["Onderwijs|Naar woongemeente|Leerlingen/studenten|…"]


def _coverage(target: Path) -> list[Text]:
    """How many of today's municipalities have figures in the last period: an export can be cut off."""
    source = engine.literal(target)
    found = engine.rows(
        f"SELECT period, count(DISTINCT municipality) FROM {source} WHERE period = (SELECT max(period) FROM {source}) "
        "GROUP BY 1"
    )
    today = sum(1 for row in municipalities() if row.valid_to is None)
    return [
        Text(
            f"{period}: cijfers van {count} gemeenten, waar er nu {today} zijn; een geheel met een ontbrekende "
            "gemeente heeft geen totaal",
            f"{period}: figures of {count} municipalities, where there are {today} today; a whole with a missing "
            "municipality has no total",
        )
        for period, count in found
        if count < today
    ]


CONTRACT = Contract(
    table="key_figures",
    name_nl="CBS StatLine, regionale kerncijfers: leerlingen en studenten naar woongemeente",
    name_en="CBS StatLine, regional key figures: pupils and students by home municipality",
    reference="https://opendata.cbs.nl/#/CBS/nl/dataset/70072ned/table",
    edition=EditionKind.COLUMNS,
    columns=(Column("period", ("Perioden",)), Column("region", ("Regio's", "Regio"))),
    signature=_is_key_figures,
    rows=(300, 40_000),
    wide=Wide(_AMOUNT, None, _complete, blank="unknown", unknown=words.UNKNOWN_MARKS),
    key=("period", words.YEAR),
    family="tidy",
    publisher="CBS",
    licence=words.LICENCE,
)

SHAPE = Shape(
    concept="home",
    says=lambda groups: {
        "measure": "pupils" if groups[0] == "VOORTGEZETONDERWIJS" else "students",
        "level": _LEVELS[groups[0]],
    },
    coded=(
        Coded("period", ("period", "status"), words.year),
        Coded("region", ("municipality",), words.municipality, words.no_municipality),
    ),
    remarks=_coverage,
)
"""`.` is not known, empty cannot occur (the municipality was not there): neither is a zero."""
