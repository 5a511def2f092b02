"""Enrolments where they lie: a view over the files, on the engine of the setting; nothing is copied or kept."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pactwerk.figures.engines import Engine, chosen_engine
from pactwerk.figures.flows.expressions import codes, mapped
from pactwerk.figures.flows.expressions import enrolments as shaped
from pactwerk.figures.flows.records import layout, refusals
from pactwerk.figures.flows.records.mapping import RecordMapping, load_record_mapping
from pactwerk.figures.flows.records.places import Place, place_of
from pactwerk.figures.flows.records.statements import Schema, compiled

SCHEMA = {
    **dict.fromkeys(layout.COLUMNS, "string"), "year": "int32", "person": "int64", "age": "int32",
    "diploma_on": "date",
}  # fmt: skip
"""Columns and types of the table `enrolments`; `person` is a text where the file has one."""


_NO_ROOM = "OutOfMemoryException"
"""DuckDB's error when neither memory nor the disk it spills to holds what it needs."""


@dataclass
class Enrolments:
    """Enrolments that lie open on an engine, as the table `enrolments`. Person-level: only counts may be taken out."""

    engine: Engine
    name: str
    """What messages call the files; never more than the last part of a path."""
    schema: Schema
    present: frozenset[str]
    """The columns of the layout that the file has."""
    rows_by_year: Mapping[int, int]
    unreadable_years: int
    """Rows without a year, or with one that is no school year."""

    @property
    def years(self) -> tuple[int, ...]:
        """The school years in the file, by their first calendar year."""
        return tuple(sorted(self.rows_by_year))

    @property
    def single(self) -> bool:
        """Whether all enrolments are at one and the same institution; False where none is named."""
        ((first, last),) = self.rows(codes.institutions)
        return first is not None and first == last

    def define(self, name: str, make: Callable[..., Any], *arguments: Hashable, kept: bool = False) -> None:
        """Name what an expression over the schema gives. Raises EnrolmentsRefused."""
        with reading(self.engine, self.name):
            self.engine.define(name, compiled(self.engine.dialect, make, self.schema, *arguments), kept=kept)

    def rows(self, make: Callable[..., Any], *arguments: Hashable) -> list[tuple[Any, ...]]:
        """What an expression over the schema gives: counts, never persons. Raises EnrolmentsRefused."""
        with reading(self.engine, self.name):
            return self.engine.rows(compiled(self.engine.dialect, make, self.schema, *arguments))

    def at(self, name: str, year: int) -> None:
        """Name the enrolments of one year."""
        self.define(name, shaped.of_year, year)


@contextmanager
def reading(engine: Engine, name: str) -> Iterator[None]:
    """What the engine says of foreign bytes may quote them: it is replaced, not chained."""
    try:
        yield
    except engine.errors() as error:
        full = type(error).__name__ == _NO_ROOM
        raise (refusals.no_room(name) if full else refusals.unreadable(name)) from None


@contextmanager
def open_enrolments(
    paths: Sequence[Path | str], mapping: Path | RecordMapping | None = None, engine: Engine | None = None
) -> Iterator[Enrolments]:
    """Open Parquet or CSV files (or folders of them) in the documented layout, or by a mapping file.

    Without an `engine` it is that of the setting, closed afterwards. Raises EnrolmentsRefused, MappingError.
    """
    declared = load_record_mapping(mapping) if isinstance(mapping, Path) else mapping
    place = place_of(paths, declared)
    used = engine or chosen_engine()
    try:
        yield _opened(used, place, declared)
    finally:
        if engine is None:
            used.close()


def _opened(engine: Engine, place: Place, mapping: RecordMapping | None) -> Enrolments:
    with reading(engine, place.name):
        if place.text:
            engine.read_text(
                "enrolments_raw", place.paths, delimiter=place.delimiter, encoding=place.encoding, header=place.header
            )
        else:
            engine.read("enrolments_raw", place.paths)
        columns = engine.columns("enrolments_raw")
    raw = "enrolments_raw"
    if mapping:
        headers = {column.header for column in mapping.needed() if column.header}
        if missing := sorted(headers - columns.keys()):
            raise refusals.missing_columns(place.name, missing)
        with reading(engine, place.name):
            text = compiled(engine.dialect, mapped.enrolments, tuple(columns.items()), mapping, raw)
            engine.define("enrolments_mapped", text)
            columns = engine.columns("enrolments_mapped")
        raw = "enrolments_mapped"
    _check(place.name, columns)
    person = "string" if columns["person"] == "string" else "int64"
    schema = tuple({**SCHEMA, "person": person}.items())
    with reading(engine, place.name):
        view = compiled(engine.dialect, shaped.enrolments, tuple(columns.items()), raw)
        engine.define("enrolments", view, kept=place.text)
        found = engine.rows(compiled(engine.dialect, shaped.years, schema))
    good = {int(year): rows for year, rows in found if year and layout.FIRST_YEAR <= year <= layout.LAST_YEAR}
    if not good:
        raise refusals.no_rows(place.name)
    unreadable = sum(rows for _, rows in found) - sum(good.values())
    return Enrolments(engine, place.name, schema, frozenset(columns), good, unreadable)


def _check(name: str, columns: Mapping[str, str]) -> None:
    """Every column of the layout is there, and year and person can be what they are."""
    missing = [column for column in layout.REQUIRED if column not in columns]
    if missing:
        raise refusals.missing_columns(name, missing)
    whole = ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "string")
    if columns["year"] not in whole:
        raise refusals.wrong_type(name, "year", ("een geheel getal, bijvoorbeeld 2016", "a whole number such as 2016"))
    if columns["person"] not in whole:
        raise refusals.wrong_type(name, "person", ("tekst of een geheel getal", "text or a whole number"))
    for column in layout.COLUMNS:
        if columns.get(column) == "unknown":
            raise refusals.wrong_type(name, column, ("tekst of een getal", "text or a number"))
