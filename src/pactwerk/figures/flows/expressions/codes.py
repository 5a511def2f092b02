"""A code as a state holds it: known, empty, or unknown. Applied to groups and to the few who are enrolled twice."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from pactwerk.figures.flows.records import layout
from pactwerk.figures.flows.records.statements import Schema


def plain(column: ir.StringColumn) -> ir.StringColumn:
    """Without blanks around it and in small letters; nothing is the empty text."""
    return column.strip().lower().fill_null("")


def known(column: ir.StringColumn, codes: Sequence[str], *, empty: bool = True) -> ir.StringValue:
    """The code itself, empty when it is and may be, else `onbekend`."""
    tidy = plain(column)
    return ibis.ifelse(tidy.isin([*codes, *([""] if empty else [])]), tidy, layout.UNKNOWN)


def recoded(name: str, column: ir.StringColumn, fields: Sequence[str]) -> ir.StringValue:
    """A raw code of this column as a state or a breakdown holds it; `fields` are the fields that are known."""
    if name == "area":
        tidy = column.strip().upper().fill_null("")
        return ibis.ifelse(tidy.re_search(layout.AREA), tidy, layout.UNKNOWN)
    if name == "sex":
        tidy = plain(column)
        return ibis.ifelse(tidy.isin(layout.SEXES), tidy, "unknown")
    codes = {
        "level": layout.LEVELS, "track": layout.TRACKS, "grade": layout.GRADES, "diploma": layout.DIPLOMAS,
        "field": tuple(fields),
    }[name]  # fmt: skip
    return known(column, codes, empty=name != "level")


def institutions(schema: Schema) -> ir.Table:
    """The first and the last institution in the order of the alphabet: alike where the file is of a single one."""
    table = ibis.table(dict(schema), name="enrolments")
    return table.aggregate(first=table.institution.nullif("").min(), last=table.institution.nullif("").max())


def fields(schema: Schema) -> ir.Table:
    """The fields that enough persons of one year hold to be a field and not somebody's id."""
    table = ibis.table(dict(schema), name="enrolments")
    coded = table.select("year", "person", field=plain(table.field))
    coded = coded.filter(coded.field.re_search("^[a-z0-9][a-z0-9 &_-]{0,23}$"))
    held = coded.group_by("year", "field").aggregate(persons=coded.person.nunique())
    return held.filter(held.persons >= layout.ENOUGH_PERSONS).select("field").distinct()
