"""DUO, pupils per location and board of secondary education, those placed at adult education (vavo) apart (03.).

The file has no date: `…-2025` in its name is the count of 1 October 2025, as in DUO's other school-year tables.
"""

import re
from collections.abc import Mapping

from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Shape

_AMOUNT = re.compile(r"AANTAL(?:VO)?(LEERLINGEN|LEERLINGENUITBESTEEDAANVAVO)")
_MEASURES = {"LEERLINGEN": "pupils", "LEERLINGENUITBESTEEDAANVAVO": "pupils_at_vavo"}


def _is_totals(names: frozenset[str]) -> bool:
    return any(name.endswith("UITBESTEEDAANVAVO") for name in names)


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = {group for (group,) in groups}
    wanted = {"LEERLINGEN": "AANTAL LEERLINGEN", "LEERLINGENUITBESTEEDAANVAVO": "AANTAL … UITBESTEED AAN VAVO"}
    return [name for group, name in wanted.items() if group not in there]


def _says(groups: tuple[str, ...]) -> Mapping[str, str]:
    return {"measure": _MEASURES[groups[0]]}


CONTRACT = Contract(
    table="vo_location_totals",
    name_nl="DUO, leerlingen vo per vestiging en bevoegd gezag (vavo apart)",
    name_en="DUO, pupils in secondary education per location and board (vavo apart)",
    reference="https://duo.nl/open_onderwijsdata/databestanden/vo/leerlingen/",
    edition=EditionKind.SCHOOL_YEAR,
    columns=(
        *SCHOOL,
        Column("stated", ("SCHOOLJAAR", "PEILDATUM"), required=False),
        *known(
            "BEVOEGD GEZAG NUMMER", "BEVOEGD GEZAG NAAM", "INSTELLINGSNAAM VESTIGING", "INSTELLINGSNAAM",
            "PLAATSNAAM", "GEMEENTENUMMER", "GEMEENTENAAM", "PROVINCIE", "DENOMINATIE",
        ),
    ),
    signature=_is_totals,
    rows=(1_200, 2_500),
    wide=Wide(_AMOUNT, None, _complete),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(800_000, 1_100_000),
    family="tidy",
)  # fmt: skip

SHAPE = Shape(concept="school", says=_says, day="10-01", totalled="pupils")
