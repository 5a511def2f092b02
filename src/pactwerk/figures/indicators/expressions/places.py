"""Where a location lies in a period: its place signature, and the areas that hold it, in the borders of any year.

A *spot* is whatever a row says of its place: a location, a municipality, a home postcode. Spots with the same place in
the files and in every year's borders share a *signature*; from there on the number of locations does not matter.
"""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.indicators.expressions.tables import table

EXAMPLE_PROVINCE = "PV99"
"""The invented province; it is no part of the Netherlands."""

COLUMNS = ("country", "province", "municipality", "wgr", "rpa", "corop")
"""The columns that a rule of an area may be about."""


def _months(year: ir.StringValue, month: ir.IntegerValue) -> ir.IntegerValue:
    return year.cast("int32") * 12 + month


def _in_exams() -> ir.Table:
    exams = table("exams")
    return exams.group_by("period", "location").aggregate(municipality=exams.municipality.max())


_SAID = ("source_table", "period", "location", "key", "province", "municipality", "postcode4")


def _said() -> ir.Table:
    """Every (table, period, spot) with what its own file says about the place.

    `key` is the location whose address may be looked up; of an institution that is its main location (00). A home has
    none: it is never placed by the school.
    """
    pupils = table("vo_pupils")
    nothing = ibis.null("string")
    from_pupils = pupils.group_by("period", "location").aggregate(province=pupils.province.max())
    from_exams = _in_exams()
    return ibis.union(
        from_pupils.mutate(
            source_table=ibis.literal("vo_pupils"), key=from_pupils.location, municipality=nothing, postcode4=nothing
        )[_SAID],
        from_exams.mutate(
            source_table=ibis.literal("exams"), key=from_exams.location, province=nothing, postcode4=nothing
        )[_SAID],
        _said_by_spots(),
    )


def _said_by_spots() -> ir.Table:
    """The spots of tidy tables; a home known by its postcode only gets the municipality of the nearest year."""
    spots, postcodes = table("spots"), table("postcodes")
    home = spots.concept == "home"
    grouped = spots.group_by("source_table", "period", location=spots.spot).aggregate(
        key=ibis.ifelse(home, ibis.null("string"), ibis.coalesce(spots.location, spots.institution + "00")).max(),
        province=spots.province.max(),
        own=spots.municipality.max(),
        postcode4=spots.postcode4.max(),
    )
    bare = grouped.filter(grouped.own.isnull() & grouped.postcode4.notnull())
    near = bare.join(postcodes, "postcode4")
    year, counted = near.year.cast("int32"), near.period.left(4).cast("int32")
    # of two years equally near the earlier one: an engine would take either
    distance = (year - counted).abs() * 2 + (year > counted).cast("int32")
    found = near.group_by("source_table", "period", "location").aggregate(found=near.municipality.argmin(distance))
    joined = grouped.left_join(found, ["source_table", "period", "location"], rname="{name}_right")
    return joined.mutate(municipality=ibis.coalesce(joined.own, joined.found))[_SAID]


def _primary_schools() -> ir.Table:
    """Primary schools: their address file says everything about their place. One that was closed is not there."""
    closed = table("corrections").filter(lambda t: t.closed.notnull()).select("location", "closed")
    schools = table("po_addresses").left_join(closed, "location").drop("location_right")
    schools = schools.filter(schools.closed.isnull() | (schools.register_date < schools.closed))
    return schools.mutate(
        source_table=ibis.literal("po_addresses"),
        period=schools.register_date,
        key=schools.location,
        address_municipality=schools.municipality,
        place_file=schools.file_id,
        how=ibis.literal("address"),
    ).select(*_SAID, "address_municipality", "wgr", "rpa", "corop", "place_file", "how")


def _addresses() -> ir.Table:
    """Both address tables; of a school in both the secondary one goes first when they are equally near in time."""
    names = ("location", "register_date", "municipality", "postcode4", "wgr", "rpa", "corop", "file_id")
    secondary, primary = (table(name)[names] for name in ("vo_addresses", "po_addresses"))
    return secondary.mutate(rank=ibis.literal(0)).union(primary.mutate(rank=ibis.literal(1)))


def _nearest_address(said: ir.Table) -> ir.Table:
    """Of each location the address nearest in time to the count date, 1 October of the school year."""
    periods = said.filter(said.key.notnull()).select("period", "key").distinct()
    addresses = _addresses().rename(key="location")
    joined = periods.join(addresses, "key")
    counted = _months(joined.period.left(4), ibis.literal(10))
    registered = _months(joined.register_date.left(4), joined.register_date.right(2).cast("int32"))
    distance = (counted - registered).abs() * 2 + joined["rank"]
    names = ("municipality", "postcode4", "wgr", "rpa", "corop", "file_id")
    return (
        joined.mutate(distance=distance)
        .group_by("period", "key")
        .aggregate(**{f"address_{name}": joined[name].argmin(distance) for name in names})
    )


def _exam_municipality() -> ir.Table:
    """For locations that no address file knows: the municipality that the exam file gives."""
    exams = table("exams")
    latest = {name: exams[name].argmax(exams.period) for name in ("municipality", "file_id")}
    return exams.group_by(key=exams.location).aggregate(
        exam_municipality=latest["municipality"], exam_file=latest["file_id"]
    )


def located() -> ir.Table:
    """Per table, period and spot what is known of its place, and from which file: `how` says by which way.

    The file itself, then the address file nearest in time, then the exam files, then the registers (`fallbacks`). A
    local correction of a location goes before all. A spot without a municipality stays, with null.
    """
    said, fallbacks, corrections = _said(), table("fallbacks"), table("corrections")
    fallbacks = fallbacks.rename(
        key="location", fallback_municipality="municipality", fallback_postcode4="postcode4",
        fallback_file="file_id", fallback_how="how",
    )  # fmt: skip
    known = said.left_join(_nearest_address(said), ["period", "key"]).drop("period_right", "key_right")
    known = known.left_join(_exam_municipality(), "key").drop("key_right")
    known = known.left_join(fallbacks, "key").drop("key_right")
    how = ibis.cases(
        (known.municipality.notnull(), "file"),
        (known.address_municipality.notnull(), "address"),
        (known.exam_municipality.notnull(), "exams"),
        else_=known.fallback_how,
    )
    other = known.mutate(
        how=how,
        place_file=ibis.cases(
            (known.address_municipality.notnull(), known.address_file_id),
            (how == "exams", known.exam_file),
            (how == known.fallback_how, known.fallback_file),
        ),
        municipality=ibis.coalesce(
            known.municipality, known.address_municipality, known.exam_municipality, known.fallback_municipality
        ),
        postcode4=ibis.coalesce(known.postcode4, known.address_postcode4, known.fallback_postcode4),
        wgr=known.address_wgr,
        rpa=known.address_rpa,
        corop=known.address_corop,
    )
    columns = (*_SAID, "address_municipality", "wgr", "rpa", "corop", "place_file", "how")
    every = other[columns].union(_primary_schools()[columns])
    corrections = corrections.rename(
        key="location", mended_municipality="municipality", mended_postcode4="postcode4"
    ).drop("closed")
    mended = every.left_join(corrections, "key").drop("key_right")
    corrected = mended.mended_municipality.notnull()
    divisions = {name: ibis.ifelse(corrected, ibis.null("string"), mended[name]) for name in ("wgr", "rpa", "corop")}
    return mended.mutate(
        # a place that was put right keeps nothing of the wrong one
        province=ibis.ifelse(corrected, ibis.null("string"), mended.province),
        municipality=ibis.coalesce(mended.mended_municipality, mended.municipality),
        address_municipality=ibis.coalesce(mended.mended_municipality, mended.address_municipality),
        # one without the other: a new postcode in the same municipality stays beside it, an old one does not
        postcode4=ibis.ifelse(
            corrected, mended.mended_postcode4, ibis.coalesce(mended.mended_postcode4, mended.postcode4)
        ),
        how=ibis.ifelse(corrected, "correction", mended.how),
        **divisions,
    )[columns]


_TRACE = ("municipality", "postcode4", "moved", "known_in")


def _traces(spots: ir.Table) -> ir.Table:
    """What decides where a spot lies in other borders; the year only where there is no postcode to go by."""
    moved = (spots.address_municipality != spots.municipality).fill_null(False)
    year = ibis.ifelse(spots.postcode4.isnull(), spots.period.left(4).cast("int32"), ibis.literal(0))
    return spots.mutate(moved=moved, known_in=year)


def redrawn() -> ir.Table:
    """Per trace and borders year the municipality it lies in then, or null where nobody can say.

    By its postcode in that year's table; without one a municipality that went over whole is followed. A location whose
    own file names another municipality than its (later) address has moved: there the file's municipality goes first.
    """
    traces = _traces(table("located"))[_TRACE].distinct().filter(lambda t: t.municipality.notnull())
    years, postcodes, followed = table("border_years"), table("postcodes"), table("followed")
    at = traces.cross_join(years)
    found = postcodes.group_by("year", "postcode4").aggregate(by_postcode=postcodes.municipality.max())
    at = at.left_join(found, [at.borders == found.year, at.postcode4 == found.postcode4]).drop(
        "year", "postcode4_right"
    )
    until = followed.rename(follow_borders="borders", follow_from="municipality")
    at = at.left_join(
        until,
        [
            at.municipality == until.follow_from,
            at.borders == until.follow_borders,
            until.until.isnull() | (at.known_in <= until.until) | at.postcode4.notnull(),
        ],
    )
    first = ibis.ifelse(at.moved, at.target, at.by_postcode)
    target = ibis.coalesce(first, at.by_postcode, at.target)
    return at.select(*_TRACE, "borders", target=target)


def places() -> ir.Table:
    """Per table, period and location its place; locations of the same place in all borders share a signature."""
    spots = _traces(table("located"))
    moves = table("redrawn")
    # a list that is sorted and joined: not every engine can add up texts in an order
    course = (moves.borders + ":" + moves.target.fill_null("")).collect().sort().join(" ")
    courses = moves.group_by(*_TRACE).aggregate(course=course)
    same = [
        spots.municipality == courses.municipality,
        spots.postcode4.identical_to(courses.postcode4),
        spots.moved == courses.moved,
        spots.known_in == courses.known_in,
    ]
    joined = spots.left_join(courses, same).select(*spots.columns, course=courses.course.fill_null(""))
    lookup, divisions = table("municipalities").rename(found="province"), table("divisions")
    joined = joined.left_join(lookup, joined.municipality == lookup.code).drop("code")
    joined = joined.left_join(divisions, joined.municipality == divisions.code, rname="by_{name}")
    province = ibis.coalesce(joined.province, joined.found)
    return joined.select(
        "source_table",
        "period",
        "location",
        country=ibis.ifelse(province == EXAMPLE_PROVINCE, ibis.null("string"), "NL"),
        province=province,
        municipality=joined.municipality,
        wgr=joined.wgr,
        rpa=ibis.coalesce(joined.rpa, joined.by_rpa),
        corop=ibis.coalesce(joined.corop, joined.by_corop),
        course=joined.course,
        place_file=joined.place_file,
        how=joined.how,
    ).mutate(signature=ibis.dense_rank().over(order_by=[*COLUMNS, "course"]))


def signatures() -> ir.Table:
    """Every signature with its place in the files ('' borders) and in the borders of each year."""
    spots = table("places")
    own = spots.select("signature", *COLUMNS).distinct().mutate(borders=ibis.literal(""))
    years, lookup = table("border_years"), table("municipalities").rename(found="province")
    then = spots.select("signature", *COLUMNS, "course").distinct().cross_join(years)
    # the course is a list of `2024:GM1980`, one for each year
    entry = then.course.re_extract(r"(?:^| )" + then.borders + r":(GM\d{4})", 1).nullif("")
    moved = then.mutate(municipality=entry)
    moved = moved.left_join(lookup, moved.municipality == lookup.code)
    moved = moved.mutate(province=ibis.coalesce(moved.found, moved.province))
    columns = ("signature", "borders", *COLUMNS)
    return own[columns].union(moved[columns])


_ERA = ("borders", "since", "until")


def _by_rules(held: ir.Table) -> ir.Table:
    """Area, era and signature by the rules, with where the signature lies in the borders that are asked."""
    rules = table("rules")
    parts = []
    for name in COLUMNS:
        chosen = rules.filter(rules.column == name)
        joined = held.join(chosen, [held.borders == chosen.at, held[name] == chosen.value], rname="asked_{name}")
        parts.append(joined.select("area", "signature", "since", "until", borders="asked_borders"))
    found = ibis.union(*parts).distinct()
    lies = held.select("signature", "borders", "municipality", "province")
    columns = ("area", *_ERA, "signature", "municipality", "province", "own")
    placed = found.join(lies, ["signature", "borders"]).mutate(own=ibis.literal(False))[columns]
    own = held.filter(held.municipality.notnull())
    own = own.mutate(area=own.municipality, own=ibis.literal(True), since=ibis.literal(""), until=ibis.literal(""))
    return placed.union(own[columns])


def membership() -> ir.Table:
    """Which signatures an area holds, once whole and once per way to break the area down by place.

    An empty string means: not broken down. A municipality is not broken down any further. `borders` is the year whose
    borders are meant, '' those of the period; `since` and `until` bound the days on which an area that changed in time
    was so composed ('' is always).
    """
    held = _by_rules(table("signatures"))
    blank = ibis.literal("")
    keys = ("area", *_ERA, "signature")
    whole = held.select(*keys, municipality=blank, province=blank, parts=ibis.literal(0))
    wide = held.filter(~held.own)
    town = wide.filter(wide.municipality.notnull())
    region = wide.filter(wide.province.notnull())
    both = town.filter(town.province.notnull())
    return ibis.union(
        whole,
        town.select(*keys, "municipality", province=blank, parts=ibis.literal(1)),
        region.select(*keys, municipality=blank, province="province", parts=ibis.literal(1)),
        both.select(*keys, "municipality", "province", parts=ibis.literal(2)),
    )


_PART = ("area", *_ERA, "municipality", "province", "parts")


def extents() -> ir.Table:
    """Every area, whole and by place, with the number of its extent: the same signatures are the same extent.

    A municipality alone, as a part of its province and as a part of the country is mostly one extent, whose sums are
    made and kept once; so are areas that are the same in the borders of several years. Extents are numbered in the
    order of the texts of their signatures.
    """
    held = table("membership")
    listed = held.signature.collect().sort().cast("array<string>").join(",")
    grouped = held.group_by(*_PART).aggregate(signatures=listed)
    numbered = grouped.mutate(extent=ibis.dense_rank().over(order_by="signatures").cast("int32"))
    return numbered.select(*_PART, "extent")


def holds() -> ir.Table:
    """The signatures of each extent; `parts` is the least number of breakdowns by place that an area needs for it."""
    joined = table("membership").join(table("extents"), list(_PART))
    return joined.group_by("extent", "signature").aggregate(parts=joined.parts.min())
