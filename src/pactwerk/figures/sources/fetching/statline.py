"""Observations of CBS's OData v4 as a file: in StatLine's own layout for a table we read, else long and complete."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from pactwerk.figures.sources.contract import plain
from pactwerk.figures.sources.fetching.cbs import API, Cbs, Measure, own_header, text
from pactwerk.figures.sources.registry import TABLES

_OWN = frozenset({"Id", "Measure", "Value", "ValueAttribute", "StringValue"})
_HEADERS = {"RegioS": "Regio's", "Perioden": "Perioden", "Leeftijd": "Leeftijd", "Geslacht": "Geslacht",
            "BurgerlijkeStaat": "Burgerlijke staat"}  # fmt: skip
_MARKS = {"Definitief": "", "Voorlopig": "*", "NaderVoorlopig": "**"}
"""A period's status as StatLine prints it (CBS, verklaring van tekens)."""
_CANNOT_BE = "Impossible"
"""The attribute of a value that cannot occur: StatLine leaves the cell empty; every other missing value is `.`."""

Codes = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Per dimension its codes, each with what CBS says of it."""


def codes_of(cbs: Cbs, table: str, dimensions: Iterable[str]) -> Codes:
    """The code lists of the dimensions of a table."""
    return {
        name: {text(row, "Identifier"): row for row in cbs.rows(f"{API}/{table}/{name}Codes")} for name in dimensions
    }


def dimensions_of(observation: Mapping[str, Any]) -> list[str]:
    """The dimensions of a table: every column of an observation that is not the observation's own."""
    return [name for name in observation if name not in _OWN]


def write_statline(
    stream: TextIO, ours: str, observations: Iterable[Mapping[str, Any]], codes: Codes, measures: Sequence[Measure]
) -> None:
    """Write one row per place, period and so on with a column per subject, as StatLine exports it: `;`, no BOM.

    A municipality is written by its code, other regions by their name.
    """
    pattern = TABLES[ours].wide
    heads = {
        one.code: one.header if pattern and pattern.pattern.fullmatch(plain(one.header)) else own_header(one)
        for one in measures
    }
    names = list(codes)
    out = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    out.writerow([*(_HEADERS.get(name, name) for name in names), *heads.values()])
    for key, cells in _by_row(observations, names, len(heads)):
        places = [_cell(name, code, codes) for name, code in zip(names, key, strict=True)]
        out.writerow([*places, *(cells.get(code, "") for code in heads)])


def _by_row(
    observations: Iterable[Mapping[str, Any]], names: Sequence[str], subjects: int
) -> Iterator[tuple[tuple[str, ...], Mapping[str, str]]]:
    """Observations of one place and period together. With one subject that is each by itself: nothing is held."""
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    for one in observations:
        key = tuple(text(one, name) for name in names)
        if subjects == 1:
            yield key, {text(one, "Measure"): amount(one, ",")}
        else:
            rows.setdefault(key, {})[text(one, "Measure")] = amount(one, ",")
    yield from rows.items()


def _cell(dimension: str, code: str, codes: Codes) -> str:
    entry = codes[dimension].get(code, {})
    if dimension == "RegioS" and code.startswith("GM"):
        return code
    mark = _MARKS.get(text(entry, "Status"), "") if dimension == "Perioden" else ""
    return (text(entry, "Title") or code) + mark


def amount(observation: Mapping[str, Any], point: str) -> str:
    """The value as text; `.` for one that CBS does not give, empty for one that cannot be."""
    value = observation.get("Value")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value)) if float(value).is_integer() else repr(value).replace(".", point)
    if isinstance(observation.get("StringValue"), str):
        return text(observation, "StringValue")
    return "" if observation.get("ValueAttribute") == _CANNOT_BE else "."


def write_long(
    stream: TextIO, observations: Iterable[Mapping[str, Any]], codes: Codes, measures: Sequence[Measure]
) -> None:
    """Write one row per observation with every code and title: `;`, decimal point, and the reason where there is none.

    Columns: `measure`, `measure_title`, `unit`, then per dimension its code and `<dimension>_title`, `status` of the
    period (Definitief, Voorlopig, NaderVoorlopig), `value`, `value_attribute` (None where there is a value; else
    CBS's reason: Impossible, Confidential, Unknown, ...). docs/beheer/ophalen.md describes it.
    """
    subjects = {one.code: one for one in measures}
    out = csv.writer(stream, delimiter=";", lineterminator="\n")
    titled = [column for name in codes for column in (name, f"{name}_title")]
    out.writerow(["measure", "measure_title", "unit", *titled, "status", "value", "value_attribute"])
    for one in observations:
        code = text(one, "Measure")
        subject = subjects.get(code, Measure(code, "", (), ""))
        places: list[str] = []
        status = ""
        for name, entries in codes.items():
            entry = entries.get(text(one, name), {})
            places += [text(one, name), text(entry, "Title")]
            status = text(entry, "Status") or status
        title = "|".join((*subject.path, subject.title))
        value = amount(one, ".") if one.get("Value") is not None or one.get("StringValue") is not None else ""
        out.writerow([code, title, subject.unit, *places, status, value, text(one, "ValueAttribute")])


def render(path: Path, cbs: Cbs, table: str, ours: str, observations: Sequence[Mapping[str, Any]] | Any) -> None:
    """Write the file of a table; `observations` can be gone through more than once."""
    first: Mapping[str, Any] = next(iter(observations), {})
    codes, measures = codes_of(cbs, table, dimensions_of(first)), cbs.measures(table)
    with path.open("w", encoding="utf-8", newline="") as stream:
        if ours:
            present = {text(one, "Measure") for one in observations}
            write_statline(stream, ours, observations, codes, [one for one in measures if one.code in present])
        else:
            write_long(stream, observations, codes, measures)
