"""Who lives within so many km of a location that offers a profile: the counting itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy

from pactwerk.figures.reach.distance import Floats, Whole, nearest
from pactwerk.figures.reach.ground import Ground, Homes
from pactwerk.figures.reach.question import ReachQuestion
from pactwerk.figures.releases.engine import glance, literal
from pactwerk.figures.releases.release import Release

GRADE = 3
"""A location offers a profile when it has a third-year in it, as K20 counts."""


@dataclass(frozen=True)
class Nearest:
    """Per home the number of the nearest location that offers what is asked (-1: none), and the asked km to it."""

    location: Whole
    km: Floats


@dataclass(frozen=True)
class Bounds:
    """Pupils within reach and beyond it, each between two bounds."""

    within_low: int = 0
    within_high: int = 0
    beyond_low: int = 0
    beyond_high: int = 0

    @property
    def all_low(self) -> int:
        """The least number of pupils."""
        return self.within_low + self.beyond_low

    @property
    def all_high(self) -> int:
        """The highest number of pupils."""
        return self.within_high + self.beyond_high

    @property
    def share(self) -> tuple[float, float] | None:
        """Lowest and highest percentage within reach; None without pupils."""
        if not self.all_high:
            return None
        low = self.within_low / (self.within_low + self.beyond_high) if self.within_low else 0.0
        high = self.within_high / (self.within_high + self.beyond_low) if self.within_high else 0.0
        return 100 * low, 100 * high


def offering(found: Ground, question: ReachQuestion, period: str = "") -> tuple[str, ...]:
    """The locations that offer what is asked in a school year (the newest), after what closes and opens."""
    moment = period or found.periods[-1]
    wanted = set(question.profiles)
    offers = {
        (group.location, group.profile)
        for group in found.groups
        if group.period == moment and group.grade == GRADE and group.profile in wanted
        and question.track in ("", group.track)
    }  # fmt: skip
    shut = {entry.location for entry in question.closed if not entry.profile}
    ended = {(entry.location, entry.profile) for entry in question.closed if entry.profile}
    left = {(location, profile) for location, profile in offers if location not in shut} - ended
    left |= {(entry.location, entry.profile) for entry in question.opened if entry.profile in wanted}
    return tuple(sorted({location for location, _ in left}))


def nearest_of(found: Ground, homes: Homes, question: ReachQuestion) -> Nearest:
    """Per home the nearest location; the km are as the crow flies times the asked factor."""
    numbers = numpy.array([found.number[code] for code in offering(found, question)], dtype=numpy.int64)
    place, km = nearest(homes.points, found.points.of(numbers))
    real = numpy.where(place >= 0, numbers[place] if len(numbers) else -1, -1)
    return Nearest(real, km * question.factor)


def counted(homes: Homes, near: Nearest, question: ReachQuestion, which: Sequence[int] | Whole) -> Bounds:
    """The pupils of some homes, within reach and beyond."""
    low, high = homes.pupils(question.ages)
    inside = near.km[which] <= question.km
    return Bounds(*(int(side[which][mask].sum()) for mask in (inside, ~inside) for side in (low, high)))


@lru_cache(maxsize=64)
def signatures(release: Release, area: str, period: str) -> frozenset[int]:
    """The places that an area consists of at the count date of a school year."""
    day = literal(f"{period[:4]}-10-01")
    path = literal(str(release.folder / "inside" / "facts" / "areas.parquet"))
    rows = glance().execute(
        f"SELECT DISTINCT signature FROM {path} WHERE area = {literal(area)} AND borders = ''"  # noqa: S608 -- literals
        f" AND (coalesce(since, '') = '' OR {day} >= since) AND (coalesce(until, '') = '' OR {day} < until)"
    )
    return frozenset(signature for (signature,) in rows.fetchall())


@dataclass(frozen=True, eq=False)
class Population:
    """The homes of an area, sorted by what can be said of them; each list holds numbers of homes."""

    told: Whole
    """With a point and the file of their own municipality: the figures are about these."""
    pointless: Whole
    """With the file of their municipality, and a postcode that no loaded file gives a point, or no postcode."""
    cut: Whole
    """Of a municipality without a file: only who goes to school elsewhere stands in the files; left out."""


def population(release: Release, homes: Homes, area: str) -> Population:
    """The homes of an area."""
    members = signatures(release, area, homes.period)
    inside = numpy.array([home.signature in members for home in homes.homes], dtype=bool)
    known = homes.points.known
    told, pointless, cut = inside & homes.whole & known, inside & homes.whole & ~known, inside & ~homes.whole
    return Population(*(numpy.flatnonzero(mask) for mask in (told, pointless, cut)))
