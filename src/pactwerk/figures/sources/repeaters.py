"""DUO, pupils who repeat a year, go down or go up a track, per location of secondary education.

`1516-tov-1617` compares 1 October 2015 with 1 October 2016. The pupils are those of the first: per location they differ
5.1 % from the pupils of 1 October 2016 and 8.9 % from those of 1 October 2017 (editions one year apart differ 5 %).
"""

import re

from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Shape
from pactwerk.figures.sources.tidy.school_places import NUMBER, NUMBERED

_AMOUNT = re.compile(r"(?:TOTAAL)?(?:AANTAL)?(LEERLINGEN|ZITTENBLIJVERS|AFSTROMERS|OPSTROMERS)")
_SHARE = re.compile(r"PERC(?:ENTAGE)?(?:ZITTENBLIJVERS|AFSTROMERS|OPSTROMERS)")
_MEASURES = {"LEERLINGEN": "pupils", "ZITTENBLIJVERS": "repeaters", "AFSTROMERS": "down", "OPSTROMERS": "up"}


def _is_repeaters(names: frozenset[str]) -> bool:
    found = {match[1] for name in names if (match := _AMOUNT.fullmatch(name))}
    return {"ZITTENBLIJVERS", "AFSTROMERS"} <= found


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = {group for (group,) in groups}
    return [f"AANTAL {name}" for name in _MEASURES if name not in there]


CONTRACT = Contract(
    table="repeaters",
    name_nl="DUO, zittenblijvers, afstromers en opstromers vo per vestiging",
    name_en="DUO, pupils repeating a year, going down or up, per location of secondary education",
    reference="https://duo.nl/open_onderwijsdata/databestanden/vo/leerlingen/",
    edition=EditionKind.SCHOOL_YEAR,
    columns=(
        *SCHOOL,
        Column("stated", ("SCHOOLJAAR",), required=False),
        NUMBERED,
        *known(
            "INSTELLINGSNAAM VESTIGING", "INSTELLINGSNAAM", "VESTIGINGSNAAM", "PLAATSNAAM VESTIGING", "PLAATSNAAM",
            "GEMEENTENAAM VESTIGING", "GEMEENTENAAM",
            "PROVINCIE VESTIGING", "PROVINCIE",
        ),
    ),
    signature=_is_repeaters,
    rows=(1_000, 2_000),
    wide=Wide(_AMOUNT, _SHARE, _complete),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(800_000, 1_100_000),
    family="tidy",
)  # fmt: skip

SHAPE = Shape(
    concept="school",
    says=lambda groups: {"measure": _MEASURES[groups[0]]},
    coded=(NUMBER,),
    day="10-01",
    totalled="pupils",
)
