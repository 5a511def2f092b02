"""DUO, early leavers (vsv) per location of secondary education and school year."""

import re

from pactwerk.figures.sources.contract import Column, Contract, Wide
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Shape

_AMOUNT = re.compile(r"(AANTALLEERLINGEN|VSVTOTAAL|VSVVMBO|VSVMBO|VSVOVERIG)")
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
    edition=EditionKind.SCHOOL_YEAR,
    columns=(
        Column("network", ("SAMENWERKINGSVERBAND NUMMER", "SWV NUMMER"), required=False, read=False),
        Column("brin", ("BRIN NUMMER", "INSTELLINGSCODE", "BRIN")),
        Column("location", ("VESTIGINGS NUMMER", "VESTIGINGSNUMMER", "VESTIGINGSCODE")),
    ),
    signature=_is_leavers,
    rows=(1_000, 1_800),
    wide=Wide(_AMOUNT, None, _complete),
    suppressed="<5",
    suppressed_means=(1, 4),
    family="tidy",
)

SHAPE = Shape(concept="school", says=lambda groups: {"measure": _MEASURES[groups[0]]}, day="10-01")
"""The publisher sets the year; a leaver was there on 1 October and not a year later."""
