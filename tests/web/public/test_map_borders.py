"""Borders on the map: neighbours come along, shared edges stay shared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.releases.borders import Border, BorderSet
from pactwerk.web.public.figures.map_borders import COARSE, coarser, map_borders


def square(x: float, y: float, side: float = 0.1) -> dict[str, object]:
    ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
    return {"type": "Polygon", "coordinates": [ring]}


def test_a_neighbour_without_a_figure_is_drawn_too() -> None:
    borders = BorderSet(
        2025, "grenzen.geojson", (Border("GM0361", "a", square(4, 52)), Border("GM0373", "b", square(5, 52)))
    )
    drawn = map_borders(borders, frozenset({"GM0361"}))
    assert drawn is not None
    assert [feature["properties"]["municipality"] for feature in drawn.features] == ["GM0361", "GM0373"]


def test_without_a_border_of_what_is_shown_the_tile_map_takes_over() -> None:
    borders = BorderSet(2025, "grenzen.geojson", (Border("GM0361", "a", square(4, 52)),))
    assert map_borders(borders, frozenset({"GM9901"})) is None
    assert map_borders(None, frozenset({"GM0361"})) is None


def test_what_is_smaller_than_the_grid_leaves() -> None:
    assert coarser(square(4, 52, side=COARSE / 10), COARSE)["coordinates"] == []


@given(st.lists(st.tuples(st.floats(3, 8), st.floats(50, 54)), min_size=3, max_size=30))
def test_no_corner_moves_further_than_half_a_step_and_shared_corners_stay_shared(
    corners: list[tuple[float, float]],
) -> None:
    ring = [*corners, corners[0]]
    one = coarser({"type": "Polygon", "coordinates": [ring]}, COARSE)
    other = coarser({"type": "MultiPolygon", "coordinates": [[ring[::-1]]]}, COARSE)
    kept = {tuple(corner) for polygon in one["coordinates"] for corner in polygon[0]}
    assert kept == {tuple(corner) for polygon in other["coordinates"] for corner in polygon[0]}
    for x, y in kept:
        assert min(max(abs(x - a), abs(y - b)) for a, b in corners) <= COARSE / 2 + 1e-5
