"""Where a location lies in a period: its place signature, and the areas that hold it."""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.indicators.expressions.tables import table

EXAMPLE_PROVINCE = "PV99"
"""The invented province; it is no part of the Netherlands."""

COLUMNS = ("country", "province", "municipality", "wgr", "rpa")


def _months(year: ir.StringValue, month: ir.IntegerValue) -> ir.IntegerValue:
    return year.cast("int32") * 12 + month


def _in_exams() -> ir.Table:
    exams = table("exams")
    return exams.group_by("period", "location").aggregate(municipality=exams.municipality.max())


def _located() -> ir.Table:
    """Every (table, period, location) with what its own file says about the place."""
    pupils = table("vo_pupils")
    nothing = ibis.null("string")
    from_pupils = pupils.group_by("period", "location").aggregate(province=pupils.province.max())
    from_exams = _in_exams()
    columns = ("source_table", "period", "location", "province", "municipality")
    return from_pupils.mutate(source_table=ibis.literal("vo_pupils"), municipality=nothing)[columns].union(
        from_exams.mutate(source_table=ibis.literal("exams"), province=nothing)[columns]
    )


def _primary_schools() -> ir.Table:
    """Primary schools: their address file says everything about their place."""
    schools = table("po_addresses")
    return schools.mutate(
        source_table=ibis.literal("po_addresses"),
        period=schools.register_date,
        country=ibis.ifelse(schools.province == EXAMPLE_PROVINCE, ibis.null("string"), "NL"),
    ).select("source_table", "period", "location", *COLUMNS)


def _nearest_address(located: ir.Table) -> ir.Table:
    """Of each location the address nearest in time to the count date, 1 October of the school year."""
    periods = located.select("period", "location").distinct()
    addresses = table("vo_addresses")
    joined = periods.join(addresses, "location")
    counted = _months(joined.period.left(4), ibis.literal(10))
    registered = _months(joined.register_date.left(4), joined.register_date.right(2).cast("int32"))
    distance = (counted - registered).abs()
    names = ("municipality", "wgr", "rpa")
    return (
        joined.mutate(distance=distance)
        .group_by("period", "location")
        .aggregate(**{f"address_{name}": joined[name].argmin(distance) for name in names})
    )


def _exam_municipality() -> ir.Table:
    """For locations that no address file knows: the municipality that the exam file gives."""
    exams = _in_exams()
    return exams.group_by("location").aggregate(exam_municipality=exams.municipality.argmax(exams.period))


def places() -> ir.Table:
    """Per table, period and location: province and municipality from the file itself, else from the address file.

    Locations of the same place share a signature. A location without a municipality stays, with null.
    """
    located = _located()
    addressed = located.left_join(_nearest_address(located), ["period", "location"]).drop(
        "period_right", "location_right"
    )
    known = addressed.left_join(_exam_municipality(), "location").drop("location_right")
    placed = known.mutate(
        municipality=ibis.coalesce(known.municipality, known.address_municipality, known.exam_municipality)
    )
    lookup = table("municipalities").rename(found="province")
    joined = placed.left_join(lookup, placed.municipality == lookup.code)
    province = ibis.coalesce(joined.province, joined.found)
    located = joined.select(
        "source_table",
        "period",
        "location",
        country=ibis.ifelse(province == EXAMPLE_PROVINCE, ibis.null("string"), "NL"),
        province=province,
        municipality=joined.municipality,
        wgr=joined.address_wgr,
        rpa=joined.address_rpa,
    )
    return located.union(_primary_schools()).mutate(signature=ibis.dense_rank().over(order_by=list(COLUMNS)))


def _by_rules(signatures: ir.Table) -> ir.Table:
    rules = table("rules")
    parts = []
    for name in COLUMNS:
        chosen = rules.filter(rules.column == name)
        joined = signatures.join(chosen, signatures[name] == chosen.value)
        parts.append(joined.select("area", "signature", "municipality", "province", own=ibis.literal(False)))
    own = signatures.filter(signatures.municipality.notnull())
    parts.append(
        own.select("signature", "municipality", "province", area=own.municipality, own=ibis.literal(True)).select(
            "area", "signature", "municipality", "province", "own"
        )
    )
    return ibis.union(*parts)


def membership() -> ir.Table:
    """Which signatures an area holds, once whole and once per way to break the area down by place.

    An empty string means: not broken down. A municipality is not broken down any further.
    """
    held = _by_rules(table("places").select("signature", *COLUMNS).distinct())
    whole = held.select(
        "area", "signature", municipality=ibis.literal(""), province=ibis.literal(""), parts=ibis.literal(0)
    )
    wide = held.filter(~held.own)
    town = wide.filter(wide.municipality.notnull())
    region = wide.filter(wide.province.notnull())
    both = town.filter(town.province.notnull())
    blank = ibis.literal("")
    return ibis.union(
        whole,
        town.select("area", "signature", "municipality", province=blank, parts=ibis.literal(1)),
        region.select("area", "signature", municipality=blank, province="province", parts=ibis.literal(1)),
        both.select("area", "signature", "municipality", "province", parts=ibis.literal(2)),
    )


def extents() -> ir.Table:
    """Every area, whole and by place, with the number of its extent: the same signatures are the same extent.

    A municipality alone, as a part of its province and as a part of the country is mostly one extent, whose sums are
    made and kept once. Extents are numbered in the order of the texts of their signatures.
    """
    held = table("membership")
    keys = ("area", "municipality", "province", "parts")
    signatures = held.signature.cast("string").group_concat(",", order_by=held.signature)
    grouped = held.group_by(*keys).aggregate(signatures=signatures)
    numbered = grouped.mutate(extent=ibis.dense_rank().over(order_by="signatures").cast("int32"))
    return numbered.select("area", "municipality", "province", "parts", "extent")


def holds() -> ir.Table:
    """The signatures of each extent; `parts` is the least number of breakdowns by place that an area needs for it."""
    joined = table("membership").join(table("extents"), ["area", "municipality", "province", "parts"])
    return joined.group_by("extent", "signature").aggregate(parts=joined.parts.min())
