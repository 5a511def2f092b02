"""Reading the terms: dated rows with Dutch, English, definition and reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pactwerk.basis.dated import Dated
from pactwerk.figures.indicators.shipped import shipped_rows
from pactwerk.figures.texts import Text

REFERENCE = Path(__file__).parent / "reference"
Use = Literal["term", "class"]
Counted = Literal["transition", "cohort", "no"]
_COUNTED: Mapping[str, Counted] = {"transition": "transition", "cohort": "cohort", "no": "no"}


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the field, or one class of the accounting.

    `counted` says from what: a `transition`, a `cohort`, or `no` when the layout of enrolments lacks what it needs;
    `reason` says why not, or in what our count differs from the official one.
    """

    code: str
    name: Text
    definition: Text
    counted: Counted
    reason: Text
    reference: str
    url: str


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _term(cells: dict[str, str]) -> Dated[Term]:
    value = Term(
        code=cells["code"],
        name=Text(cells["name_nl"], cells["name_en"]),
        definition=Text(cells["definition_nl"], cells["definition_en"]),
        counted=_COUNTED[cells["counted"]],
        reason=Text(cells["reason_nl"], cells["reason_en"]),
        reference=cells["reference"],
        url=cells["url"],
    )
    return Dated(value, _day(cells["valid_from"]), cells["reference"], _day(cells["valid_to"]))


def _read(use: Use) -> tuple[Dated[Term], ...]:
    return tuple(_term(cells) for cells in shipped_rows(REFERENCE / "terms.tsv") if cells["use"] == use)


_TERMS, _CLASSES = _read("term"), _read("class")


def _newest(rows: tuple[Dated[Term], ...]) -> Mapping[str, Term]:
    ordered = sorted(rows, key=lambda row: row.valid_from or date.min)
    kept = {row.value.code: row.value for row in ordered}
    return MappingProxyType({row.value.code: kept[row.value.code] for row in rows})


TERMS: Mapping[str, Term] = _newest(_TERMS)
"""The official terms by code, each in its newest definition. They overlap: vsv is also uitstroom."""
CLASSES: Mapping[str, Term] = _newest(_CLASSES)
"""The classes of the accounting identity by code: every transition is in exactly one."""


def term_on(code: str, day: date) -> Term | None:
    """An official term as it was defined on a day; None where it is unknown or had no definition then."""
    return next((row.value for row in _TERMS if row.value.code == code and row.holds_on(day)), None)
