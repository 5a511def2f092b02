"""How far two points on the earth lie apart, as the crow flies, and which of many is nearest.

The distance is along a great circle of a sphere with the mean radius of the earth (IUGG, 6,371.0088 km): within half a
per cent of the distance over the ellipsoid. No road is taken into account.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy
from numpy.typing import NDArray

EARTH_RADIUS_KM = 6371.0088
"""Mean radius R1 of the earth in km (International Union of Geodesy and Geophysics, GRS 80)."""

Floats = NDArray[numpy.float64]
Whole = NDArray[numpy.int64]


@dataclass(frozen=True, eq=False)
class Points:
    """Points in degrees; a point that is not known has no number (NaN)."""

    latitude: Floats
    longitude: Floats

    def __len__(self) -> int:
        return len(self.latitude)

    @property
    def known(self) -> NDArray[numpy.bool_]:
        """Which of them are known."""
        return ~numpy.isnan(self.latitude)

    @cached_property
    def on_sphere(self) -> Floats:
        """The points as unit vectors: a straight line between two of them grows with their distance."""
        latitude, longitude = numpy.radians(self.latitude), numpy.radians(self.longitude)
        across = numpy.cos(latitude)
        return numpy.column_stack([across * numpy.cos(longitude), across * numpy.sin(longitude), numpy.sin(latitude)])

    def of(self, chosen: Sequence[int] | Whole) -> "Points":
        """Some of the points."""
        return Points(self.latitude[chosen], self.longitude[chosen])


def points(pairs: Sequence[tuple[float | None, float | None]]) -> Points:
    """Points from pairs of latitude and longitude in degrees; None is a point that is not known."""
    both = numpy.array([(numpy.nan, numpy.nan) if None in pair else pair for pair in pairs], dtype=numpy.float64)
    both = both.reshape(-1, 2)
    return Points(both[:, 0], both[:, 1])


def _km(chord: Floats) -> Floats:
    return 2 * EARTH_RADIUS_KM * numpy.arcsin(numpy.clip(chord / 2, 0, 1))


def nearest(origins: Points, targets: Points) -> tuple[Whole, Floats]:
    """Of each origin the number of the nearest target and the km to it; -1 and infinity where either is not known."""
    index = numpy.full(len(origins), -1, dtype=numpy.int64)
    km = numpy.full(len(origins), numpy.inf)
    there, here = numpy.flatnonzero(targets.known), numpy.flatnonzero(origins.known)
    if len(there) and len(here):
        chord, found = _tree(targets.on_sphere[there]).query(origins.on_sphere[here])
        index[here], km[here] = there[found], _km(chord)
    return index, km


def within(origins: Points, targets: Points, km: float) -> list[list[int]]:
    """Of each origin the numbers of the targets at most so many km away, in order of their number."""
    found: list[list[int]] = [[] for _ in range(len(origins))]
    there, here = numpy.flatnonzero(targets.known), numpy.flatnonzero(origins.known)
    if len(there) and len(here):
        chord = 2 * numpy.sin(min(km / EARTH_RADIUS_KM, numpy.pi) / 2) * (1 + 1e-12)  # a hair: the limit itself counts
        inside = _tree(targets.on_sphere[there]).query_ball_point(origins.on_sphere[here], chord)
        for place, listed in zip(here, inside, strict=True):
            found[place] = sorted(int(there[number]) for number in listed)
    return found


def _tree(vectors: Floats) -> Any:
    from scipy.spatial import cKDTree  # takes a tenth of a second to import, for who asks for distances only

    return cKDTree(vectors)
