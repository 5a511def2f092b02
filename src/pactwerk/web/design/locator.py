"""Where an area lies: the product's own tile map of the Netherlands with the area's municipalities lit up."""

from __future__ import annotations

from dataclasses import dataclass

from pactwerk.basis import places
from pactwerk.basis.places import AreaKind, MembershipKind

PITCH = 10  # drawing units from tile to tile; a tile itself is 9 wide


@dataclass(frozen=True)
class Tile:
    """One municipality: its place in the drawing and whether the area holds it."""

    x: int
    y: int
    inside: bool


@dataclass(frozen=True)
class Locator:
    """The tiles and the drawing's viewBox."""

    tiles: tuple[Tile, ...]
    box: str


def holds(code: str, municipality: str) -> bool:
    """Whether today's municipality lies in the area; an area of unknown composition holds none."""
    membership = places.members(code)
    if membership.kind is MembershipKind.EVERYTHING:
        return places.area(municipality).kind is not AreaKind.EXAMPLE
    if membership.kind is MembershipKind.PROVINCES:
        return places.province_of(municipality) in membership.provinces
    return municipality in membership.municipalities


def locator(code: str) -> Locator | None:
    """The map for an area; None where its composition is not known, so that nothing false is shown."""
    example = places.area(code).kind is AreaKind.EXAMPLE
    shown = {
        municipality: position
        for municipality, position in places.tiles().items()
        if (places.area(municipality).kind is AreaKind.EXAMPLE) == example
    }
    inside = {municipality for municipality in shown if holds(code, municipality)}
    if not inside:
        return None
    left, top = (min(position[axis] for position in shown.values()) for axis in (0, 1))
    tiles = tuple(
        Tile((column - left) * PITCH, (row - top) * PITCH, municipality in inside)
        for municipality, (column, row) in shown.items()
    )
    width, height = (max(getattr(tile, axis) for tile in tiles) + PITCH for axis in ("x", "y"))
    return Locator(tiles, f"-1 -1 {width + 1} {height + 1}")
