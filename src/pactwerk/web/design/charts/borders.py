"""Municipality borders of a release as GeoJSON features that carry the code."""

from __future__ import annotations

from typing import Any

from pactwerk.figures.releases.borders import BorderSet

Feature = dict[str, Any]


def features_of(borders: object) -> list[Feature]:
    """The features with `properties.municipality`; [] where there are none. TypeError on anything else."""
    if borders is None:
        return []
    if not isinstance(borders, BorderSet):
        raise TypeError(f"borders come from a release, not as {type(borders).__name__}")
    return [
        {"type": "Feature", "geometry": one.geometry, "properties": {"municipality": one.municipality}}
        for one in borders.borders
    ]
