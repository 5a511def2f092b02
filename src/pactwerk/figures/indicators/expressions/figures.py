"""From sums to figures: the value with its bounds, numerator and denominator, ready to be read."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from pactwerk.figures.indicators.counting import FLAGS
from pactwerk.figures.indicators.expressions.rollup import MOST_PARTS
from pactwerk.figures.indicators.expressions.tables import table
from pactwerk.figures.indicators.families import SCHOOL, Family

DIMENSIONS = SCHOOL.dimensions
"""Breakdowns by place are extents of their own: the table of extents says which."""

BOUNDS = ("numerator_low", "numerator_high", "denominator_low", "denominator_high")
_SAME = ("indicator", "definition", "kind", "unit", "source_table", "period", "extent")


def _chosen_flag(rows: ir.Table, side: str) -> ir.Value:
    """The numerator of a measure: the sum behind its flag, never a missing value."""
    return ibis.cases(*((rows.flag == flag, rows[f"{flag}_{side}"]) for flag in FLAGS), else_=0)


def _holds(t: ir.Table) -> ir.BooleanValue:
    started = t.valid_from.isnull() | (t.period >= t.valid_from)
    ended = t.valid_to.isnull() | (t.period <= t.valid_to)
    return started & ended & ((t.flag != "technical_sector") | t.sector_known)


def _measured(*kinds: str) -> ir.Table:
    """Sums joined to the measures they serve, only where the definition holds and the breakdown is offered.

    Numerator and rest are kept apart, because their intervals are independent.
    """
    measures = table("measures")
    rows = table("rolled").join(measures.filter(measures.kind.isin(kinds)), "population").filter(_holds)
    for name in DIMENSIONS:
        if name != "sex":
            rows = rows.filter((rows[name] == "") | rows[f"by_{name}"])
    low, high = _chosen_flag(rows, "low"), _chosen_flag(rows, "high")
    return rows.mutate(
        numerator_low=low, numerator_high=high, rest_low=rows.all_low - low, rest_high=rows.all_high - high
    )


def _parts(rows: ir.Table) -> ir.Value:
    used = [(rows[name] != "").cast("int8") for name in DIMENSIONS]
    return sum(used[1:], start=used[0])


def percentage(part: ir.Value, rest: ir.Value) -> ir.Value:
    """Percent of `part` in `part + rest`; null when both are zero."""
    return part.cast("float64") * 100.0 / (part + rest).nullif(0)


def _share(rows: ir.Table) -> ir.Table:
    return rows.mutate(
        low=percentage(rows.numerator_low, rows.rest_high),
        high=percentage(rows.numerator_high, rows.rest_low),
        denominator_low=(rows.numerator_low + rows.rest_low).cast("int32"),
        denominator_high=(rows.numerator_high + rows.rest_high).cast("int32"),
    )


def gap_of_shares(shares: ir.Table, family: Family, keys: Sequence[str]) -> ir.Table:
    """The girls' share minus the boys' share; the widest gap that the bounds allow."""
    names = [*keys, *(name for name in family.dimensions if name != "sex")]
    girls, boys = shares.sex == "female", shares.sex == "male"
    gap = shares.group_by(*names).aggregate(
        low=shares.low.max(where=girls) - shares.high.max(where=boys),
        high=shares.high.max(where=girls) - shares.low.max(where=boys),
    )
    return gap.mutate(sex=ibis.literal(""), **dict.fromkeys(BOUNDS, ibis.null("int32")))


def _shares_and_counts() -> ir.Table:
    measured = _measured("share", "count")
    sex_offered = (measured.sex == "") | (measured.by_sex & (_parts(measured) <= MOST_PARTS))
    wanted = ibis.ifelse(measured.restricted_sex.isnull(), sex_offered, measured.restricted_sex == measured.sex)
    rows = measured.filter(wanted)
    # a profile is one value of the numerator: rows of other profiles would all say 0
    rows = rows.filter((rows.profile == "") | (rows.numerator_high > 0))
    whole = _share(rows)
    count = whole.kind == "count"
    nothing = ibis.null("int32")
    return whole.mutate(
        sex=ibis.ifelse(whole.restricted_sex.isnull(), whole.sex, ""),
        low=ibis.ifelse(count, whole.numerator_low.cast("float64"), whole.low),
        high=ibis.ifelse(count, whole.numerator_high.cast("float64"), whole.high),
        denominator_low=ibis.ifelse(count, nothing, whole.denominator_low),
        denominator_high=ibis.ifelse(count, nothing, whole.denominator_high),
    )


def _gaps() -> ir.Table:
    gaps = _measured("gap")
    return gap_of_shares(_share(gaps.filter(gaps.sex != "")), SCHOOL, _SAME)


def _offer_figures() -> ir.Table:
    """K20 and K21: locations that offer a technical profile, and pupils per such location."""
    offers, rolled, measures = table("offers"), table("rolled"), table("measures")
    keys = ("period", "extent", "track", "profile")
    pupils = rolled.filter((rolled.population == "vmbo-3") & (rolled.sex == ""))
    pupils = pupils.select(*keys, pupils_low=pupils.technical_profile_low, pupils_high=pupils.technical_profile_high)
    wanted = measures.filter(measures.kind.isin(("locations", "per_location"))).drop("population")
    # every extent with third-years has a number of locations, be it 0; a profile that nobody offers has none
    joined = pupils.left_join(offers, keys)
    offered = joined.select(*pupils.columns, locations=joined.locations.fill_null(0))
    offered = offered.filter((offered.profile == "") | (offered.locations > 0))
    rows = offered.cross_join(wanted).mutate(sector_known=ibis.literal(True))
    rows = rows.filter(_holds)
    single = rows.kind == "locations"
    count, nothing = rows.locations.cast("float64"), ibis.null("int32")
    denominator = ibis.ifelse(single, nothing, rows.locations)
    return rows.mutate(
        sex=ibis.literal(""),
        low=ibis.ifelse(single, count, rows.pupils_low / count.nullif(0)),
        high=ibis.ifelse(single, count, rows.pupils_high / count.nullif(0)),
        numerator_low=ibis.ifelse(single, rows.locations, rows.pupils_low),
        numerator_high=ibis.ifelse(single, rows.locations, rows.pupils_high),
        denominator_low=denominator,
        denominator_high=denominator,
    )


def _board_figures() -> ir.Table:
    boards, measures = table("boards"), table("measures")
    rows = boards.cross_join(measures.filter(measures.kind == "boards").drop("population"))
    blank, nothing = ibis.literal(""), ibis.null("int32")
    value = rows.boards.cast("float64")
    return rows.mutate(
        track=blank, sex=blank, profile=blank, low=value, high=value,
        numerator_low=rows.boards, numerator_high=rows.boards,
        denominator_low=nothing, denominator_high=nothing,
    )  # fmt: skip


def figures() -> ir.Table:
    """The ready table: one row per indicator, definition, extent, period and breakdown; null means not broken down."""
    columns = [*_SAME, *DIMENSIONS, "low", "high", *BOUNDS]
    parts = [_shares_and_counts(), _gaps(), _offer_figures(), _board_figures()]
    return finished(ibis.union(*(part.select(*columns) for part in parts)), SCHOOL)


def finished(every: ir.Table, family: Family) -> ir.Table:
    """Figures with a value and with the files they come from, in the columns of a ready table."""
    origins = table("origins")
    rows = every.filter(every.low.notnull() & every.high.notnull()).join(origins, ["source_table", "period"])
    exact = rows.low == rows.high
    return rows.mutate(
        value=ibis.ifelse(exact, rows.low, ibis.null("float64")),
        **{name: rows[name].nullif("") for name in family.dimensions},
    ).select(
        *("indicator", "definition", "extent", "period", *family.dimensions),
        *("value", "low", "high", *BOUNDS, "unit", "status", "sources"),
    )
