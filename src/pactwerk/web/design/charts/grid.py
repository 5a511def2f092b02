"""Corners of an outline on a grid, so that borders that two places share still fall together."""

from __future__ import annotations

from collections.abc import Iterable

Corner = tuple[float, float]


def snapped(corners: Iterable[Corner], step: float) -> list[Corner]:
    """The corners on a grid of `step`, without those that fall on the corner before them."""
    on_grid = [(round(round(x / step) * step, 5), round(round(y / step) * step, 5)) for x, y in corners]
    return [corner for place, corner in enumerate(on_grid) if place == 0 or corner != on_grid[place - 1]]
