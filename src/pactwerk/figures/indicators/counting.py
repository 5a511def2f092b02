"""How a computed definition over the school tables is counted; `measures` holds the definitions themselves.

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
