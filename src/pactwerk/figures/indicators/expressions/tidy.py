"""Facts of the tidy tables: the observations that a study counts, each in its role and at its place."""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.indicators.expressions.tables import table
from pactwerk.figures.indicators.study import CONDITIONS

_LABELS = ("source_table", "measure", *CONDITIONS)


def _observed() -> ir.Table:
    """The observations with empty codes instead of missing ones, so that they can be joined on, and their spots.

    `spot` is the place that the observation is about, `school` that of the school also when it is about a home.
    """
    tidy = table("tidy")
    named = tidy.mutate(**{name: tidy[name].fill_null("") for name in CONDITIONS})
    said = {name: named[name].fill_null("") for name in ("institution", "postcode4", "municipality", "province")}
    at_home = said["postcode4"] + "|" + said["municipality"] + "|" + said["province"]
    school = ibis.coalesce(named.location, said["institution"] + "|" + at_home)
    return named.mutate(spot=ibis.ifelse(named.concept == "home", at_home, school), school=school)


def spots() -> ir.Table:
    """Where observations are: a location (BRIN+vestiging), or a text of what the file says of the place.

    A home is never placed by the school of the pupil; where both are known each is a spot. `spot` is the `location` of
    the table of places. A file of one municipality's schools tells where those schools are.
    """
    seen = _observed().filter(lambda t: t.area.isnull())
    home = seen.concept == "home"
    nothing = ibis.null("string")
    at_school = seen.filter(home & seen.location.notnull()).mutate(
        spot=seen.school,
        concept=ibis.literal("school"),
        postcode4=nothing,
        municipality=seen.part,
        province=nothing,
    )
    own = seen.mutate(location=ibis.ifelse(home, nothing, seen.location),
                      institution=ibis.ifelse(home, nothing, seen.institution))  # fmt: skip
    names = ("location", "institution", "postcode4", "municipality", "province")
    keys = ("source_table", "period", "spot", "concept")
    every = own.select(*keys, *names).union(at_school.select(*keys, *names))
    return every.group_by(*keys).aggregate(**{name: every[name].max() for name in names})


def _satisfies(t: ir.Table, side: str) -> ir.BooleanValue:
    """Whether a label meets every condition of a study's side; the codes of a condition stand between bars."""
    met: ir.BooleanValue = ibis.literal(True)
    for name in CONDITIONS:
        codes = t[f"{side}_{name}"]
        met = met & (codes.isnull() | codes.contains(ibis.literal("|") + t[name] + "|"))
    return met


def chosen() -> ir.Table:
    """Which labels each study counts, and as what: `part` of the numerator, or `rest` of the denominator.

    A mean is its weighted amounts over its weights: the same labels in both roles. An area's own value has one role.
    """
    seen = _observed()
    labels = seen.select(*_LABELS).distinct()
    rows = labels.join(table("tidy_studies"), "source_table")
    population, numerator = _satisfies(rows, "where"), _satisfies(rows, "numerator")
    counted = (rows.measure == rows.measured) & population & numerator
    denominator = (rows.measure == rows.of_measure) & population & _satisfies(rows, "denominator")
    rest = ibis.cases(
        (rows.kind == "mean", counted),
        (rows.kind == "value", ibis.literal(False)),
        (rows.inside, denominator & ~numerator),
        else_=denominator,
    )
    columns = (*_LABELS, "population", "kind", "sexed", "at_school")
    parts = rows.filter(counted).select(*columns).mutate(role=ibis.literal("part"))
    return parts.union(rows.filter(rest).select(*columns).mutate(role=ibis.literal("rest")))


def _studied() -> ir.Table:
    """Observations with the studies that count them, in the periods in which those studies have all they need."""
    rows = _observed().join(table("tidy_chosen"), list(_LABELS)).join(table("available"), ["population", "period"])
    mean = rows.kind == "mean"
    weight = rows.weight
    per_sex = (rows.sex != "total") & (rows.sex != "")
    return rows.mutate(
        low=ibis.cases((~mean, rows.low), (rows.role == "part", rows.low * weight), else_=weight),
        high=ibis.cases((~mean, rows.high), (rows.role == "part", rows.high * weight), else_=weight),
        in_total=ibis.ifelse(rows.sexed, per_sex, rows.in_total),
    ).filter(~mean | weight.notnull())


def facts() -> ir.Table:
    """Every observation that a study counts, with the signature of its place."""
    rows = _studied().filter(lambda t: t.area.isnull() & (t.kind != "value"))
    places = table("places")
    places = places.select("source_table", "period", "signature", spot=places.location)
    keys = ("population", "role", "period", "signature", "sex", "by_sex", "in_total")
    labels = ("level", "pathway", "domain", "programme", "age")
    rows = rows.mutate(spot=ibis.ifelse(rows.at_school, rows.school, rows.spot))
    placed = rows.join(places, ["source_table", "period", "spot"])
    return placed.select(*keys, *labels, "low", "high", "file_id", "row")


def values() -> ir.Table:
    """What the publisher says of an area itself, per allowed set of breakdowns, where exactly one row says it."""
    rows = _studied().filter(lambda t: t.area.notnull() & (t.kind == "value"))
    subsets, handles = table("tidy_subsets"), table("area_extents")
    spread = rows.join(subsets, "population").filter(lambda t: ibis.ifelse(t.use_sex, t.by_sex, t.in_total))
    names = ("sex", "level", "pathway", "domain", "age")
    masked = spread.mutate(**{name: ibis.ifelse(spread[f"use_{name}"], spread[name], "") for name in names})
    grouped = masked.group_by("population", "period", "area", *names).aggregate(
        low=masked.low.max(), high=masked.high.max(), rows=masked.count()
    )
    single = grouped.filter(grouped.rows == 1)
    return single.join(handles, "area").select("population", "period", "extent", *names, "low", "high")
