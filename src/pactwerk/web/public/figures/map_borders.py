"""A release's borders as the GeoJSON features that the map draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pactwerk.figures.releases.borders import BorderSet


@dataclass(frozen=True)
class MapBorders:
    """The borders of one year, drawn from `source`."""

    year: int
    source: str
    features: tuple[dict[str, Any], ...]


def map_borders(borders: BorderSet | None, wanted: frozenset[str]) -> MapBorders | None:
    """The borders of the wanted municipalities; None where none of them is loaded (the tile map takes over)."""
    if borders is None:
        return None
    features = tuple(
        {"type": "Feature", "geometry": border.geometry, "properties": {"municipality": border.municipality}}
        for border in borders.borders
        if border.municipality in wanted
    )
    return MapBorders(borders.year, borders.source, features) if features else None
