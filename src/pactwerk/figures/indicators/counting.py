"""How each computed definition is counted: one description for the engine that builds and the one that explains.

Facts are observations that some indicator counts. Each belongs to one *population* and carries *flags*; a measure
names the sum of populations it is about and the flag that makes its numerator.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["share", "count", "gap", "locations", "per_location", "boards"]

FLAGS = ("technical_sector", "technical_profile", "nature")

VMBO_TRACKS = ("bb", "kb", "gl")
"""The tracks with a vocational programme; tl has none (Monitor Techniekpact, vmbo)."""

TECHNICAL_PROFILES = ("BWI", "PIE", "MTR", "MVI", "MTE", "VTE", "TBR")
"""Monitor Techniekpact, Bronnen: the five profiles, vakmanschapsroute techniek, and techniek-breed (old structure)."""

PROFILES_SINCE = "2016/17"
"""The first year in which all third-years chose a profile (Monitor Techniekpact 2018, Opmerkingen vmbo)."""

NO_PROFILE = "overig"
"""Stands for programmes without a profile code, so that the parts still add up to the total."""

NATURE_PROFILES = ("NT", "NG", "NTNG", "NTEM", "NTCM", "NGEM", "NGCM")
"""N-profiel: Natuur & Techniek and/or Natuur & Gezondheid, also when doubled with another profile."""

TARGETS = {
    "vmbo-3": ("vmbo-3", "vmbo-34"),
    "vmbo-4": ("vmbo-34",),
    "havo-4": ("havo-4", "general-4"),
    "vwo-4": ("vwo-4", "general-4"),
    "vmbo-candidates": ("vmbo-candidates",),
    "vmbo-graduates": ("vmbo-graduates",),
    "havo-candidates": ("havo-candidates",),
    "vwo-candidates": ("vwo-candidates",),
}
"""Which populations each fact is summed into; a measure is about exactly one of the sums."""

MINIMUM_SCHOOLS = 4
"""R01: a board counts from four open primary schools in the area (Techniekpact Noord: 'besturen met >= 4 scholen')."""

PUPIL_DIMENSIONS = ("track", "sex", "profile", "municipality", "province")
PLACES = ("municipality", "province")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One computed definition. `sex` restricts the population (K11 is about girls only)."""

    indicator: str
    definition: str
    kind: Kind
    table: str
    dimensions: tuple[str, ...]
    target: str = ""
    flag: str = ""
    sex: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None

    @property
    def populations(self) -> tuple[str, ...]:
        """The populations of the facts behind it."""
        return tuple(name for name, targets in TARGETS.items() if self.target in targets)


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


MEASURES: tuple[Measure, ...] = (
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


def measures_of(indicator: str) -> tuple[Measure, ...]:
    """The computed definitions of an indicator, the one shown by default first."""
    return tuple(measure for measure in MEASURES if measure.indicator == indicator)
