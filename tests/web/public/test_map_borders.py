"""Borders on the map: neighbours come along, shared edges stay shared."""

from __future__ import annotations

from itertools import pairwise

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


def test_a_ring_never_turns_inside_out() -> None:
    """A sliver without width on the grid would be drawn as the whole world outside it."""
    sliver = [[4.0, 52.0], [4.2, 52.0003], [4.1, 52.0009], [4.05, 52.0005], [4.0, 52.0]]
    assert coarser({"type": "Polygon", "coordinates": [sliver]}, COARSE)["coordinates"] == []


def area(ring: list[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


@given(st.lists(st.tuples(st.floats(3, 8), st.floats(50, 54)), min_size=3, max_size=30))
def test_what_is_kept_runs_the_same_way_round_on_corners_of_its_own(corners: list[tuple[float, float]]) -> None:
    ring = [*corners, corners[0]]
    for polygon in coarser({"type": "Polygon", "coordinates": [ring]}, COARSE)["coordinates"]:
        assert area(polygon[0]) * area(ring) > 0
        for x, y in polygon[0]:
            assert min(max(abs(x - a), abs(y - b)) for a, b in corners) <= COARSE / 2 + 1e-5


def test_a_shared_border_falls_on_the_same_points() -> None:
    left, right = square(4.0003, 52.0004), square(4.1003, 52.0004)
    edges = [{tuple(c) for c in coarser(one, COARSE)["coordinates"][0][0]} for one in (left, right)]
    assert len(edges[0] & edges[1]) == 2
