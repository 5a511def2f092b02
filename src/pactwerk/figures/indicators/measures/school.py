"""The computed definitions over the school tables: pupils, exams and primary schools."""

from pactwerk.figures.indicators.counting import PLACES, PROFILES_SINCE, PUPIL_DIMENSIONS, Kind, Measure


def _vmbo(code: str, kind: Kind, dimensions: tuple[str, ...], sex: str | None = None) -> tuple[Measure, ...]:
    variants = [
        ("sector", "vmbo-3", "technical_sector"),
        ("profile", "vmbo-3", "technical_profile"),
        ("sector-lj34", "vmbo-34", "technical_sector"),
    ]
    return tuple(
        Measure(
            indicator=code,
            definition=definition,
            kind=kind,
            table="vo_pupils",
            dimensions=dimensions,
            target=target,
            flag=flag,
            sex=sex,
            valid_from=PROFILES_SINCE if definition == "profile" else None,
        )
        for definition, target, flag in variants
        if not (sex and definition == "sector-lj34")
    )


def _nature(code: str, kind: Kind, dimensions: tuple[str, ...], target: str) -> Measure:
    return Measure(
        indicator=code,
        definition="n-profile",
        kind=kind,
        table="vo_pupils" if target.endswith("-4") else "exams",
        dimensions=dimensions,
        target=target,
        flag="nature",
    )


def _exams(code: str, population: str) -> tuple[Measure, ...]:
    """Until 2018/19 some candidates took an intersectoral programme; from 2019/20 everybody is in a sector."""
    editions = (("sector", None, "2018/19"), ("sector-2019", "2019/20", None))
    return tuple(
        Measure(
            indicator=code,
            definition=definition,
            kind="share",
            table="exams",
            dimensions=("track", "sex", *PLACES),
            target=population,
            flag="technical_sector",
            valid_from=first,
            valid_to=last,
        )
        for definition, first, last in editions
    )


def _offer(code: str, kind: Kind) -> Measure:
    return Measure(
        indicator=code,
        definition="profile",
        kind=kind,
        table="vo_pupils",
        dimensions=("track", "profile", *PLACES),
        target="vmbo-3",
        flag="technical_profile",
        valid_from=PROFILES_SINCE,
    )


SCHOOL_MEASURES: tuple[Measure, ...] = (
    *_vmbo("K03", "share", ("track", "sex", *PLACES)),
    *_vmbo("K04", "count", PUPIL_DIMENSIONS),
    *_vmbo("K11", "share", ("track", *PLACES), sex="female"),
    _nature("K07", "share", ("sex", *PLACES), "havo-4"),
    _nature("K08", "share", ("sex", *PLACES), "vwo-4"),
    _nature("K09", "count", PUPIL_DIMENSIONS, "general-4"),
    _nature("K10", "gap", ("track", *PLACES), "general-4"),
    _offer("K20", "locations"),
    _offer("K21", "per_location"),
    *_exams("E01", "vmbo-candidates"),
    *_exams("E02", "vmbo-graduates"),
    _nature("E03", "share", ("sex", *PLACES), "havo-candidates"),
    _nature("E04", "share", ("sex", *PLACES), "vwo-candidates"),
    Measure(indicator="R01", definition="four-schools", kind="boards", table="po_addresses", dimensions=PLACES),
)
