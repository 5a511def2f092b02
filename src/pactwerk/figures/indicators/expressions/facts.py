"""Facts: the observations that some indicator counts, each with its population and flags."""

import ibis
import ibis.expr.types as ir

from pactwerk.figures.indicators import counting
from pactwerk.figures.indicators.expressions.tables import table

_COLUMNS = (
    *("population", "period", "location", "signature", "track", "profile", "sex", "by_sex", "in_total"),
    *("low", "high", "sector_known", *counting.FLAGS, "file_id", "row"),
)


def _flagged(observed: ir.Table) -> ir.Table:
    """Add the flags. Without a sector column `sector_known` is false and the sector definition does not hold."""
    return observed.mutate(
        sector_known=observed.sector.notnull(),
        technical_sector=(observed.sector == "TECHNIEK").fill_null(False),
        technical_profile=observed.profile.isin(counting.TECHNICAL_PROFILES).fill_null(False),
        nature=observed.profile.isin(counting.NATURE_PROFILES).fill_null(False),
    )


def _placed(observed: ir.Table, source_table: str) -> ir.Table:
    places = table("places")
    chosen = places.filter(places.source_table == source_table).select("period", "location", "signature")
    return observed.join(chosen, ["period", "location"]).select(*_COLUMNS)


def _pupils() -> ir.Table:
    """Pupils of vmbo bb, kb and gl in years 3 and 4, and of havo and vwo in year 4, without those placed in vavo."""
    pupils = table("vo_pupils")
    vmbo = pupils.track.isin(counting.VMBO_TRACKS)
    general = ~pupils.school_type.upper().contains("VAVO")
    population = ibis.cases(
        (vmbo & (pupils.grade == 3), "vmbo-3"),
        (vmbo & (pupils.grade == 4), "vmbo-4"),
        ((pupils.track == "havo") & (pupils.grade == 4) & general, "havo-4"),
        ((pupils.track == "vwo") & (pupils.grade == 4) & general, "vwo-4"),
    )
    counted = pupils.mutate(population=population).filter(population.notnull())
    bounded = _flagged(counted).mutate(
        low=counted.low,
        high=counted.high,
        by_sex=ibis.literal(True),
        in_total=ibis.literal(True),
        profile=counted.profile.fill_null(counting.NO_PROFILE),
    )
    return _placed(bounded, "vo_pupils")


def _candidates() -> ir.Table:
    """Exam candidates and graduates. The publisher's own total column makes totals: parts of `<5` would not add up."""
    exams = table("exams")
    vmbo = exams.track.isin(counting.VMBO_TRACKS)
    candidates = exams.measure == "candidates"
    population = ibis.cases(
        (vmbo & candidates, "vmbo-candidates"),
        (vmbo & (exams.measure == "graduates"), "vmbo-graduates"),
        ((exams.track == "havo") & candidates, "havo-candidates"),
        ((exams.track == "vwo") & candidates, "vwo-candidates"),
    )
    counted = exams.mutate(population=population).filter(population.notnull())
    bounded = _flagged(counted).mutate(
        low=counted.low,
        high=counted.high,
        by_sex=counted.sex.isin(("male", "female")),
        in_total=counted.sex == "total",
        profile=ibis.literal(counting.NO_PROFILE),
    )
    return _placed(bounded, "exams")


def facts() -> ir.Table:
    """All facts, pupils and candidates in one shape."""
    return _pupils().union(_candidates())
