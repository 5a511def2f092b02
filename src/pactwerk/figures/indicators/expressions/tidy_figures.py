"""From tidy sums to figures: counts, shares, ratios, means, gaps, and what is said of an area itself."""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.indicators.expressions.figures import BOUNDS, finished, gap_of_shares, percentage
from pactwerk.figures.indicators.expressions.tables import table
from pactwerk.figures.indicators.families import TIDY

_COLUMNS = (
    *("indicator", "definition", "unit", "source_table", "period", "extent"),
    *(*TIDY.dimensions, "low", "high", *BOUNDS),
)
_DECIMALS = 9
"""Sums of decimals differ in their last digits with the order in which they are added; a figure must not."""


def _measured(*kinds: str) -> ir.Table:
    studies = table("tidy_studies")
    return table("tidy_rolled").join(studies.filter(studies.kind.isin(kinds)), "population")


def _whole(value: ir.Value) -> ir.Value:
    return value.round().cast("int32")


def _bounded(rows: ir.Table) -> ir.Table:
    """Numerator and denominator; a denominator apart from its numerator holds at least the persons of it."""
    apart = ~rows.inside
    return rows.mutate(
        numerator_low=_whole(rows.part_low),
        numerator_high=_whole(rows.part_high),
        denominator_low=_whole(ibis.ifelse(apart, rows.rest_low, rows.part_low + rows.rest_low)),
        denominator_high=_whole(ibis.ifelse(apart, rows.rest_high, rows.part_high + rows.rest_high)),
    )


def _counts() -> ir.Table:
    rows = _measured("count")
    # of what only the numerator has, the rest would be rows that all say 0
    asked = [(rows[name] != "") & rows[f"numerator_{name}"].notnull() for name in TIDY.dimensions]
    of_numerator = asked[0]
    for other in asked[1:]:
        of_numerator = of_numerator | other
    rows = rows.filter(~of_numerator | (rows.part_high > 0))
    nothing = ibis.null("int32")
    return _bounded(rows).mutate(
        low=rows.part_low, high=rows.part_high, denominator_low=nothing, denominator_high=nothing
    )


def _share(rows: ir.Table) -> ir.Table:
    """Percentages: of one whole when the numerator is inside it, else of another sum.

    Of that sum the numerator's persons are a part, so that bounds end at 100. Where even the least numerator passes the
    greatest denominator the files contradict each other: there is no share.
    """
    apart_wrong = ~rows.inside & (rows.part_low > rows.rest_high)

    def apart(part: ir.Value, rest: ir.Value) -> ir.Value:
        return ibis.least(part * 100.0 / rest.nullif(0.0), 100.0)

    # a denominator that may be 0 has no lower limit to divide by: its share is anything up to all
    above = ibis.ifelse((rows.rest_low == 0) & (rows.rest_high > 0), 100.0, apart(rows.part_high, rows.rest_low))
    return _bounded(rows).mutate(
        low=ibis.cases(
            (rows.inside, percentage(rows.part_low, rows.rest_high)),
            (apart_wrong, ibis.null("float64")),
            else_=apart(rows.part_low, rows.rest_high),
        ),
        high=ibis.ifelse(rows.inside, percentage(rows.part_high, rows.rest_low), above),
    )


def _quotients() -> ir.Table:
    """Ratios and means: the part over the rest, which is never part of it. A mean has a denominator only."""
    rows = _measured("ratio", "mean")
    bounded = _bounded(rows.mutate(inside=ibis.literal(False)))
    mean = rows.kind == "mean"
    return bounded.mutate(
        low=rows.part_low / rows.rest_high.nullif(0.0),
        high=rows.part_high / rows.rest_low.nullif(0.0),
        numerator_low=ibis.ifelse(mean, ibis.null("int32"), bounded.numerator_low),
        numerator_high=ibis.ifelse(mean, ibis.null("int32"), bounded.numerator_high),
    )


def _gaps() -> ir.Table:
    rows = _measured("gap")
    keys = ("indicator", "definition", "unit", "source_table", "period", "extent")
    return gap_of_shares(_share(rows.filter(rows.sex != "")), TIDY, keys)


def _values() -> ir.Table:
    values, studies = table("tidy_values"), table("tidy_studies")
    rows = values.join(studies, "population")
    return rows.mutate(**dict.fromkeys(BOUNDS, ibis.null("int32")))


def figures() -> ir.Table:
    """The ready table of one tidy table, in the shape of the school family but with its own breakdowns."""
    parts = [_counts(), _share(_measured("share")), _quotients(), _gaps(), _values()]
    every = ibis.union(*(part.select(*_COLUMNS) for part in parts))
    rounded = every.mutate(low=every.low.round(_DECIMALS), high=every.high.round(_DECIMALS))
    return finished(rounded, TIDY)
