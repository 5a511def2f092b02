"""A mapping as a table like any other: the same contract, the same checks, the same reader."""

import re
from collections.abc import Callable
from pathlib import PurePath

from pactwerk.basis.dated import SchoolYear, UnknownPeriod, parse_period
from pactwerk.basis.places import UnknownArea, area, municipality_by_name, province_by_name
from pactwerk.figures.sources import workbooks
from pactwerk.figures.sources.cbs import words
from pactwerk.figures.sources.contract import BRIN, Column, Contract, Wide, plain
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.job import Job
from pactwerk.figures.sources.mapping.declaration import PLACES, AmountColumn, Mapping, TextColumn
from pactwerk.figures.sources.registry import Table, tidy
from pactwerk.figures.sources.sheet import Sheet
from pactwerk.figures.sources.tidy import Coded, Shape

_Decode = Callable[[str], tuple[str | None, ...] | None]
_PERIODS = {
    "year": words.YEAR,
    "school_year": r"(19|20)[0-9]{2}[-/](19|20)?[0-9]{2}",
    "quarter": words.QUARTER,
}
_KINDS = {"year": EditionKind.YEAR, "school_year": EditionKind.SCHOOL_YEAR, "quarter": EditionKind.COLUMNS}
_SEXES = {"man": "male", "mannen": "male", "vrouw": "female", "vrouwen": "female", "totaal": "total"}


def table_of(mapping: Mapping) -> Table:
    """The table that files are recognised as and read with."""
    return tidy(_contract(mapping), _shape(mapping), lambda job: _sheet(mapping, job))


def _contract(mapping: Mapping) -> Contract:
    by_header = _by_header(mapping)
    timed = any(column.field == "period" for column in mapping.texts)
    longest = sorted(by_header, key=len, reverse=True)
    return Contract(
        table=mapping.table,
        name_nl=mapping.title_nl,
        name_en=mapping.title_en,
        reference=mapping.reference,
        edition=EditionKind.COLUMNS if timed else _KINDS[mapping.period],
        columns=tuple(_column(column) for column in mapping.texts),
        signature=lambda names: _looks_like(mapping, names),
        rows=mapping.rows,
        wide=Wide(
            re.compile(f"({'|'.join(longest)})"),
            None,
            lambda groups: _missing(mapping, by_header, groups),
            decimal=lambda groups: by_header[groups[0]].decimal != "none",
            blank=mapping.marks.blank,
            unknown=mapping.marks.unknown,
        ),
        suppressed=mapping.marks.suppressed or None,
        suppressed_means=mapping.marks.covers,
        key=_key(mapping, timed=timed),
        preamble=max(0, mapping.header_row - 1),
        family="tidy",
        publisher=mapping.publisher,
        licence=mapping.licence,
    )


def _column(column: TextColumn) -> Column:
    if column.field == "ignore":
        return Column(f"ignore {column.headers[0]}", column.headers, required=False, read=False)
    return Column(_name(column.field), column.headers, column.required)


def _name(field: str) -> str:
    """Our name of a column; an institution's column is `brin`, as in every table."""
    return "brin" if field == "institution" else field


def _by_header(mapping: Mapping) -> dict[str, AmountColumn]:
    return {plain(header): amount for amount in mapping.amounts for header in amount.headers}


def _looks_like(mapping: Mapping, names: frozenset[str]) -> bool:
    """Most of the declared columns: a file with one renamed is recognised, and then refused with its name."""
    declared = [column.headers for column in mapping.texts if column.field != "ignore"]
    declared += [amount.headers for amount in mapping.amounts]
    there = sum(1 for headers in declared if {plain(header) for header in headers} & names)
    return there >= min(len(declared), max(2, 0.6 * len(declared)))


def _missing(mapping: Mapping, by_header: dict[str, AmountColumn], groups: list[tuple[str, ...]]) -> list[str]:
    there = {by_header[group].headers[0] for (group,) in groups}
    return [amount.headers[0] for amount in mapping.amounts if amount.headers[0] not in there]


def _key(mapping: Mapping, *, timed: bool) -> tuple[str, str]:
    if timed:
        return "period", _PERIODS[mapping.period]
    place = next((column.field for column in mapping.texts if column.field in PLACES), "")
    patterns = {"location": r"[0-9]{2}[A-Z]{2}[0-9A-Z]{2}", "institution": BRIN, "postcode4": "[1-9][0-9]{3}"}
    return _name(place), patterns.get(place, r"(?!(EIND|SUB)?TOTAAL|BRON).+")


def _shape(mapping: Mapping) -> Shape:
    by_header = _by_header(mapping)
    amounts = mapping.amounts
    coded = tuple(_coded(mapping, column) for column in mapping.texts if column.field not in {"ignore", "location"})
    own_sex = any("sex" in amount.says for amount in amounts) or any(entry.key == "sex" for entry in coded)
    return Shape(
        concept=mapping.concept,
        says=lambda groups: _says(by_header[groups[0]]),
        coded=coded,
        fixed={} if own_sex else {"sex": "total"},
        totals=not own_sex,
        weights={amount.measure: amount.weight for amount in amounts if amount.weight},
        status=mapping.status,
    )


def _says(amount: AmountColumn) -> dict[str, str]:
    return {**({"measure": amount.measure} if amount.measure else {}), **amount.says}


def _coded(mapping: Mapping, column: TextColumn) -> Coded:
    if column.field != "period":
        return Coded(_name(column.field), (column.field,), _decode(column))
    return Coded("period", ("period",), _PERIOD_OF[mapping.period])


def _school_year(text: str) -> tuple[str] | None:
    try:
        found = parse_period(text)
    except UnknownPeriod:
        return None
    return (str(found),) if isinstance(found, SchoolYear) else None


def _only_period(decode: Callable[[str], tuple[str, str] | None]) -> _Decode:
    """Without the status: a mapping says itself whether its figures are final."""
    return lambda text: found[:1] if (found := decode(text)) else None


_PERIOD_OF: dict[str, _Decode] = {
    "year": _only_period(words.year),
    "school_year": _school_year,
    "quarter": _only_period(words.quarter),
}


def _decode(column: TextColumn) -> _Decode:
    """Codes that the mapping lists count first; then those of places and sexes that everybody spells."""
    if column.codes:
        return lambda text: (column.codes[text],) if text in column.codes else None
    if column.field == "municipality":
        return lambda text: _one(_municipality(text))
    if column.field == "province":
        return lambda text: _one(text if re.fullmatch(r"PV[0-9]{2}", text) else province_by_name(text))
    if column.field == "area":
        return lambda text: _one(_area(text))
    if column.field == "sex":
        return lambda text: _one(_SEXES.get(text.lower()))
    return lambda text: (text or None,)


def _one(code: str | None) -> tuple[str] | None:
    return (code,) if code else None


def _municipality(text: str) -> str | None:
    digits = re.fullmatch(r"(?:GM)?([0-9]{1,4})", text.upper())
    return f"GM{digits[1].zfill(4)}" if digits else municipality_by_name(text)


def _area(text: str) -> str | None:
    try:
        return area(text).code
    except UnknownArea:
        found = words.area(text)
        return found[0] if found else None


def _sheet(mapping: Mapping, job: Job) -> Sheet | None:
    """The declared sheet and header row of a workbook; a text file is read as it is."""
    if job.text or PurePath(job.name).suffix.lower() not in {".xlsx", ".xls", ".ods"}:
        return None
    for name, rows in workbooks.rows_of(job.data):
        if mapping.sheet in {"", name} and len(rows) >= mapping.header_row:
            number, header = rows[mapping.header_row - 1]
            return Sheet(name, tuple(header), number, tuple(rows[mapping.header_row :]))
    return None
