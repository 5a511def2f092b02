"""Where the persons of a cohort are on 1 October of the years after, counted by whole paths."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

import ibis
import ibis.expr.types as ir

from pactwerk.figures.flows.expressions.codes import plain, recoded
from pactwerk.figures.flows.records.statements import Schema
from pactwerk.figures.flows.states import State

_PARTS = ("level", "track", "field", "grade")


@dataclass(frozen=True)
class Asked:
    """Tables of successive years with everybody once, the year before them (or empty), start states, and grain."""

    tables: tuple[str, ...]
    before: str
    starts: tuple[State, ...]
    grain: tuple[str, ...]


def _named(schema: Schema, name: str) -> ir.Table:
    year = ibis.table(dict(schema), name=name)
    return year.filter(year.person.notnull())


def _in_any(year: ir.Table, starts: Sequence[State]) -> ir.BooleanValue:
    """Whether somebody is in one of the states; a part that a state leaves empty may be anything."""
    tests = [
        reduce(and_, [plain(year[part]) == getattr(state, part) for part in _PARTS if getattr(state, part)])
        for state in starts
    ]
    return reduce(or_, tests)


def paths(schema: Schema, asked: Asked) -> ir.Table:
    """Who is in the start states in the first table, by raw codes: `sex`, `diploma`, `s1_<part>` ... and `persons`.

    Who was in the same states in the year before is no entrant. `diploma` is the last one obtained before
    1 October of the last table.
    """
    first = _named(schema, asked.tables[0])
    members = first.filter(_in_any(first, asked.starts))
    if asked.before:
        earlier = _named(schema, asked.before)
        members = members.anti_join(earlier.filter(_in_any(earlier, asked.starts)), "person")
    found = members.select("person", "sex", d0=_diploma(members))
    for step, name in enumerate(asked.tables[1:], start=1):
        year = _named(schema, name)
        parts = {f"s{step}_{part}": year[part].fill_null("") for part in asked.grain}
        told = year.select(**{f"person_{step}": year.person, f"d{step}": _diploma(year)}, **parts)
        found = found.left_join(told, found.person == told[f"person_{step}"])
    last = len(asked.tables) - 1
    diploma = ibis.coalesce(*(found[f"d{step}"] for step in reversed(range(last))), "")
    keys = {f"s{step}_{part}": found[f"s{step}_{part}"] for step in range(1, last + 1) for part in asked.grain}
    return found.group_by(sex=found.sex, diploma=diploma, **keys).aggregate(persons=found.count())


def _diploma(year: ir.Table) -> ir.StringValue:
    return plain(year.diploma).nullif("")


def coded(schema: Schema, asked: Asked, fields: tuple[str, ...]) -> ir.Table:
    """The rows of `paths`, kept as the table `cohort`, by known codes; a level of null is nowhere in education."""
    raw = ibis.table(paths(schema, asked).schema(), name="cohort")
    keys: dict[str, ir.Value] = {name: recoded(name, raw[name].fill_null(""), fields) for name in ("sex", "diploma")}
    for step in range(1, len(asked.tables)):
        absent = raw[f"s{step}_level"].isnull()
        for part in asked.grain:
            code = recoded(part, raw[f"s{step}_{part}"], fields)
            keys[f"s{step}_{part}"] = ibis.ifelse(absent, ibis.null("string"), code)
    return raw.group_by(**keys).aggregate(persons=raw.persons.sum().cast("int64"))
