"""DUO, pupils in primary education by home postcode, school and age, a file per municipality (03. Leerlingen po).

A file holds the schools *of one municipality* (`GEMEENTENUMMER`, in its name too) and where their pupils live
(`POSTCODE_LEERLING`, `GEMEENTENAAM_LEERLING`). So the part of an edition that a file is, is the municipality of the
schools: what it says of those schools is whole, but the pupils who live in a municipality are only known when the files
of all municipalities where they may go to school are there. DUO also publishes one file of all municipalities.

Since 1 November 2023 "cells with small numbers (1, 2, 3 or 4) are replaced by <5"
(duo.nl/open_onderwijsdata/primair-onderwijs/aantal-leerlingen). A home postcode of two digits is no postcode.
"""

import re
from collections.abc import Mapping

from pactwerk.basis.identifiers import InvalidIdentifier, gm_code
from pactwerk.basis.places import EXAMPLE_MUNICIPALITIES, municipality_by_name
from pactwerk.figures.sources.codes import distinct
from pactwerk.figures.sources.contract import SCHOOL, Column, Contract, Wide, known
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.refusal import refuse_at
from pactwerk.figures.sources.tidy import Coded, Shape, same

_AMOUNT = re.compile(r"LEEFTIJD(JONGER|\d\d?|OUDER)")
_AGES = range(4, 25)
_ENDS = {"JONGER": f"<{_AGES[0]}", "OUDER": f">{_AGES[-1]}"}
_ALL = 300
"""There were 342 municipalities in 2024: a file with fewer than this is not of all of them."""
_ABROAD = {"", "ONBEKEND", "BUITENLAND", "ANDER LAND", "BELGIE", "BELGIË", "DUITSLAND"}


def _is_pupils(names: frozenset[str]) -> bool:
    return "POSTCODELEERLING" in names and any(_AMOUNT.fullmatch(name) for name in names)


def _complete(groups: list[tuple[str, ...]]) -> list[str]:
    there = {group for (group,) in groups}
    return [f"LEEFTIJD_{name}" for name in ("JONGER", *map(str, _AGES), "OUDER") if name not in there]


def _says(groups: tuple[str, ...]) -> Mapping[str, str]:
    return {"measure": "pupils", "age": _ENDS.get(groups[0], groups[0])}


def _postcode(text: str) -> tuple[str | None]:
    return (text if re.fullmatch("[1-9][0-9]{3}", text) else None,)


def _home(text: str) -> tuple[str | None] | None:
    if text.upper() in _ABROAD:
        return (None,)
    code = municipality_by_name(text)
    return (code,) if code else None


def _part(layout: Layout) -> str:
    """The municipality of the schools; nothing for the file of all municipalities. Raises Refused."""
    words = distinct("schools_in")
    try:
        codes = {gm_code(word) for word in words}
    except InvalidIdentifier:
        header = layout.header_of("schools_in")
        raise refuse_at(
            layout.header_line + 1, header, "een gemeentenummer is er geen", "one of the municipality codes is none"
        ) from None
    if 1 < len(codes) < _ALL and not codes.issubset(EXAMPLE_MUNICIPALITIES):
        nl = f"scholen van {len(codes)} gemeenten: een bestand is van een gemeente of van alle"
        raise refuse_at(
            layout.header_line, layout.header_of("schools_in"), nl,
            f"schools of {len(codes)} municipalities: a file is of one municipality or of all",
        )  # fmt: skip
    return codes.pop() if len(codes) == 1 else ""


CONTRACT = Contract(
    table="po_pupils",
    name_nl="DUO, leerlingen po per gemeente, postcode leerling en leeftijd",
    name_en="DUO, pupils in primary education per municipality, home postcode and age",
    reference="https://duo.nl/open_onderwijsdata/databestanden/po/leerlingen-po/po-totaal/",
    edition=EditionKind.SCHOOL_YEAR,
    columns=(
        Column("stated", ("PEILDATUM",)),
        Column("schools_in", ("GEMEENTENUMMER", "GEMEENTENUMMER VESTIGING")),
        Column("postcode", ("POSTCODE LEERLING",)),
        Column("home", ("GEMEENTENAAM LEERLING",)),
        *SCHOOL,
        Column("level", ("SOORT PO",)),
        *known(
            "GEMEENTENAAM", "GEMEENTENAAM VESTIGING", "INSTELLINGSNAAM VESTIGING", "POSTCODE VESTIGING",
            "PLAATSNAAM", "PROVINCIE", "DENOMINATIE VESTIGING", "DENOMINATIE", "BEVOEGD GEZAG NUMMER",
            "PLAATSNAAM LEERLING", "WOONPLAATS LEERLING", "TOTAAL",
        ),
    ),
    signature=_is_pupils,
    rows=(1, 130_000),
    wide=Wide(_AMOUNT, None, _complete),
    suppressed="<5",
    suppressed_means=(1, 4),
    family="tidy",
)  # fmt: skip

SHAPE = Shape(
    concept="home",
    says=_says,
    coded=(
        Coded("postcode", ("postcode4",), _postcode),
        Coded("home", ("municipality",), _home),
        Coded("level", ("level",), same("level")),
    ),
    staged=("schools_in",),
    part=_part,
    day="10-01",
)
