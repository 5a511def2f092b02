"""Who is enrolled more than once in a year, and which of their enrolments counts.

Of a year called `name` there are the tables `name` (its rows), `name_doubled` (persons with more than one) and
`name_ranked` (their different rows in order of priority).
"""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from pactwerk.figures.flows.expressions.codes import known, plain
from pactwerk.figures.flows.records import layout
from pactwerk.figures.flows.records.statements import Schema

TEXTS = tuple(name for name in layout.COLUMNS if name not in ("year", "person", "age", "diploma_on"))
TIES = ("level", *(name for name in layout.COLUMNS if name not in ("year", "person", "level")))
"""The order within one rank: alphabetically by level, institution, track, field, grade, and then the other columns."""

KINDS = ("elsewhere", "same_place", "tie", "lost")
"""What kind of double it is; more than one may hold."""


def _year(schema: Schema, name: str) -> ir.Table:
    return ibis.table(dict(schema), name=name)


def _doubled(schema: Schema, name: str) -> ir.Table:
    return ibis.table({"person": dict(schema)["person"]}, name=f"{name}_doubled")


def _ranked(schema: Schema, name: str) -> ir.Table:
    return ibis.table({**dict(schema), "repeats": "int64", "rank": "int32", "place": "int64"}, name=f"{name}_ranked")


def doubled(schema: Schema, name: str) -> ir.Table:
    """The persons with more than one row."""
    year = _year(schema, name)
    named = year.filter(year.person.notnull())
    rows = named.group_by("person").aggregate(rows=named.count())
    return rows.filter(rows.rows > 1).select("person")


def rank_of(level: ir.StringValue, priority: Sequence[str]) -> ir.IntegerValue:
    """The place of a level on CBS's list; a level that nobody knows comes last."""
    ranks = {code: priority.index(kind) for code, kind in layout.RANK.items()}
    return level.cases(*ranks.items(), else_=len(priority)).cast("int32")


def ranked(schema: Schema, name: str, priority: Sequence[str]) -> ir.Table:
    """The different rows of the persons with more than one; the one that counts has `place` 0.

    `repeats` tells how many equal rows each stands for.
    """
    year, twice = _year(schema, name), _doubled(schema, name)
    rows = year.semi_join(twice, "person")
    rows = rows.mutate(**{name: plain(rows[name]) for name in TEXTS})
    rows = rows.group_by(list(layout.COLUMNS)).aggregate(repeats=rows.count())
    rows = rows.mutate(rank=rank_of(rows.level, priority))
    order = [rows.rank, *(rows[name].cast("string").fill_null("") for name in TIES)]
    return rows.mutate(place=ibis.row_number().over(group_by="person", order_by=order))


def counts_once(schema: Schema, name: str) -> ir.Table:
    """The year with every person once; rows without a person stay."""
    year, twice, rows = _year(schema, name), _doubled(schema, name), _ranked(schema, name)
    single = year.anti_join(twice, "person").select(*layout.COLUMNS)
    return single.union(rows.filter(rows.place == 0).select(*layout.COLUMNS))


def verdicts(schema: Schema, name: str) -> ir.Table:
    """Per pair of levels (of the enrolment that counts, of one that does not): what kind of double it is.

    Columns `counts`, `other`, `elsewhere` (another institution), `same_place`, `tie` (the same rank), `lost` (only the
    other has a diploma), and the number of `persons`. Who has more enrolments that do not count is there once a pair.
    """
    rows = _ranked(schema, name)
    first = rows.filter(rows.place == 0)
    first = first.select("person", counts=first.level, mine=first.institution, top=first.rank, won=first.diploma)
    others = rows.filter(rows.place > 0).join(first, "person")
    keys = {
        "counts": known(others.counts, layout.LEVELS, empty=False),
        "other": known(others.level, layout.LEVELS, empty=False),
    }
    moved = (others.institution != others.mine).fill_null(True)
    each = others.group_by("person", **keys).aggregate(
        elsewhere=moved.any(),
        same_place=(~moved).any(),
        tie=(others.rank == others.top).any(),
        lost=((others.diploma != "") & (others.won == "")).fill_null(False).any(),
    )
    return each.group_by("counts", "other", *KINDS).aggregate(persons=each.count())


def how_many(schema: Schema, name: str) -> ir.Table:
    """How many persons have more than one row."""
    return _doubled(schema, name).aggregate(persons=lambda t: t.count())


def repeated(schema: Schema, name: str) -> ir.Table:
    """How many rows are an exact repeat of another one, and of how many persons."""
    rows = _ranked(schema, name)
    again = rows.filter(rows.repeats > 1)
    return again.aggregate(rows=(again.repeats - 1).sum().fill_null(0).cast("int64"), persons=again.person.nunique())
