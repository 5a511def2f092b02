"""How many persons are in each state on one day, counted on their own and not from transitions."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from pactwerk.figures.flows.expressions.codes import recoded
from pactwerk.figures.flows.records.statements import Schema


def stocks(schema: Schema, name: str, grain: Sequence[str], fields: Sequence[str]) -> ir.Table:
    """Columns of the grain and `persons`, of a table in which everybody is once; rows without a person do not count."""
    year = ibis.table(dict(schema), name=name)
    named = year.filter(year.person.notnull())
    raw = named.group_by([named[part] for part in grain]).aggregate(rows=named.count())
    coded = {part: recoded(part, raw[part].fill_null(""), fields) for part in grain}
    return raw.group_by(**coded).aggregate(persons=raw.rows.sum().cast("int64"))
