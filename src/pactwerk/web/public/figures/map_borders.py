"""A release's borders as the GeoJSON features that the map draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pactwerk.web.design.charts.grid import snapped

if TYPE_CHECKING:
    from pactwerk.figures.releases.borders import BorderSet

Ring = Sequence[Sequence[float]]
FEW = 60
COARSE, FINE = 0.002, 0.0005
"""Degrees: less than half a pixel on a map of the country, and on a map of at most `FEW` municipalities."""
SMALLEST_RING = 4
"""A triangle and its first corner again, as GeoJSON closes a ring (RFC 7946, 3.1.6)."""


@dataclass(frozen=True)
class MapBorders:
    """The borders of one year, drawn from `source`."""

    year: int
    source: str
    features: tuple[dict[str, Any], ...]


def map_borders(borders: BorderSet | None, wanted: frozenset[str]) -> MapBorders | None:
    """All borders of the year, the wanted municipalities among them; None where none of those is loaded.

    The neighbours come along, so that a municipality without a figure is a grey place and not a hole.
    """
    if borders is None or not any(border.municipality in wanted for border in borders.borders):
        return None
    step = FINE if len(wanted) <= FEW else COARSE
    features = tuple(
        {
            "type": "Feature",
            "geometry": coarser(border.geometry, step),
            "properties": {"municipality": border.municipality},
        }
        for border in borders.borders
    )
    return MapBorders(borders.year, borders.source, features)


def coarser(geometry: Mapping[str, Any], step: float) -> dict[str, Any]:
    """A polygon on a grid of `step` degrees without the points that fall together.

    A border that two municipalities share falls on the same grid points in both, so no gap opens between them.
    """
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return {"type": "MultiPolygon", "coordinates": [kept for polygon in polygons if (kept := _polygon(polygon, step))]}


def _polygon(rings: Sequence[Ring], step: float) -> list[list[tuple[float, float]]]:
    """The outer ring and the holes that are left; nothing when the outer ring is gone."""
    kept = [_ring(ring, step) for ring in rings]
    return [ring for ring in kept if ring] if kept and kept[0] else []


def _ring(ring: Ring, step: float) -> list[tuple[float, float]]:
    """The corners that are left; nothing for a ring that has become a line or a point, or has turned inside out.

    On a sphere a ring that runs the other way round is everything outside it: it would colour the whole map.
    """
    kept = snapped(((x, y) for x, y, *_ in ring), step)
    if len(kept) < SMALLEST_RING or _area(kept) * _area(ring) <= 0:
        return []
    return kept


def _area(ring: Sequence[Sequence[float]]) -> float:
    """Twice the signed area of a closed ring: its sign tells which way round it runs."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))
