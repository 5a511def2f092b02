"""Reading the product's own table of published values; see README.md beside this file for what went where."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

REFERENCE = Path(__file__).parent / "reference"
COLUMNS = (
    "transcribed_from",
    "part",
    "indicator",
    "definition",
    "edition",
    "area",
    "period",
    "by",
    "value",
    "numerator",
    "unit",
    "mark",
    "source",
    "note",
)


class BrokenReferenceTable(ValueError):
    """The shipped table of published values does not read; the text names the line and the column."""


@dataclass(frozen=True, slots=True)
class PublishedValue:
    """One value as a publication states it.

    `edition` is the publication edition: two values of different editions are never comparable, because every edition
    restates history. `mark` is `gepubliceerd`, or says what was deduced (*jaar afgeleid*, *uitgave afgeleid*,
    *afgeleid*), estimated (*raming*) or rounded in words by the source (*bij benadering*). `source` is a web address,
    or the name of a document that stands on no page.
    """

    indicator: str
    definition: str
    edition: str
    area: str
    period: str
    value: float
    numerator: int | None
    unit: str
    mark: str
    source: str
    note: str
    transcribed_from: str
    part: str
    by: Mapping[str, str] = field(default_factory=dict)


def _by(cell: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in cell.split(";") if part)
    return {name: code for name, _, code in pairs}


def _read(line: int, cells: Mapping[str, str]) -> PublishedValue:
    wrong = next((name for name in ("indicator", "edition", "area", "period", "source") if not cells[name]), None)
    if wrong:
        raise BrokenReferenceTable(f"published.tsv, regel {line}: kolom {wrong} is leeg")
    try:
        value = float(cells["value"])
        numerator = int(cells["numerator"]) if cells["numerator"] else None
    except ValueError as error:
        raise BrokenReferenceTable(f"published.tsv, regel {line}: {error}") from error
    rest = {name: cells[name] for name in COLUMNS if name not in {"by", "value", "numerator"}}
    return PublishedValue(**rest, by=_by(cells["by"]), value=value, numerator=numerator)


@cache
def published_values() -> tuple[PublishedValue, ...]:
    """Every published value, in the order of the table. Raises `BrokenReferenceTable`."""
    with (REFERENCE / "published.tsv").open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise BrokenReferenceTable(f"published.tsv: kolommen {reader.fieldnames}")
        return tuple(_read(line, cells) for line, cells in enumerate(reader, start=2))
