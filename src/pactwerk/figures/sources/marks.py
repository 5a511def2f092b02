"""DUO, candidates, graduates, failed and mean marks per location, track, sector and profile (07. …en cijfers).

All candidates of a row have a school mark, a central mark and a final mark, so each mean weighs with them. Until about
2017 the AFDELING of vmbo is a long name (`Bouwtechniek`, `Metalectro -ISP`), later the code of the new profile.
"""

import re
from collections.abc import Mapping

from pactwerk.figures.sources import words
from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Coded, Shape
from pactwerk.figures.sources.tidy.school_places import NAME, NAMED

_AMOUNT = re.compile(
    r"(?:AANTAL)?(EXAMENKANDIDATEN|GESLAAGDEN|GEZAKTEN)|GEM(?:IDDELD)?CIJFER(SCHOOLEXAMEN|CENTRAALEXAMEN|CIJFERLIJST)"
)
_MEASURES = {
    "EXAMENKANDIDATEN": "candidates",
    "GESLAAGDEN": "graduates",
    "GEZAKTEN": "failed",
    "SCHOOLEXAMEN": "school_mark",
    "CENTRAALEXAMEN": "central_mark",
    "CIJFERLIJST": "final_mark",
}
_MARKS = ("school_mark", "central_mark", "final_mark")


def _is_marks(names: frozenset[str]) -> bool:
    found = {match for name in names if (match := _AMOUNT.fullmatch(name))}
    return {match[1] for match in found} >= {"EXAMENKANDIDATEN", "GESLAAGDEN"} and any(match[2] for match in found)


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = {one or other for one, other in groups}
    return [name for name in _MEASURES if name not in there]


def _says(groups: tuple[str, ...]) -> Mapping[str, str]:
    return {"measure": _MEASURES[groups[0] or groups[1]]}


def _sector(text: str) -> tuple[str | None] | None:
    found = words.sector(text)
    return (None,) if found == ("NVT",) else found


def _profile(text: str) -> tuple[str | None] | None:
    """The code of a profile; an old programme keeps its own name; None for a code that is not known."""
    code = words.department(text)
    return code and (code[0] or text or None,)


CONTRACT = Contract(
    table="marks",
    name_nl="DUO, geslaagden, gezakten en cijfers vo",
    name_en="DUO, graduates, failed and marks in secondary education",
    reference="https://duo.nl/open_onderwijsdata/voortgezet-onderwijs/examens/",
    edition=EditionKind.SCHOOL_YEAR,
    columns=(
        *SCHOOL,
        Column("level", ("ONDERWIJSTYPE VO", "ONDERWIJSTYPE")),
        Column("route", ("LEERWEG VMBO", "LEERWEG")),
        Column("sector", ("VMBO SECTOR", "SECTOR"), required=False),
        Column("profile", ("AFDELING", "PROFIEL")),
        Column("stated", ("SCHOOLJAAR",), required=False),
        NAMED,
        *known(
            "INSTELLINGSNAAM VESTIGING", "INSTELLINGSNAAM",
            "GEMEENTENUMMER VESTIGING", "GEMEENTENUMMER", "PLAATSNAAM VESTIGING", "PLAATSNAAM",
            "PROVINCIE VESTIGING", "PROVINCIE",
        ),
    ),
    signature=_is_marks,
    rows=(8_000, 20_000),
    wide=Wide(
        _AMOUNT,
        None,
        _complete,
        decimal=lambda groups: not groups[0],
        blank="unknown",
        band=lambda groups: None if groups[0] else (1, 10),
    ),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(150_000, 230_000),
    family="tidy",
)  # fmt: skip

SHAPE = Shape(
    concept="school",
    says=_says,
    coded=(
        Coded("level", ("level",), words.level, beside="route"),
        Coded("sector", ("domain",), _sector),
        Coded("profile", ("programme",), _profile),
        NAME,
    ),
    weights=dict.fromkeys(_MARKS, "candidates"),
    totalled="candidates",
)
