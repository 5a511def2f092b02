"""Who left: in `earlier` and not in `later`, by state and by what is known of them (see `records.leaving`)."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from pactwerk.figures.flows.expressions.codes import plain, recoded
from pactwerk.figures.flows.records import layout
from pactwerk.figures.flows.records.statements import Schema

_UNSEEN = ("mbo", "mbo-extraneus", "vavo", "hbo", "wo")
_YES = ("1", "j", "ja", "y", "yes", "true", "t")
_NO = ("0", "n", "nee", "no", "false", "f")


def history(schema: Schema, qualifications: Sequence[str], first: int) -> ir.Table:
    """Per person the first year with one of these diplomas (else null), and whether an earlier one may be unseen.

    It may when in `first`, the first year of the file, the person already was where such a diploma leads to.
    """
    table = ibis.table(dict(schema), name="enrolments")
    named = table.filter(table.person.notnull() & table.year.between(layout.FIRST_YEAR, layout.LAST_YEAR))
    holds = plain(named.diploma).isin(qualifications)
    beyond = (named.year == first) & plain(named.level).isin(_UNSEEN)
    return named.group_by("person").aggregate(
        qualified=named.year.min(where=holds).cast("int32"), unseen=beyond.fill_null(False).any()
    )


def leavers(schema: Schema, grain: Sequence[str], by: Sequence[str], fields: Sequence[str], year: int) -> ir.Table:
    """Persons by state, breakdowns and the three marks (true, false, or null for not known)."""
    earlier, later = (ibis.table(dict(schema), name=name) for name in ("earlier", "later"))
    known = ibis.table({"person": dict(schema)["person"], "qualified": "int32", "unseen": "boolean"}, name="history")
    gone = earlier.filter(earlier.person.notnull()).anti_join(later, "person").inner_join(known, "person")
    registered = plain(gone.registered)
    keys = {
        **{part: recoded(part, gone[part], fields) for part in grain},
        **{f"by_{name}": recoded(name, gone[name], fields) for name in by},
        "holds": ibis.cases(
            ((gone.qualified <= year).fill_null(False), True), (gone.unseen, ibis.null("boolean")), else_=False
        ),
        "young": gone.age < 23,
        "resident": ibis.cases(
            (registered.isin(_YES), True), (registered.isin(_NO), False), else_=ibis.null("boolean")
        ),
    }
    return gone.group_by(**keys).aggregate(persons=gone.count())
