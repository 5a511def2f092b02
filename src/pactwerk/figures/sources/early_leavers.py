"""DUO, early leavers (vsv) per location of secondary education and school year.

The publisher calls the file by one year, `…-2015`: that in which the school year ended. Nothing in the file says so,
but its pupils do: per location they differ 5.7 % from those of 1 October 2015 (the table of repeaters), 9.0 % from
those of 1 October 2016 and 11.7 % from those of 1 October 2017, where editions one year apart differ 5 %. So they are
those of 1 October 2014. A leaver was enrolled on that day and not a year later (domain.md, section 7).
"""

import re

from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Shape

_AMOUNT = re.compile(r"(AANTALLEERLINGEN|VSVTOTAAL|VSVVMBO|VSVMBO|VSVOVERIG)")
_SHARE = re.compile(r"(VSV)?PERC(ENTAGE)?(VSV)?[A-Z]*")
_MEASURES = {
    "AANTALLEERLINGEN": "pupils",
    "VSVTOTAAL": "leavers",
    "VSVVMBO": "leavers_vmbo",
    "VSVMBO": "leavers_mbo",
    "VSVOVERIG": "leavers_other",
}


def _is_leavers(names: frozenset[str]) -> bool:
    return "VSVTOTAAL" in names


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = {group for (group,) in groups}
    return [name for name in ("AANTALLEERLINGEN", "VSVTOTAAL") if name not in there]


CONTRACT = Contract(
    table="early_leavers",
    name_nl="DUO, voortijdig schoolverlaters per vestiging",
    name_en="DUO, early school leavers per location",
    reference="https://duo.nl/open_onderwijsdata/databestanden/vschoolverlaten/",
    edition=EditionKind.CLOSED_SCHOOL_YEAR,
    columns=(
        *SCHOOL,
        Column("stated", ("SCHOOLJAAR",), required=False),
        *known(
            "SAMENWERKINGSVERBAND NUMMER", "SWV NUMMER", "SAMENWERKINGSVERBAND NAAM", "SWV NAAM",
            "INSTELLINGSNAAM VESTIGING", "INSTELLINGSNAAM", "PLAATSNAAM VESTIGING", "PLAATSNAAM", "GEMEENTENUMMER",
            "GEMEENTENAAM", "PROVINCIE", "RMC REGIO", "RMC REGIO CODE", "RMC REGIO NAAM",
        ),
    ),
    signature=_is_leavers,
    rows=(1_000, 1_800),
    wide=Wide(_AMOUNT, _SHARE, _complete),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(800_000, 1_100_000),
    family="tidy",
)  # fmt: skip

SHAPE = Shape(concept="school", says=lambda groups: {"measure": _MEASURES[groups[0]]}, day="10-01", totalled="pupils")
"""`day`: a leaver was there on 1 October and not a year later."""
