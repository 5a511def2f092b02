"""DUO, exams taken and mean marks per location and exam subject, a file each for vmbo, havo and vwo.

`candidates` are all central exams taken in the subject. A subject that is judged with a word (`SCHOOLEXAMEN
BEOORDELING`: V or G) has a row per word. `,0` stands where nobody has a mark. `SCHOOLJAAR` 2018 is 2018-2019.
"""

import re
from collections.abc import Mapping

from pactwerk.figures.sources import words
from pactwerk.figures.sources.codes import distinct
from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.tidy import Coded, Shape, same
from pactwerk.figures.sources.tidy.school_places import NUMBER, NUMBERED

_AMOUNT = re.compile(
    r"TOTAALAANTAL(CENTRALEEXAMENS|SCHOOLEXAMENSMETCIJFER)|GEM(?:IDDELD)?CIJFERTOTAALAANTAL(CENTRALEEXAMENS|SCHOOLEXAMENS)"
)
_LEFT_ALONE = re.compile(r"(?:TOTAAL)?AANTAL(?:SCHOOL|CENTRALE)EXAMENS.*|GEM(?:IDDELD)?CIJFER.*")
_COUNTS = {"CENTRALEEXAMENS": "candidates", "SCHOOLEXAMENSMETCIJFER": "school_exams"}
_MARKS = {"CENTRALEEXAMENS": "central_mark", "SCHOOLEXAMENS": "school_mark"}


def _is_subjects(names: frozenset[str]) -> bool:
    return {"VAKCODE", "TOTAALAANTALCENTRALEEXAMENS"} <= names


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    counts, marks = {count for count, _ in groups}, {mark for _, mark in groups}
    missing = [f"TOTAAL AANTAL {name}" for name in _COUNTS if name not in counts]
    return missing + [f"GEM. CIJFER TOTAAL AANTAL {name}" for name in _MARKS if name not in marks]


def _says(groups: tuple[str, ...]) -> Mapping[str, str]:
    return {"measure": _COUNTS[groups[0]] if groups[0] else _MARKS[groups[1]]}


def _part(_layout: Layout) -> str:
    """`vmbo`, `havo` or `vwo`; nothing when the file holds them all."""
    kinds = {kind[0].lower() for word in distinct("level") if (kind := re.match("[A-Za-z]+", word))}
    return kinds.pop() if len(kinds) == 1 else ""


CONTRACT = Contract(
    table="exam_subjects",
    name_nl="DUO, afgenomen examens en examencijfers vo per vak",
    name_en="DUO, exams taken and marks in secondary education per subject",
    reference="https://duo.nl/open_onderwijsdata/voortgezet-onderwijs/examens/",
    edition=EditionKind.SCHOOL_YEAR,
    columns=(
        Column("stated", ("SCHOOLJAAR",), required=False),
        *SCHOOL,
        Column("level", ("ONDERWIJSTYPE VO", "ONDERWIJSTYPE")),
        Column("route", ("LEERWEG VMBO", "LEERWEG"), required=False),
        Column("code", ("VAKCODE",)),
        Column("name", ("VAKNAAM",)),
        NUMBERED,
        *known(
            "INSTELLINGSNAAM VESTIGING", "INSTELLINGSNAAM", "GEMEENTENAAM", "PLAATSNAAM",
            "PROVINCIE", "AFKORTING VAKNAAM", "SCHOOLEXAMEN BEOORDELING",
        ),
    ),
    signature=_is_subjects,
    rows=(8_000, 80_000),
    wide=Wide(
        _AMOUNT,
        _LEFT_ALONE,
        _complete,
        decimal=lambda groups: not groups[0],
        blank="unknown",
        band=lambda groups: None if groups[0] else (1, 10),
    ),
    suppressed="<5",
    suppressed_means=(1, 4),
    family="tidy",
)  # fmt: skip

SHAPE = Shape(
    concept="school",
    says=_says,
    coded=(
        Coded("level", ("level",), words.level, beside="route"),
        Coded("code", ("programme",), same("programme")),
        Coded("name", ("domain",), same("domain")),
        NUMBER,
    ),
    weights={"central_mark": "candidates", "school_mark": "school_exams"},
    part=_part,
    totalled="candidates",
)
