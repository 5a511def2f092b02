"""From facts to sums for every area and every pair of breakdowns; sums of intervals are intervals of sums."""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.indicators import counting
from pactwerk.figures.indicators.expressions.tables import table

MOST_PARTS = 2
"""Figures are ready for at most two breakdowns at once (a sex inside an indicator's definition not counted)."""

_PLACE = ("area", "municipality", "province")


def _cells() -> ir.Table:
    """Facts summed per place signature: from here on the size of the country no longer matters."""
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


def _sums(grouped: ir.Table) -> dict[str, ir.Value]:
    names = [f"{name}_{side}" for name in ("all", *counting.FLAGS) for side in ("low", "high")]
    return {name: grouped[name].sum().cast("int32") for name in names} | {"sector_known": grouped.sector_known.any()}


def rolled() -> ir.Table:
    """Sums per population, period and area, for every allowed set of breakdowns; '' means not broken down."""
    cells, subsets, membership = _cells(), table("subsets"), table("membership")
    spread = cells.join(subsets, "population").filter(lambda t: ibis.ifelse(t.use_sex, t.by_sex, t.in_total))
    masked = spread.mutate(
        population=spread.target,
        track=ibis.ifelse(spread.use_track, spread.track, ""),
        profile=ibis.ifelse(spread.use_profile, spread.profile, ""),
        sex=ibis.ifelse(spread.use_sex, spread.sex, ""),
    )
    keys = ("population", "period", "track", "sex", "profile")
    local = masked.group_by(*keys, "signature", "parts").aggregate(**_sums(masked))
    placed = local.join(
        membership,
        [local.signature == membership.signature, local.parts + membership.parts <= MOST_PARTS],
        rname="{name}_place",
    )
    return placed.group_by(*keys, *_PLACE).aggregate(**_sums(placed))


def offers() -> ir.Table:
    """Distinct locations with at least one third-year in a technical profile, per area and breakdown.

    A location has one signature, so counts per signature may be added; over tracks and profiles they may not.
    """
    facts, subsets, membership = table("facts"), table("subsets"), table("membership")
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
        membership,
        [local.signature == membership.signature, local.parts + membership.parts <= MOST_PARTS],
        rname="{name}_place",
    )
    return placed.group_by(*keys, *_PLACE).aggregate(locations=placed.locations.sum().cast("int32"))


def _schools() -> ir.Table:
    """Primary schools (BRIN) with their board and every area that holds them."""
    schools = table("po_addresses")
    schools = schools.mutate(
        period=schools.register_date,
        country=ibis.ifelse(schools.province == "PV99", ibis.null("string"), "NL"),
    )
    columns = ("period", "board", "brin", "municipality", "province")
    rules = table("rules")
    parts = []
    for name in ("country", "province", "municipality", "wgr", "rpa"):
        chosen = rules.filter(rules.column == name).select("area", "value")
        joined = schools.join(chosen, schools[name] == chosen.value)
        parts.append(joined.select(*columns, "area", own=ibis.literal(False)))
    own = schools.filter(schools.municipality.notnull())
    parts.append(own.select(*columns, area=own.municipality, own=ibis.literal(True)))
    return ibis.union(*parts)


def boards() -> ir.Table:
    """R01 per area: boards with at least four open primary schools in it; counted anew for each area."""
    held = _schools()
    blank = ibis.literal("")
    columns = ("period", "area", "board", "brin")
    wide = held.filter(~held.own)
    spread = ibis.union(
        held.select(*columns, municipality=blank, province=blank),
        wide.filter(wide.municipality.notnull()).select(*columns, "municipality", province=blank),
        wide.filter(wide.province.notnull()).select(*columns, municipality=blank, province="province"),
    )
    keys = ("period", "area", "municipality", "province")
    per_board = spread.group_by(*keys, "board").aggregate(schools=spread.brin.nunique())
    large = (per_board.schools >= counting.MINIMUM_SCHOOLS).cast("int32")
    return per_board.group_by(*keys).aggregate(boards=large.sum().cast("int32"))
