"""Faults that only show in the whole file: codes nobody knows, interruptions, diplomas before their time."""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.flows.expressions.codes import plain
from pactwerk.figures.flows.records import layout
from pactwerk.figures.flows.records.statements import Schema

CODES = {
    "level": layout.LEVELS, "track": ("", *layout.TRACKS), "grade": ("", *layout.GRADES),
    "diploma": ("", *layout.DIPLOMAS), "sex": ("", *layout.SEXES),
}  # fmt: skip
_NAMEABLE = "^[a-z0-9][a-z0-9 &_-]{0,23}$"
_WORTH = {"bo": "bo", "sbo": "bo", "so": "bo", "vso": "vo", "vo": "vo", "vavo": "vo", "mbo-extraneus": "mbo"}


def _named(schema: Schema) -> ir.Table:
    table = ibis.table(dict(schema), name="enrolments")
    return table.filter(table.person.notnull() & table.year.between(layout.FIRST_YEAR, layout.LAST_YEAR))


def unknown_codes(schema: Schema, column: str) -> ir.Table:
    """Per year and code: persons. A code that too few persons of a year hold has no name (`code` empty)."""
    named = _named(schema)
    tidy = plain(named[column])
    if column == "area":
        named = named.filter(~tidy.re_search("^gm[0-9]{4}$"))
    else:
        named = named.filter(~tidy.isin(CODES[column]))
    held = named.group_by("year", code=plain(named[column])).aggregate(persons=named.person.nunique())
    may = (held.persons >= layout.ENOUGH_PERSONS) & held.code.re_search(_NAMEABLE)
    held = held.mutate(code=ibis.ifelse(may, held.code, ""))
    return held.group_by("year", "code").aggregate(persons=held.persons.sum().cast("int64"))


def presence(schema: Schema, first: int, part: int, parts: int) -> ir.Table:
    """How many persons are there in the same years; a year is the bit at its distance from `first`.

    Counted for one of `parts` parts of the persons, so that memory holds them.
    """
    named = _named(schema)
    named = named.filter(named.year.between(first, first + 62))
    if parts > 1:
        named = named.filter((named.person.hash() % parts).abs() == part)
    bit = ibis.literal(1, "int64") << (named.year - first).cast("int64")
    there = named.group_by("person").aggregate(years=bit.bit_or())
    return there.group_by("years").aggregate(persons=there.count())


def early_diplomas(schema: Schema) -> ir.Table:
    """Per year: persons with a diploma dated before 1 October of it, so before the enrolment that it stands at."""
    named = _named(schema)
    start = named.year.cast("string") + "-10-01"
    early = named.filter((named.diploma_on < start.try_cast("date")).fill_null(False))
    return early.group_by("year").aggregate(persons=early.person.nunique())


def diplomas_before_school(schema: Schema) -> ir.Table:
    """Per year and diploma: persons who hold it while they enter its kind of school only in a later year."""
    named = _named(schema)
    level = plain(named.level)
    seen = named.select("person", "year", school=level.cases(*_WORTH.items(), else_=level))
    first = seen.group_by("person", "school").aggregate(entered=seen.year.min())
    code = plain(named.diploma)
    part = code.re_extract("^(mbo|hbo|wo)-", 1)
    held = named.select("person", "year", diploma=code, school=ibis.ifelse(part == "", "vo", part))
    held = held.filter(held.diploma.isin(layout.DIPLOMAS))
    early = held.inner_join(first, ["person", "school"])
    early = early.filter(early.entered > early.year)
    return early.group_by("year", "diploma").aggregate(persons=early.person.nunique())


def without_person(schema: Schema, name: str) -> ir.Table:
    """Rows of the table of a year that have no person."""
    table = ibis.table(dict(schema), name=name)
    return table.filter(table.person.isnull()).aggregate(rows=lambda t: t.count())
