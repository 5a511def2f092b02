"""Two successive years side by side, person by person, counted per pair of states in one pass.

The join is a full one, so that who is new and who has left are counted with the rest. It also tells, nearly for free,
whether somebody is there twice: a double in one year that is in the other too makes more rows than the year has, and
who is in one year only is few enough to be listed inside the engine and looked through.
"""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from pactwerk.figures.flows.expressions.codes import recoded
from pactwerk.figures.flows.records.statements import Schema

SIDES = ("source", "target")


def pair(
    schema: Schema,
    grain: Sequence[str],
    by: Sequence[str],
    looking: Sequence[str] = (),
    tables: tuple[str, str] = ("earlier", "later"),
) -> ir.Table:
    """Two tables of successive years joined and counted by their raw codes.

    One row per combination: `source_<part>` and `target_<part>` (null for new and left), the breakdowns, `people` rows,
    `sources` and `targets` with a person. For each side in `looking`, the list `only_<side>` of the persons of that
    year who are not in the other.
    """
    earlier = _side(schema, tables[0], "source", grain, by)
    later = _side(schema, tables[1], "target", grain, tuple(name for name in by if name != "diploma"))
    joined = earlier.outer_join(later, earlier.source_person == later.target_person)
    new, left = joined.source_level.isnull(), joined.target_level.isnull()
    keys = {f"{side}_{part}": joined[f"{side}_{part}"] for side in SIDES for part in grain}
    for name in by:
        mine = joined[f"source_by_{name}"]
        keys[name] = mine if name == "diploma" else ibis.ifelse(new, joined[f"target_by_{name}"], mine)
    sums = {
        "people": joined.count(),
        "sources": joined.source_person.count(),
        "targets": joined.target_person.count(),
    }
    if "target" in looking:
        sums["only_target"] = joined.target_person.collect(where=new)
    if "source" in looking:
        sums["only_source"] = joined.source_person.collect(where=left)
    return joined.group_by(**keys).aggregate(**sums)


def _side(schema: Schema, name: str, side: str, grain: Sequence[str], by: Sequence[str]) -> ir.Table:
    """One year with the columns of the question; a level is never null, so that null means absent."""
    table = ibis.table(dict(schema), name=name)
    parts = {f"{side}_{part}": table[part].fill_null("") if part == "level" else table[part] for part in grain}
    more = {f"{side}_by_{column}": table[column] for column in by}
    return table.select(**{f"{side}_person": table.person}, **parts, **more)


def _counts(schema: Schema, grain: Sequence[str], by: Sequence[str], looking: Sequence[str]) -> ir.Table:
    """The table that `pair` was kept as."""
    return ibis.table(pair(schema, grain, by, looking).schema(), name="pair")


def counted(
    schema: Schema, grain: Sequence[str], by: Sequence[str], looking: Sequence[str], fields: Sequence[str]
) -> ir.Table:
    """The counts of `pair` by known codes: (`source_…`, `target_…`, breakdowns, people, sources, targets)."""
    raw = _counts(schema, grain, by, looking)
    keys: dict[str, ir.Value] = {}
    for side in SIDES:
        absent = raw[f"{side}_level"].isnull()
        for part in grain:
            code = recoded(part, raw[f"{side}_{part}"], fields)
            keys[f"{side}_{part}"] = ibis.ifelse(absent, ibis.null("string"), code)
    for name in by:
        code = recoded(name, raw[name], fields)
        keys[name] = ibis.ifelse(raw.source_level.isnull(), "", code) if name == "diploma" else code
    counts = ("people", "sources", "targets")
    return raw.group_by(**keys).aggregate(**{name: raw[name].sum().cast("int64") for name in counts})


def seen_twice(schema: Schema, grain: Sequence[str], by: Sequence[str], looking: Sequence[str], side: str) -> ir.Table:
    """Of the persons of one year only: how many rows, how many persons."""
    raw = _counts(schema, grain, by, looking)
    listed = raw.select(person=raw[f"only_{side}"].unnest())
    return listed.aggregate(rows=listed.count(), persons=listed.person.nunique())
