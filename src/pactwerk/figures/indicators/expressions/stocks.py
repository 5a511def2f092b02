"""Stocks laid side by side: pupils per year of school, exam candidates and graduates, one per 100 of another.

A count that is compared with a later one stands under the later one's school year and lies where its locations lie
then, so that both are of the same places although municipalities are redrawn between them.
"""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.disclosure_control.gate import EXAMPLE_STATUS
from pactwerk.figures.indicators import counting
from pactwerk.figures.indicators.expressions.figures import BOUNDS
from pactwerk.figures.indicators.expressions.rollup import MOST_PARTS
from pactwerk.figures.indicators.expressions.tables import table
from pactwerk.figures.indicators.families import STOCK
from pactwerk.figures.indicators.stock_ratio import SECTORS_ALIKE

_ALIKE = ("bb", "kb")

_COLUMNS = (
    *("population", "period", "location", "signature", *STOCK.dimensions, "by_sex", "in_total"),
    *("low", "high", "file_id", "row"),
)
_FINAL = "definitief"


def year_after(period: ir.StringValue, years: int = 1) -> ir.StringValue:
    """The school year some years after one: `2016/17` becomes `2017/18`."""
    first = period.left(4).cast("int32") + years
    last = ((first + 1) % 100).cast("string")
    return first.cast("string") + ibis.literal("/") + ibis.ifelse(last.length() == 1, ibis.literal("0") + last, last)


def _alike(rows: ir.Table) -> ir.BooleanValue:
    return (rows.track.isin(_ALIKE) & rows.sector.isin(SECTORS_ALIKE)).fill_null(False)


def _of_vmbo(rows: ir.Table) -> ir.BooleanValue:
    return rows.track.isin((*counting.VMBO_TRACKS, "tl"))


def _pupils() -> ir.Table:
    """Pupils on 1 October, without those that a school placed in adult education (vavo)."""
    pupils = table("vo_pupils")
    pupils = pupils.filter(~pupils.school_type.upper().contains("VAVO"))
    sectoral = pupils.track.isin(counting.VMBO_TRACKS)
    nothing = ibis.null("string")
    return pupils.mutate(
        domain=ibis.ifelse(sectoral, pupils.sector, nothing),
        profile=ibis.ifelse(sectoral, pupils.profile.fill_null(counting.NO_PROFILE), nothing),
        by_sex=ibis.literal(True),
        in_total=ibis.literal(True),
    )


def _kinds(pupils: ir.Table) -> dict[str, ir.BooleanValue]:
    """The years of school that are compared; from year 4 by track, in year 3 havo and vwo are counted together."""
    vmbo, grade = _of_vmbo(pupils), pupils.grade
    joint = pupils.track.isnull() & pupils.school_type.upper().startswith("HAVO/VWO")
    return {
        "year-1": grade == 1,
        "year-2": grade == 2,
        "year-3": grade == 3,
        "vmbo-3": vmbo & (grade == 3),
        "vmbo-4": vmbo & (grade == 4),
        "havo-vwo-3": joint & (grade == 3),
        **{f"{track}-{year}": (pupils.track == track) & (grade == year)
           for track, year in (("havo", 4), ("havo", 5), ("vwo", 4), ("vwo", 5), ("vwo", 6))},
    }  # fmt: skip


_NOW = ("year-2", "year-3", "vmbo-4", "havo-4", "havo-5", "vwo-4", "vwo-5", "vwo-6")
_BEFORE = ("year-1", "year-2", "vmbo-3", "havo-vwo-3", "havo-4", "vwo-4", "vwo-5")


def _placed(rows: ir.Table, source_table: str) -> ir.Table:
    places = table("places")
    chosen = places.filter(places.source_table == source_table).select("period", "location", "signature")
    return rows.join(chosen, ["period", "location"]).select(*_COLUMNS)


def _known(rows: ir.Table, names: tuple[str, ...], more: str = "") -> ir.Table:
    """The rows of these kinds, each under the name of its kind."""
    kinds = _kinds(rows)
    population = ibis.cases(*((kinds[name], ibis.literal(name + more)) for name in names), else_=ibis.null("string"))
    return rows.mutate(population=population).filter(lambda t: t.population.notnull())


def _now() -> ir.Table:
    pupils = _pupils()
    counted = _known(pupils, _NOW)
    named = counted.mutate(
        population=ibis.ifelse((counted.population == "vmbo-4") & _alike(counted), "vmbo-4-sector", counted.population)
    )
    return _placed(named, "vo_pupils")


def _before() -> ir.Table:
    """The counts of a year before, under the year they are compared with and at the place of that year.

    A location that is gone by then counts where it lay. Only where the later year is loaded.
    """
    places = table("places")
    places = places.filter(places.source_table == "vo_pupils")
    own = places.select("period", "location", own=places.signature, later=year_after(places.period))
    then = places.select("location", later="period", then=places.signature)
    loaded = places.select(later="period").distinct()
    moved = own.semi_join(loaded, "later").left_join(then, ["later", "location"], rname="{name}_then")
    moved = moved.select("period", "location", "later", signature=ibis.coalesce(moved.then, moved.own))
    rows = _known(_pupils(), _BEFORE, "-before").join(moved, ["period", "location"])
    return rows.mutate(period=rows.later).select(*_COLUMNS)


def _exams() -> ir.Table:
    """Candidates and graduates. The publisher's own total column makes totals: parts of `<5` would not add up.

    Only of the years whose pupils are loaded: there they are a step of a chain.
    """
    exams, places = table("exams"), table("places")
    exams = exams.filter((_of_vmbo(exams) | exams.track.isin(("havo", "vwo"))) & (exams.sex != "unknown"))
    loaded = places.filter(places.source_table == "vo_pupils").select("period").distinct()
    exams = exams.semi_join(loaded, "period")
    candidates = ibis.ifelse(_alike(exams), "candidates-sector", "candidates")
    sectoral = exams.track.isin(counting.VMBO_TRACKS)
    counted = exams.mutate(
        population=ibis.ifelse(exams.measure == "candidates", candidates, ibis.literal("graduates")),
        domain=ibis.ifelse(sectoral, exams.sector, ibis.null("string")),
        profile=ibis.null("string"),
        by_sex=exams.sex.isin(("male", "female")),
        in_total=exams.sex == "total",
    )
    return _placed(counted, "exams")


def facts() -> ir.Table:
    """Every observation that a ratio counts, under the school year of the ratio."""
    return ibis.union(_now(), _before(), _exams())


_KIND = ("population", "period", *STOCK.dimensions, "by_sex", "in_total")


def cells() -> ir.Table:
    """Facts summed per place signature: from here on the size of the country no longer matters."""
    rows = table("stock_facts")
    sums = {"all_low": rows.low.sum().cast("int32"), "all_high": rows.high.sum().cast("int32")}
    return rows.group_by(*_KIND, "signature").aggregate(**sums)


def kinds() -> ir.Table:
    """What cells are apart from their place, numbered: a roll-up over numbers costs a third of one over texts."""
    found = table("stock_cells").select(*_KIND).distinct()
    return found.mutate(kind=ibis.row_number().over(order_by=[found[name] for name in _KIND]).cast("int32"))


_RATIO = ("indicator", "definition")


def backed() -> ir.Table:
    """Every ratio in the periods in which it holds and both counts are loaded, with the files and status of both."""
    ratios, origins = table("stock_ratios"), table("origins")
    rows = ratios.join(origins, "source_table")
    started = rows.valid_from.isnull() | (rows.period >= rows.valid_from)
    ended = rows.valid_to.isnull() | (rows.period <= rows.valid_to)
    rows = rows.filter(started & ended).mutate(
        other_period=ibis.ifelse(rows.a_year_before, year_after(rows.period, -1), rows.period)
    )
    other = origins.rename(other_table="source_table", other_period="period", other_sources="sources", other="status")
    found = rows.join(other, ["other_table", "other_period"])
    same = (found.source_table == found.other_table) & (found.period == found.other_period)
    status = ibis.cases(
        (found.other == EXAMPLE_STATUS, found.other), (found.status == _FINAL, found.other), else_=found.status
    )
    return found.select(
        *(*_RATIO, "period", "unit", "within"),
        backing=ibis.row_number().over(order_by=[found[name] for name in (*_RATIO, "period")]).cast("int32"),
        status=status,
        sources=ibis.ifelse(same, found.sources, found.sources + ibis.literal(" ") + found.other_sources),
    )


def sides() -> ir.Table:
    """Which sums each kind of cell is part of: of which count (`upper`: the first) of which figure.

    `figure` numbers the ratios in their periods and breakdowns; '' means not broken down.
    """
    held = table("stock_backed").select(*_RATIO, "period")
    rows = table("stock_kinds").join(table("stock_subsets"), "population").semi_join(held, [*_RATIO, "period"])
    rows = rows.filter(ibis.ifelse(rows.use_sex, rows.by_sex, rows.in_total))
    rows = rows.mutate(**{name: ibis.ifelse(rows[f"use_{name}"], rows[name], "") for name in STOCK.dimensions})
    # null: the file does not split these pupils so (tl has no sector)
    rows = rows.filter([rows[name].notnull() for name in STOCK.dimensions])
    keys = (*_RATIO, "period", *STOCK.dimensions)
    figure = ibis.dense_rank().over(order_by=[rows[name] for name in keys]).cast("int32")
    return rows.select("kind", "upper", "parts", *keys, figure=figure)


def rolled() -> ir.Table:
    """Both counts of every figure in one row per extent; a count that is not there is 0."""
    cells, kinds, holds = table("stock_cells"), table("stock_kinds"), table("holds")
    numbered = cells.join(kinds, [cells[name].identical_to(kinds[name]) for name in _KIND], rname="{name}_kind")
    spread = numbered.select("kind", "signature", "all_low", "all_high").join(
        table("stock_sides").select("kind", "upper", "parts", "figure"), "kind"
    )
    counted = {
        f"{name}_{side}": ibis.ifelse(chosen, spread[f"all_{side}"], 0).sum().cast("int32")
        for name, chosen in (("numerator", spread.upper), ("denominator", ~spread.upper))
        for side in ("low", "high")
    }
    local = spread.group_by("figure", "signature", "parts").aggregate(**counted)
    within = [local.signature == holds.signature, local.parts + holds.parts <= MOST_PARTS]
    placed = local.join(holds, within, rname="{name}_place")
    return placed.group_by("figure", "extent").aggregate(**{name: placed[name].sum().cast("int32") for name in BOUNDS})


def _named() -> ir.Table:
    """What each number of a figure stands for, with the files and status of both counts."""
    keys = (*_RATIO, "period")
    said = table("stock_sides").select("figure", *keys, *STOCK.dimensions).distinct()
    return said.join(table("stock_backed"), list(keys))


def _counted_twice(rows: ir.Table) -> ir.Table:
    """Only extents that have both counts: an area without a later count (it was dissolved) has no ratio of 0."""
    counts, named = table("stock_rolled"), _named()
    wholes = named.filter([named[name] == "" for name in STOCK.dimensions]).select("figure", "backing")
    whole = counts.filter((counts.numerator_low > 0) & (counts.denominator_low > 0)).join(wholes, "figure")
    return rows.semi_join(whole, ["backing", "extent"])


def figures() -> ir.Table:
    """The ready table: how many of the one count per 100 of the other, with both counts and the files of both."""
    counts = table("stock_rolled")
    rows = _counted_twice(counts.filter(counts.denominator_low > 0).join(_named(), "figure"))
    low = rows.numerator_low.cast("float64") * 100.0 / rows.denominator_high
    high = rows.numerator_high.cast("float64") * 100.0 / rows.denominator_low
    rows = rows.mutate(low=low, high=ibis.ifelse(rows.within, ibis.least(high, 100.0), high))
    # the least of the first count above the most of the second, of which it is a part: the files contradict each other
    rows = rows.filter(rows.low <= rows.high)
    return rows.mutate(
        value=ibis.ifelse(rows.low == rows.high, rows.low, ibis.null("float64")),
        **{name: rows[name].nullif("") for name in STOCK.dimensions},
    ).select(
        *("indicator", "definition", "extent", "period", *STOCK.dimensions),
        *("value", "low", "high", *BOUNDS, "unit", "status", "sources"),
    )
