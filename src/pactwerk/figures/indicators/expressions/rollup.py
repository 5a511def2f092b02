"""From facts to sums for every extent and every pair of breakdowns; sums of intervals are intervals of sums."""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.indicators import counting
from pactwerk.figures.indicators.expressions.tables import table
from pactwerk.figures.indicators.families import Family

MOST_PARTS = 2
"""Figures are ready for at most two breakdowns at once (a sex inside an indicator's definition not counted)."""


def cells() -> ir.Table:
    """School facts summed per place signature: from here on the size of the country no longer matters."""
    facts = table("facts")
    sums = {
        "all_low": facts.low.sum().cast("int32"),
        "all_high": facts.high.sum().cast("int32"),
        "sector_known": facts.sector_known.any(),
    }
    for flag in counting.FLAGS:
        sums[f"{flag}_low"] = facts.low.sum(where=facts[flag]).fill_null(0).cast("int32")
        sums[f"{flag}_high"] = facts.high.sum(where=facts[flag]).fill_null(0).cast("int32")
    keys = ("population", "period", "signature", "track", "profile", "sex", "by_sex", "in_total")
    return facts.group_by(*keys).aggregate(**sums)


def tidy_cells() -> ir.Table:
    """Tidy facts summed per place signature; their parts and rests are apart already."""
    facts = table("tidy_facts")
    part = facts.role == "part"
    sums = {
        f"{name}_{side}": facts[side].sum(where=where).fill_null(0.0)
        for name, where in (("part", part), ("rest", ~part))
        for side in ("low", "high")
    }
    keys = ("population", "period", "signature", "sex", "level", "pathway", "domain", "age", "by_sex", "in_total")
    return facts.group_by(*keys).aggregate(**sums)


def _sums(grouped: ir.Table, family: Family) -> dict[str, ir.Value]:
    sums: dict[str, ir.Value] = {name: grouped[name].sum().cast(family.amount) for name in family.bounds}
    return sums | {name: grouped[name].any() for name in family.marks}


def rolled(family: Family) -> ir.Table:
    """Sums per population, period and extent, for every allowed set of breakdowns; '' means not broken down."""
    cells, subsets = table(family.step("cells")), table(family.step("subsets"))
    holds = table("holds")
    spread = cells.join(subsets, "population").filter(lambda t: ibis.ifelse(t.use_sex, t.by_sex, t.in_total))
    masked = spread.mutate(
        population=spread.target,
        **{name: ibis.ifelse(spread[f"use_{name}"], spread[name], "") for name in family.dimensions},
    )
    keys = ("population", "period", *family.dimensions)
    local = masked.group_by(*keys, "signature", "parts").aggregate(**_sums(masked, family))
    placed = local.join(
        holds, [local.signature == holds.signature, local.parts + holds.parts <= MOST_PARTS], rname="{name}_place"
    )
    return placed.group_by(*keys, "extent").aggregate(**_sums(placed, family))


def offers() -> ir.Table:
    """Distinct locations with at least one third-year in a technical profile, per extent and breakdown.

    A location has one signature, so counts per signature may be added; over tracks and profiles they may not.
    """
    facts, subsets, holds = table("facts"), table("subsets"), table("holds")
    offered = facts.filter((facts.population == "vmbo-3") & facts.technical_profile & (facts.low > 0)).select(
        "population", "period", "signature", "location", "track", "profile"
    )
    spread = offered.distinct().join(subsets.filter(~subsets.use_sex & (subsets.target == "vmbo-3")), "population")
    masked = spread.mutate(
        track=ibis.ifelse(spread.use_track, spread.track, ""),
        profile=ibis.ifelse(spread.use_profile, spread.profile, ""),
    )
    keys = ("period", "track", "profile")
    local = masked.group_by(*keys, "signature", "parts").aggregate(locations=masked.location.nunique().cast("int32"))
    placed = local.join(
        holds, [local.signature == holds.signature, local.parts + holds.parts <= MOST_PARTS], rname="{name}_place"
    )
    return placed.group_by(*keys, "extent").aggregate(locations=placed.locations.sum().cast("int32"))


def boards() -> ir.Table:
    """R01 per extent: boards with at least four open primary schools in it; counted anew for each extent."""
    schools, places, holds = table("po_addresses"), table("places"), table("holds")
    schools = schools.select("location", "board", "brin", period=schools.register_date)
    chosen = places.filter(places.source_table == "po_addresses").select("period", "location", "signature")
    located = schools.join(chosen, ["period", "location"]).select("period", "board", "brin", "signature").distinct()
    placed = located.join(holds, "signature")
    per_board = placed.group_by("period", "extent", "board").aggregate(schools=placed.brin.nunique())
    large = (per_board.schools >= counting.MINIMUM_SCHOOLS).cast("int32")
    return per_board.group_by("period", "extent").aggregate(boards=large.sum().cast("int32"))
