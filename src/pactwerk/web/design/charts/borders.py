"""Municipality borders of a release as GeoJSON features that carry the code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, runtime_checkable

Feature = Mapping[str, Any]


class Border(Protocol):
    """Where one municipality lies."""

    @property
    def municipality(self) -> str: ...
    @property
    def geometry(self) -> Mapping[str, Any]: ...


@runtime_checkable
class HasBorders(Protocol):
    """A release's `BorderSet`."""

    @property
    def borders(self) -> Iterable[Border]:
        """One municipality each."""


@runtime_checkable
class HasFeatures(Protocol):
    """A choice from a border set, already as GeoJSON features with `properties.municipality`."""

    @property
    def features(self) -> Iterable[Feature]:
        """One municipality each."""


def features_of(borders: object) -> list[Feature]:
    """The features with `properties.municipality`; [] where there are none. TypeError on anything else."""
    if borders is None:
        return []
    if isinstance(borders, HasFeatures):
        return list(borders.features)
    if isinstance(borders, HasBorders):
        return [
            {"type": "Feature", "geometry": one.geometry, "properties": {"municipality": one.municipality}}
            for one in borders.borders
        ]
    raise TypeError(f"borders come from a release, not as {type(borders).__name__}")
