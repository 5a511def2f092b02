"""The few persons who are there twice, counted apart: what they made of a count is taken off, what is right put back.

A pair of years is counted as its rows are; only the rows of who is there twice are read again. Tables of a year called
`name`: `name_few` (the rows of who is there twice in it, the year before or the year after) and `name_once` (the row of
each that counts). Who is among the few in one year of a pair only, is in neither of its years twice: what is taken off
for them is what is put back.
"""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from pactwerk.figures.flows.expressions.codes import plain
from pactwerk.figures.flows.expressions.doubles import TEXTS, TIES, rank_of
from pactwerk.figures.flows.expressions.pairs import pair
from pactwerk.figures.flows.records import layout
from pactwerk.figures.flows.records.statements import Schema


def few(schema: Schema, name: str, twice: Sequence[str], columns: Sequence[str]) -> ir.Table:
    """The rows in a year of who is there twice in any of the years `twice`: `person` and `columns`, tidy."""
    year, person = ibis.table(dict(schema), name=name), {"person": dict(schema)["person"]}
    first, *more = (ibis.table(person, name=f"{one}_doubled") for one in twice)
    rows = year.select("person", *columns).semi_join(first.union(*more) if more else first, "person")
    return rows.mutate(**{column: plain(rows[column]) for column in columns if column in TEXTS})


def _few(schema: Schema, name: str, columns: Sequence[str]) -> ir.Table:
    kinds = dict(schema)
    return ibis.table({column: kinds[column] for column in ("person", *columns)}, name=f"{name}_few")


def undecided(schema: Schema, name: str, columns: Sequence[str]) -> ir.Table:
    """How many persons have rows of one level that differ in `columns`: then a column not read may decide."""
    rows = _few(schema, name, columns).distinct()
    levels = rows.group_by("person", "level").aggregate(rows=rows.count())
    return levels.filter(levels.rows > 1).aggregate(persons=lambda t: t.count())


def once(schema: Schema, name: str, columns: Sequence[str], priority: Sequence[str]) -> ir.Table:
    """The row of each of them that counts, by the same order as `doubles.ranked`."""
    rows = _few(schema, name, columns)
    order = [rank_of(rows.level, priority), *(_text(rows[tie]) for tie in TIES if tie in columns)]
    placed = rows.mutate(place=ibis.row_number().over(group_by="person", order_by=order))
    return placed.filter(placed.place == 0).drop("place")


def _text(column: ir.Value) -> ir.StringValue:
    return column.cast("string").fill_null("")


def difference(schema: Schema, grain: Sequence[str], by: Sequence[str], names: tuple[str, str]) -> ir.Table:
    """What to add to the counts of `pairs.pair` of two years: those few taken off as they are, put back once."""
    off, back = (pair(schema, grain, by, (), (f"{names[0]}_{kind}", f"{names[1]}_{kind}")) for kind in ("few", "once"))
    return back.union(off.mutate(people=-off.people, sources=-off.sources, targets=-off.targets))


def needed(grain: Sequence[str], by: Sequence[str]) -> tuple[str, ...]:
    """The columns that a question reads, besides the person; the level decides who goes first."""
    return tuple(name for name in layout.COLUMNS if name in {"level", *grain, *by})


EVERY = tuple(name for name in layout.COLUMNS if name not in (layout.YEAR, layout.PERSON))
"""All columns that may decide which of two rows counts."""
