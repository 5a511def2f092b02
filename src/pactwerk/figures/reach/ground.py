"""What a release says that every question about reach stands on: homes, locations with what they offer, points.

Read once per release and kept in memory (a release never changes): some thousands of home postcodes and locations.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy

from pactwerk.figures.reach.distance import Floats, Points, points
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text

PRIMARY = ("Bo", "Sbo", "So")
"""Kinds of primary education whose pupils go on to secondary education. Vso is left out: it is secondary already."""

AGES = tuple(str(age) for age in range(4, 13))
"""Years of age of pupils who still have secondary education before them (ages on 1 October)."""


@dataclass(frozen=True)
class Home:
    """One home postcode within one municipality (municipality None: abroad or not told)."""

    postcode4: str | None
    municipality: str | None
    signature: int | None
    """Which of the release's places it is: areas are made of these."""
    files: tuple[str, ...]
    """Ids of the files that its pupils stand in."""


@dataclass(frozen=True)
class Homes:
    """The homes of one school year, with the pupils per year of age as bounds (age x home)."""

    period: str
    homes: tuple[Home, ...]
    low: Mapping[str, Floats]
    high: Mapping[str, Floats]
    points: Points
    loaded: frozenset[str]
    """The municipalities of the schools whose file is loaded; empty when the table is whole."""

    @cached_property
    def whole(self) -> numpy.ndarray:
        """Whose own municipality has its file: of the others only who goes to school elsewhere is in the files."""
        return numpy.array([not self.loaded or home.municipality in self.loaded for home in self.homes], dtype=bool)

    def pupils(self, ages: tuple[str, ...]) -> tuple[Floats, Floats]:
        """Lowest and highest number of pupils of these ages, per home."""
        nobody = numpy.zeros(len(self.homes))
        low = sum((self.low[age] for age in ages if age in self.low), nobody)
        high = sum((self.high[age] for age in ages if age in self.high), nobody)
        return low, high


@dataclass(frozen=True, order=True)
class Group:
    """Third-years or fourth-years of one profile and track at one location in one school year, as bounds."""

    location: str
    profile: str
    track: str
    grade: int
    period: str
    low: int = field(compare=False)
    high: int = field(compare=False)


@dataclass(frozen=True)
class Location:
    """A location of secondary education, and what gave it its point."""

    code: str
    name: str
    municipality: str | None
    signature: int | None
    how: str
    """`address`: the point of its address; `postcode`: the middle of its postcode; empty: no point."""
    closed: str = ""
    """The day on which DUO's register says that it closed; empty when it says nothing."""


@dataclass(frozen=True, eq=False)
class Ground:
    """Everything that questions about reach read; one object per release, so that answers can be kept by it."""

    release: Release
    homes: Homes | None
    groups: tuple[Group, ...]
    locations: Mapping[str, Location]
    codes: tuple[str, ...]
    """The codes of the locations, in the order of `points`."""
    points: Points
    files: Mapping[str, tuple[str, ...]]
    """The ids of the files that count: `pupils 2017/18` per school year, `places` for points and addresses."""
    missing: tuple[Text, ...]
    """Which tables are not loaded, as sentences that say what to load."""

    @cached_property
    def number(self) -> Mapping[str, int]:
        """Of each location its number among the points."""
        return {code: place for place, code in enumerate(self.codes)}

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """The school years of the pupils in secondary education, oldest first."""
        return tuple(sorted({group.period for group in self.groups}))


@lru_cache(maxsize=2)
def ground(release: Release) -> Ground:
    """The ground of a release. Never raises for a table that is not loaded: `missing` says which."""
    from pactwerk.figures.reach import reading

    homes = reading.homes(release)
    groups = reading.groups(release)
    places, pairs = reading.locations(release, groups)
    return Ground(
        release,
        homes,
        groups,
        {place.code: place for place in places},
        tuple(place.code for place in places),
        points(pairs),
        reading.files(release),
        reading.missing(release, homes),
    )
