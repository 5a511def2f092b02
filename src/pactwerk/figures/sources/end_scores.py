"""DUO, pupils in year 8 and mean scores of the end-of-school tests, per location of primary education.

Each test has two columns, `CET_AANTAL` and `CET_GEM`; which tests there are changes over the years, so any pair is read
and named as the publisher does. Scales differ: the mean of one test is never one with that of another. With fewer than
5 pupils the file of 2018-2019 leaves the mean blank: it is missing.
"""

import re
from collections.abc import Mapping

from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.tidy import Coded, Shape, same
from pactwerk.figures.sources.tidy.school_places import NUMBER, NUMBERED

_AMOUNT = re.compile(r"(LEERJAAR8|ONTHEFFINGREDENND)|([A-Z][A-Z0-9]*?)(AANTAL|GEM)")
_COUNTS = {"LEERJAAR8": "grade8", "ONTHEFFINGREDENND": "exempt"}
_SCALES = {"CET": (501, 550), "IEP": (50, 100), "ROUTE8": (100, 300), "DIA": (321, 390), "AMN": (300, 520)}
"""The lowest and highest score of the tests of 2018-2019; real means lie well within them."""


def _is_scores(names: frozenset[str]) -> bool:
    return "LEERJAAR8" in names and any(name.endswith("GEM") for name in names)


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = set(groups)
    missing = [] if any(count == "LEERJAAR8" for count, _, _ in groups) else ["LEERJAAR_8"]
    for test in sorted({test for _, test, _ in groups if test}):
        missing += [f"{test}_{kind}" for kind in ("AANTAL", "GEM") if ("", test, kind) not in there]
    return missing


def _says(groups: tuple[str, ...]) -> Mapping[str, str]:
    if groups[0]:
        return {"measure": _COUNTS[groups[0]]}
    return {"measure": "score" if groups[2] == "GEM" else "tested", "programme": groups[1]}


CONTRACT = Contract(
    table="end_scores",
    name_nl="DUO, gemiddelde eindscores bo en sbo",
    name_en="DUO, mean end scores in primary education",
    reference="https://duo.nl/open_onderwijsdata/databestanden/po/leerlingen-po/bo-sbo/",
    edition=EditionKind.SCHOOL_YEAR,
    columns=(
        Column("stated", ("PEILDATUM LEERLINGEN", "PEILDATUM"), required=False),
        *SCHOOL,
        Column("level", ("SOORT PO",)),
        NUMBERED,
        *known(
            "PRIKDATUM SCORES", "PRIKDATUM", "INSTELLINGSNAAM VESTIGING", "POSTCODE VESTIGING", "PLAATSNAAM",
            "GEMEENTENAAM", "PROVINCIE", "DENOMINATIE VESTIGING", "DENOMINATIE",
            "BEVOEGD GEZAG NUMMER",
        ),
    ),
    signature=_is_scores,
    rows=(5_500, 7_500),
    wide=Wide(
        _AMOUNT,
        None,
        _complete,
        decimal=lambda groups: groups[2] == "GEM",
        blank="unknown",
        band=lambda groups: _SCALES.get(groups[1]) if groups[2] == "GEM" else None,
    ),
    suppressed="<5",
    suppressed_means=(1, 4),
    total=(140_000, 220_000),
    family="tidy",
)  # fmt: skip

SHAPE = Shape(
    concept="school",
    says=_says,
    coded=(Coded("level", ("level",), same("level")), NUMBER),
    weights={"score": "tested"},
    totalled="grade8",
)
