"""From a file's columns to the layout: types and nothing else; codes are judged after counting, where rows are few."""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.flows.records import layout
from pactwerk.figures.flows.records.statements import Schema

_WHOLE = ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")


def enrolments(raw_columns: Schema, source: str) -> ir.Table:
    """The layout over a raw view; columns that the file lacks are empty."""
    columns = dict(raw_columns)
    raw = ibis.table({name: kind for name, kind in columns.items() if kind != "unknown"}, name=source)
    made: dict[str, ir.Value] = {}
    for name in layout.COLUMNS:
        if name not in columns:
            made[name] = ibis.null("int32" if name == "age" else "date" if name == "diploma_on" else "string")
        elif name == layout.YEAR:
            made[name] = _year(raw[name], columns[name])
        elif name == layout.PERSON:
            made[name] = _person(raw[name], columns[name])
        elif name == "age":
            made[name] = raw[name].try_cast("int32")
        elif name == "diploma_on":
            made[name] = raw[name] if columns[name] == "date" else raw[name].try_cast("date")
        else:
            made[name] = raw[name] if columns[name] == "string" else raw[name].cast("string")
    return raw.select(**made)


def _year(column: ir.Value, kind: str) -> ir.Value:
    """As it is where it is whole: a cast would keep the engine from skipping the other years of a file."""
    return column if kind in _WHOLE else column.try_cast("int32")


def _person(column: ir.Value, kind: str) -> ir.Value:
    """Nothing but blanks is nobody; only what sorts below the first visible sign can be blank, and is trimmed."""
    if kind == "string":
        blank = (column < "!") & (column.strip() == "")
        return ibis.ifelse(blank, ibis.null("string"), column)
    return column if kind in ("int64", "int32") else column.cast("int64")


def of_year(schema: Schema, year: int) -> ir.Table:
    """The enrolments of one school year."""
    table = ibis.table(dict(schema), name="enrolments")
    return table.filter(table.year == year)


def years(schema: Schema) -> ir.Table:
    """Rows per year."""
    table = ibis.table(dict(schema), name="enrolments")
    return table.group_by("year").aggregate(rows=table.count())


def alias(schema: Schema, name: str) -> ir.Table:
    """Another name for a table of enrolments."""
    return ibis.table(dict(schema), name=name)
