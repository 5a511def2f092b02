"""Municipality borders of a release as GeoJSON features that carry the code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, runtime_checkable

Feature = dict[str, Any]


@runtime_checkable
class HasFeatures(Protocol):
    """A release's border set."""

    @property
    def features(self) -> Iterable[Mapping[str, Any]]:
        """GeoJSON features with the municipality's code among their properties."""


def features_of(borders: object) -> list[Feature]:
    """The features with `properties.municipality`; [] where there are none. TypeError on anything else."""
    if borders is None:
        return []
    if not isinstance(borders, HasFeatures):
        raise TypeError(f"borders come from a release, not as {type(borders).__name__}")
    return [
        {
            "type": "Feature",
            "geometry": feature["geometry"],
            "properties": {"municipality": str(feature["properties"]["municipality"])},
        }
        for feature in borders.features
        if feature.get("geometry")
    ]
