"""A StatLine export whose header takes several lines: title, subject, units; and a footer `Bron: CBS`."""

import csv
import io
import re

from pactwerk.figures.sources.contract import plain
from pactwerk.figures.sources.job import Job
from pactwerk.figures.sources.refusal import refuse_at
from pactwerk.figures.sources.sheet import Record, Sheet

_WITHIN = 12
_DIMENSIONS = frozenset({"PERIODEN", "REGIOS", "REGIO"})
_UNITS = frozenset({"AANTAL", "X1000", "X1", "", "1000EURO", "MLNEURO", "EURO", "JAAR", "KM", "HA", "KM2"})
"""Units that tell the line under the names of the amounts; there may be others beside them."""


def sheet_of(job: Job) -> Sheet | None:
    """The export with subject and unit lines made one header; None for a file whose header is one line."""
    start = job.text[:50_000]
    if not re.search(r"PERIODEN|REGIO", start.upper()):
        return None
    place = _header_place(start)
    if not place:
        return None
    records = _records(job.text)
    above, (line, header) = records[place - 1][1], records[place]
    names = [_name(cell, above[column] if column < len(above) else "") for column, cell in enumerate(header)]
    return Sheet("", tuple(names), line, tuple(records[place + 1 :]))


def _header_place(start: str) -> int | None:
    """The place of the record with the units, when the names of the amounts stand above it."""
    try:
        rows = list(csv.reader(io.StringIO(start, newline=""), delimiter=";"))[:_WITHIN]
    except csv.Error:
        return None
    for place, row in enumerate(rows):
        words = [plain(cell) for cell in row]
        if _DIMENSIONS & set(words):
            units = [word for word in words if word not in _DIMENSIONS]
            return place if place and any(word in _UNITS for word in units) else None
    return None


def _records(text: str) -> list[Record]:
    """Every record with its line. Raises Refused for one that is not whole."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    found: list[Record] = []
    last = 0
    try:
        for record in reader:
            found.append((last + 1, [cell.strip() for cell in record]))
            last = reader.line_num
    except csv.Error as error:
        nl, en = "aanhalingstekens kloppen niet, de regel is niet heel", "quotes do not match, the line is not whole"
        raise refuse_at(last + 1, "", f"{nl} ({error})", f"{en} ({error})") from None
    return found


def _name(cell: str, above: str) -> str:
    """The name of an amount; with its unit when that is not one: thousands must not be taken for pupils."""
    if not above.strip():
        return cell
    return above if plain(cell) in {"", "AANTAL", "X1"} else f"{above} ({cell})"
