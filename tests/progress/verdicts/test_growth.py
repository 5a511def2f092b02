"""Needed growth and the place of periods in time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.progress.verdicts.growth import percent_per_year, points_per_year
from pactwerk.progress.verdicts.moments import moment


def test_doubling_in_ten_years_takes_seven_percent() -> None:
    assert percent_per_year(100, 200, 10) == pytest.approx(7.177, abs=0.001)
    assert percent_per_year(200, 100, 10) == pytest.approx(-6.697, abs=0.001)


def test_a_share_grows_by_points() -> None:
    assert points_per_year(20, 30, 4) == 2.5


@pytest.mark.parametrize(("now", "target", "years"), [(0, 10, 2), (10, 0, 2), (-1, 10, 2), (10, 20, 0), (10, 20, -1)])
def test_growth_that_means_nothing_is_not_given(now: float, target: float, years: float) -> None:
    assert percent_per_year(now, target, years) is None
    assert points_per_year(now, target, min(years, 0)) is None


@given(st.floats(1, 1e4), st.floats(1, 1e4), st.floats(1, 50))
def test_growing_by_it_ends_on_the_target(now: float, target: float, years: float) -> None:
    growth = percent_per_year(now, target, years)
    assert growth is not None
    assert now * (1 + growth / 100) ** years == pytest.approx(target, rel=1e-6)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2020", 2020.0),
        ("2020/21", 2020.0),
        ("2020-10", 2020.0),
        ("2013-06", 2013 - 4 / 12),
        ("2014/15-2016/17", None),
        ("2022Q4", None),
        ("begin 2016", None),
    ],
)
def test_periods_in_time(period: str, expected: float | None) -> None:
    assert moment(period) == (pytest.approx(expected) if expected is not None else None)
