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


def history(schema: Schema, qualifications: Sequence[str]) -> ir.Table:
    """Per person the first year in the file, and the first with one of these diplomas (else null)."""
    table = ibis.table(dict(schema), name="enrolments")
    named = table.filter(table.person.notnull() & table.year.between(layout.FIRST_YEAR, layout.LAST_YEAR))
    holds = plain(named.diploma).isin(qualifications)
    return named.group_by("person").aggregate(
        first=named.year.min().cast("int32"), qualified=named.year.min(where=holds).cast("int32")
    )


def leavers(  # noqa: PLR0913, PLR0917  -- the question, part by part
    schema: Schema, grain: Sequence[str], by: Sequence[str], fields: Sequence[str], year: int, first: int
) -> ir.Table:
    """Persons by state, breakdowns and the three marks (true, false, or null for not known).

    `first` is the first year of the file: of who was there already, an earlier diploma may be unseen.
    """
    earlier, later = (ibis.table(dict(schema), name=name) for name in ("earlier", "later"))
    known = ibis.table({"person": dict(schema)["person"], "first": "int32", "qualified": "int32"}, name="history")
    gone = earlier.filter(earlier.person.notnull()).anti_join(later, "person").inner_join(known, "person")
    unseen = (gone.first == first) & plain(gone.level).isin(_UNSEEN)
    registered = plain(gone.registered)
    keys = {
        **{part: recoded(part, gone[part], fields) for part in grain},
        **{f"by_{name}": recoded(name, gone[name], fields) for name in by},
        "holds": ibis.cases(
            ((gone.qualified <= year).fill_null(False), True), (unseen, ibis.null("boolean")), else_=False
        ),
        "young": gone.age < 23,
        "resident": ibis.cases(
            (registered.isin(_YES), True), (registered.isin(_NO), False), else_=ibis.null("boolean")
        ),
    }
    return gone.group_by(**keys).aggregate(persons=gone.count())
