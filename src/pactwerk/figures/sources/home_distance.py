"""DUO, mean distance in metres between a pupil's home and the school, per location of primary education.

A row is a location and a kind of school: a location may have So and Vso. The mean is over `LEERLINGEN`. A mean of
0 metres over a hundred pupils stands where the publisher knows no distance: such a cell is missing.
"""

import re
from collections.abc import Mapping

from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Coded, Shape, same
from pactwerk.figures.sources.tidy.school_places import NUMBER, NUMBERED

_AMOUNT = re.compile(r"(?:GEMIDDELDE|AANTAL)?(AFSTAND|LEERLINGEN)")
_MEASURES = {"AFSTAND": "distance", "LEERLINGEN": "pupils"}
_FARTHEST = 300_000
"""Metres: the longest way across the country."""


def _is_distance(names: frozenset[str]) -> bool:
    return {match[1] for name in names if (match := _AMOUNT.fullmatch(name))} == set(_MEASURES)


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = {group for (group,) in groups}
    return [name for name in _MEASURES if name not in there]


def _says(groups: tuple[str, ...]) -> Mapping[str, str]:
    return {"measure": _MEASURES[groups[0]]}


CONTRACT = Contract(
    table="home_distance",
    name_nl="DUO, gemiddelde afstand tussen woonadres leerling en schoolvestiging po",
    name_en="DUO, mean distance between home and school in primary education",
    reference="https://duo.nl/open_onderwijsdata/databestanden/po/leerlingen-po/po-totaal/",
    edition=EditionKind.SCHOOL_YEAR,
    columns=(
        Column("stated", ("PEILDATUM", "PEILDATUM LEERLINGEN"), required=False),
        *SCHOOL,
        Column("level", ("SOORT PO",)),
        NUMBERED,
        *known(
            "INSTELLINGSNAAM VESTIGING", "POSTCODE VESTIGING", "PLAATSNAAM", "GEMEENTENAAM",
            "PROVINCIE", "DENOMINATIE VESTIGING", "DENOMINATIE", "BEVOEGD GEZAG NUMMER",
        ),
    ),
    signature=_is_distance,
    rows=(6_000, 9_000),
    wide=Wide(
        _AMOUNT,
        None,
        _complete,
        decimal=lambda groups: groups[0] == "AFSTAND",
        blank="unknown",
        band=lambda groups: (1, _FARTHEST) if groups[0] == "AFSTAND" else None,
    ),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(1_200_000, 1_800_000),
    family="tidy",
)  # fmt: skip

SHAPE = Shape(
    concept="school",
    says=_says,
    coded=(Coded("level", ("level",), same("level")), NUMBER),
    weights={"distance": "pupils"},
    day="10-01",
    totalled="pupils",
)
