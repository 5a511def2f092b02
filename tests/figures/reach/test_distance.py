"""Distances along great circles: against the haversine formula, against known lengths, with points that are missing."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.reach.distance import EARTH_RADIUS_KM, nearest, points, within

Place = tuple[float, float]
PLACES = st.tuples(st.floats(50.7, 53.6), st.floats(3.3, 7.3))


def haversine(a: Place, b: Place) -> float:
    """The textbook formula, one pair at a time."""
    (north, east), (northern, eastern) = (tuple(map(math.radians, place)) for place in (a, b))
    chord = math.sin((north - northern) / 2) ** 2
    chord += math.cos(north) * math.cos(northern) * math.sin((east - eastern) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(chord))


def test_a_degree_along_a_meridian_is_its_part_of_the_circle() -> None:
    _index, km = nearest(points([(52.0, 5.0)]), points([(53.0, 5.0)]))
    assert km[0] == pytest.approx(2 * math.pi * EARTH_RADIUS_KM / 360)
    assert km[0] == pytest.approx(111.195, abs=0.001)


@given(st.lists(PLACES, min_size=1, max_size=8), st.lists(PLACES, min_size=1, max_size=8))
def test_the_nearest_is_the_nearest(origins: list[Place], targets: list[Place]) -> None:
    index, km = nearest(points(origins), points(targets))
    for origin, number, far in zip(origins, index, km, strict=True):
        every = [haversine(origin, target) for target in targets]
        assert far == pytest.approx(min(every), abs=1e-6)
        assert every[number] == pytest.approx(min(every), abs=1e-6)


@given(st.lists(PLACES, min_size=1, max_size=6), st.lists(PLACES, min_size=1, max_size=6), st.floats(0.1, 80))
def test_within_holds_who_is_nearer_and_nobody_farther(origins: list[Place], targets: list[Place], km: float) -> None:
    for origin, found in zip(origins, within(points(origins), points(targets), km), strict=True):
        far = [haversine(origin, target) for target in targets]
        assert {n for n, one in enumerate(far) if one < km - 1e-6} <= set(found)
        assert set(found) <= {n for n, one in enumerate(far) if one < km + 1e-6}


def test_what_has_no_point_is_near_nothing() -> None:
    here, there = points([(52.0, 5.0), (None, None)]), points([(None, None), (52.1, 5.0)])
    index, km = nearest(here, there)
    assert list(index) == [1, -1]
    assert km[1] == math.inf
    assert within(here, there, 20) == [[1], []]
    assert list(nearest(here, points([]))[0]) == [-1, -1]
