"""The rule on plain values: examples of every outcome, and properties that hold for all values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.progress.verdicts.intervals import Interval, Way, beats, meets, mix
from pactwerk.progress.verdicts.rule import rule
from pactwerk.progress.verdicts.values import Aim, Knot, Plan, Point, Ruling, State, Why, on_path

# 10 in 2014 to 70 in 2020: ten a year
PLAN = Plan(way=Way.UP, baseline_at=2014, baseline_label="2014", baseline=10, aims=(Aim(2020, "2020", value=70),))


def series(*values: float | Interval, start: int = 2014, **kin: str) -> list[Point]:
    """One point a year from the start."""
    points = []
    for offset, value in enumerate(values):
        interval = value if isinstance(value, tuple) else (value, value)
        points.append(Point(start + offset, str(start + offset), interval, **kin))
    return points


def outcome(plan: Plan, points: list[Point]) -> tuple[State, Why]:
    ruling = rule(plan, points)
    return ruling.state, ruling.why


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((10, 20, 30), (State.ON_COURSE, Why.ON_PATH)),
        ((10, 20, 31), (State.ON_COURSE, Why.ON_PATH)),
        ((10, 20, 29), (State.PROGRESS, Why.BETTER_THAN_BASELINE)),
        ((10, 20, 10), (State.BEHIND, Why.NOT_BETTER)),
        ((10, 20, 3), (State.BEHIND, Why.NOT_BETTER)),
        ((10, 20, 70), (State.ON_COURSE, Why.REACHED)),
        ((10, 20), (State.UNKNOWN, Why.TOO_FEW_POINTS)),
        ((), (State.UNKNOWN, Why.NO_FIGURES)),
    ],
)
def test_upward(values: tuple[float, ...], expected: tuple[State, Why]) -> None:
    assert outcome(PLAN, series(*values)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((40, 35, 30), (State.ON_COURSE, Why.ON_PATH)),
        ((40, 39, 38), (State.PROGRESS, Why.BETTER_THAN_BASELINE)),
        ((40, 41, 42), (State.BEHIND, Why.NOT_BETTER)),
    ],
)
def test_downward(values: tuple[float, ...], expected: tuple[State, Why]) -> None:
    plan = Plan(way=Way.DOWN, baseline_at=2014, aims=(Aim(2018, "2018", value=20),))
    assert outcome(plan, series(*values)) == expected


@pytest.mark.parametrize(("last", "expected"), [(96, State.ON_COURSE), (95, State.ON_COURSE), (94.9, State.BEHIND)])
def test_holding_is_not_falling_below(last: float, expected: State) -> None:
    plan = Plan(way=Way.HOLD, baseline_at=2014, baseline=95, aims=(Aim(2018, "2018", value=95),))
    ruling = rule(plan, series(95, 97, last))
    assert ruling.state == expected
    assert ruling.why == (Why.NOT_HELD if expected == State.BEHIND else Why.REACHED)


def test_what_is_missing_is_said_before_any_figure_is_looked_at() -> None:
    points = series(10, 20, 30)
    assert outcome(replace(PLAN, baseline_at=None), points)[1] == Why.BASELINE_NOT_CHOSEN
    assert outcome(replace(PLAN, aims=()), points)[1] == Why.NO_TARGET
    assert outcome(replace(PLAN, aims=(Aim(None, "", value=70),)), points)[1] == Why.NO_TARGET_YEAR
    assert outcome(replace(PLAN, aims=(Aim(2013, "2013", value=70),)), points)[1] == Why.BASELINE_AFTER_TARGET


def test_a_doubling_goal_asks_twice_the_baseline() -> None:
    plan = Plan(way=Way.UP, baseline_at=2014, aims=(Aim(2024, "2024", ratio=2),))
    ruling = rule(plan, series(100, 110, 120))
    assert (ruling.state, ruling.baseline, ruling.path[-1].value) == (State.ON_COURSE, (100, 100), (200, 200))
    assert rule(plan, series(100, 110, 119)).state == State.PROGRESS


def test_the_baseline_year_needs_a_figure_when_no_number_was_agreed() -> None:
    plan = Plan(way=Way.UP, baseline_at=2013, aims=(Aim(2024, "2024", ratio=2),))
    assert outcome(plan, series(100, 110, 120))[1] == Why.BASELINE_WITHOUT_FIGURE


def test_points_before_the_baseline_do_not_count() -> None:
    points = series(1, 2, 3, 10, 20, start=2011)
    assert [point.label for point in rule(PLAN, points).points] == ["2014", "2015"]
    assert outcome(PLAN, points)[1] == Why.TOO_FEW_POINTS


def test_the_same_moment_twice_is_one_point() -> None:
    assert outcome(PLAN, series(10, 20) + series(20, start=2015))[1] == Why.TOO_FEW_POINTS


def test_no_path_crosses_a_break() -> None:
    old = series(8, 10, start=2013, definition="sector")
    new = series(45, 50, 60, start=2015, definition="profile")
    ruling = rule(PLAN, old + new)
    assert (ruling.state, ruling.why) == (State.UNKNOWN, Why.BREAK)
    assert [point.label for point in ruling.points] == ["2015", "2016", "2017"]


def test_an_agreed_baseline_of_another_definition_and_basis_is_a_break() -> None:
    """Published sector 2007 = 24 as baseline, computed profile 2016-2018: no *behind* across the break."""
    plan = Plan(way=Way.UP, baseline_at=2007, baseline_label="2007", baseline=24, aims=(Aim(2020, "2020", value=40),))
    published = series(24, start=2007, basis="published", definition="sector", edition="2018")
    computed = series(20, 20, 20, start=2016, definition="profile")
    assert outcome(plan, published + computed) == (State.UNKNOWN, Why.BREAK)
    between = series(22, start=2010, basis="published", definition="sector", edition="2018")
    assert outcome(plan, between + computed) == (State.UNKNOWN, Why.BREAK)
    same = [replace(point, definition="profile") for point in published]
    assert outcome(plan, same + computed) == (State.BEHIND, Why.NOT_BETTER)


def test_the_agreed_number_belongs_to_the_definition_whose_figure_it_is() -> None:
    run = series(20, 21, 22, definition="profile")
    other = series(10.3, definition="sector")
    assert outcome(PLAN, run + other) == (State.UNKNOWN, Why.BREAK)
    assert outcome(replace(PLAN, baseline=20), run + other)[0] == State.PROGRESS
    assert outcome(PLAN, run)[0] == State.PROGRESS


def test_an_agreed_number_without_figures_needs_one_definition() -> None:
    run = series(20, 30, 40, start=2015, definition="profile")
    assert outcome(replace(PLAN, definitions=frozenset({"profile"})), run)[0] == State.ON_COURSE
    several = replace(PLAN, definitions=frozenset({"profile", "sector"}))
    assert outcome(several, run) == (State.UNKNOWN, Why.BASELINE_WITHOUT_FIGURE)
    assert outcome(several, series(20, 30, 40, start=2015, basis="own"))[0] == State.ON_COURSE


def test_before_a_break_there_may_be_enough() -> None:
    """Exam shares 2014/15-2018/19 are judged although later years are counted by another definition."""
    old = series(10, 20, 30, 40, definition="sector")
    ruling = rule(PLAN, old + series(1, 2, 3, start=2018, definition="profile"))
    assert (ruling.state, ruling.latest and ruling.latest.label) == (State.ON_COURSE, "2017")


def test_too_few_names_the_longest_run() -> None:
    points = series(36, 37, start=2022, basis="published", edition="2024")
    points += series(40, start=2019, basis="published", edition="2020")
    ruling = rule(PLAN, points)
    assert (ruling.why, len(ruling.points), {point.edition for point in ruling.points}) == (
        Why.TOO_FEW_POINTS,
        2,
        {"2024"},
    )


def test_a_break_before_the_baseline_does_no_harm() -> None:
    old = series(5, 6, 7, start=2010, definition="sector")
    assert rule(PLAN, old + series(10, 20, 30, definition="profile")).state == State.ON_COURSE


def test_publication_editions_are_never_chained() -> None:
    points = [
        point
        for offset, edition in enumerate(("2022", "2023", "2024"))
        for point in series(10 + 10 * offset, start=2014 + offset, basis="published", edition=edition)
    ]
    assert outcome(PLAN, points)[0] == State.UNKNOWN


def test_a_newer_edition_restates_the_same_years() -> None:
    older = series(10, 20, 30, basis="published", edition="2023")
    newer = series(10, 11, 12, basis="published", edition="2024")
    ruling = rule(PLAN, older + newer)
    assert (ruling.state, {point.edition for point in ruling.points}) == (State.PROGRESS, {"2024"})


def test_a_judged_basis_wins_from_one_with_too_little() -> None:
    computed = series(10, 20, 30)
    published = series(10, 20, start=2019, basis="published", edition="2024")
    ruling = rule(PLAN, published + computed)
    assert (ruling.state, ruling.latest and ruling.latest.label) == (State.ON_COURSE, "2016")


def test_the_newest_judged_basis_wins_and_computed_before_own() -> None:
    longer = series(10, 20, 30, 40, basis="own")
    assert rule(PLAN, series(10, 11, 12) + longer).points[-1].basis == "own"
    assert rule(PLAN, longer + series(10, 11, 12, 13)).points[-1].basis == "computed"


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ((29, 31), (State.UNKNOWN, Why.STRADDLES_PATH)),
        ((30, 34), (State.ON_COURSE, Why.ON_PATH)),
        ((20, 29), (State.PROGRESS, Why.BETTER_THAN_BASELINE)),
        ((9, 12), (State.UNKNOWN, Why.STRADDLES_BASELINE)),
        ((1, 10), (State.BEHIND, Why.NOT_BETTER)),
    ],
)
def test_bounds_decide_only_when_they_can(last: Interval, expected: tuple[State, Why]) -> None:
    assert outcome(PLAN, series(10, 20, last)) == expected


def test_an_unsharp_baseline_makes_an_unsharp_path() -> None:
    plan = Plan(way=Way.UP, baseline_at=2014, aims=(Aim(2016, "2016", ratio=2),))
    assert outcome(plan, series((8, 12), 15, 20)) == (State.UNKNOWN, Why.STRADDLES_PATH)
    assert outcome(plan, series((8, 12), 15, 24)) == (State.ON_COURSE, Why.REACHED)


def test_an_interim_target_bends_the_path() -> None:
    plan = replace(PLAN, aims=(*PLAN.aims, Aim(2016, "2016", value=20)))
    assert rule(plan, series(10, 15, 20)).state == State.ON_COURSE
    assert [knot.label for knot in rule(plan, series(10, 15, 20)).path] == ["2014", "2016", "2020"]


def test_an_end_goal_beyond_the_period_is_no_failure() -> None:
    plan = replace(PLAN, end_goal=True, period_end=2016.2)
    assert outcome(plan, series(10, 9, 8)) == (State.UNKNOWN, Why.END_GOAL_LATER)
    assert outcome(plan, series(10, 11, 12))[0] == State.PROGRESS
    assert outcome(replace(plan, period_end=2020), series(10, 9, 8))[0] == State.BEHIND
    assert outcome(replace(plan, end_goal=False), series(10, 9, 8))[0] == State.BEHIND
    with_interim = replace(plan, aims=(*plan.aims, Aim(2016, "2016", value=20)))
    assert outcome(with_interim, series(10, 9, 8))[0] == State.BEHIND


def test_after_the_last_target_the_path_stays_level() -> None:
    assert outcome(PLAN, series(10, 20, 30, 40, 50, 60, 69, 71)) == (State.ON_COURSE, Why.REACHED)
    assert outcome(PLAN, series(10, 20, 30, 40, 50, 60, 69, 69))[0] == State.PROGRESS


def test_a_path_without_figures_is_drawn_when_the_baseline_was_agreed() -> None:
    assert [knot.value for knot in rule(PLAN, []).path] == [(10, 10), (70, 70)]
    assert rule(replace(PLAN, baseline=None), []).path == ()


values = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False).map(lambda value: round(value, 3))
intervals = st.tuples(values, values).map(lambda pair: (min(pair), max(pair)))
ways = st.sampled_from([Way.UP, Way.DOWN])
RANK = {State.BEHIND: 0, State.PROGRESS: 1, State.ON_COURSE: 2}


def _ruled(way: Way, baseline: float, target: float, last: float | Interval) -> Ruling:
    plan = Plan(way=way, baseline_at=2014, baseline=baseline, aims=(Aim(2020, "2020", value=target),))
    return rule(plan, series(baseline, baseline, last))


@given(ways, values, values, values, values)
def test_a_better_value_never_gets_a_worse_verdict(
    way: Way, baseline: float, target: float, one: float, other: float
) -> None:
    worse, better = sorted((one, other), reverse=way == Way.DOWN)
    assert RANK[_ruled(way, baseline, target, better).state] >= RANK[_ruled(way, baseline, target, worse).state]


@given(ways, values, values, values)
def test_up_and_down_are_mirror_images(way: Way, baseline: float, target: float, last: float) -> None:
    mirrored = Way.DOWN if way == Way.UP else Way.UP
    assert _ruled(way, baseline, target, last).state == _ruled(mirrored, -baseline, -target, -last).state


@given(ways, values, values, intervals, st.floats(0, 1))
def test_a_verdict_on_bounds_holds_for_every_value_within(
    way: Way, baseline: float, target: float, bounds: Interval, share: float
) -> None:
    """What is said about `<5` must be true whatever hides behind it."""
    judged = _ruled(way, baseline, target, bounds)
    inside = min(max(bounds[0] + share * (bounds[1] - bounds[0]), bounds[0]), bounds[1])
    if judged.state != State.UNKNOWN:
        exact = _ruled(way, baseline, target, inside)
        assert exact.state == judged.state


@given(st.lists(st.tuples(st.integers(2005, 2025), values, st.sampled_from(["a", "b"])), max_size=20))
def test_points_that_counted_are_comparable_and_not_before_the_baseline(drawn: list[tuple[int, float, str]]) -> None:
    points = [Point(at, str(at), (value, value), definition=code) for at, value, code in drawn]
    ruling = rule(replace(PLAN, baseline=None), points)
    assert len({point.kin for point in ruling.points}) <= 1
    assert all(point.at >= 2014 for point in ruling.points)
    if ruling.judged:
        assert len({point.at for point in ruling.points}) >= 3


@given(
    st.lists(st.tuples(st.integers(2005, 2014), values), max_size=6),
    st.lists(st.tuples(st.integers(2015, 2025), values), max_size=8),
    st.sampled_from(["own", "published", "computed"]),
)
def test_no_verdict_crosses_a_break(
    before: list[tuple[int, float]], after: list[tuple[int, float]], basis: str
) -> None:
    """Whatever is counted one way up to the baseline and another way after it is never judged together."""
    old = [Point(at, str(at), (value, value), basis, "sector") for at, value in before]
    new = [Point(at, str(at), (value, value), definition="profile") for at, value in after]
    ruling = rule(replace(PLAN, definitions=frozenset({"sector", "profile"})), old + new)
    assert not ruling.judged


@given(st.lists(st.tuples(st.integers(2005, 2025), values, st.sampled_from(["a", "b"])), max_size=12), st.randoms())
def test_the_order_of_the_figures_does_not_matter(drawn: list[tuple[int, float, str]], chance: object) -> None:
    unique = list({(at, code): (at, value, code) for at, value, code in drawn}.values())
    points = [Point(at, str(at), (value, value), definition=code) for at, value, code in unique]
    shuffled = list(points)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert rule(PLAN, points) == rule(PLAN, shuffled)


@given(values, values, st.floats(0, 1))
def test_the_path_runs_straight_between_its_knots(left: float, right: float, share: float) -> None:
    path = (Knot(2014, "2014", (left, left)), Knot(2018, "2018", (right, right)))
    at = 2014 + 4 * share
    assert on_path(path, at)[0] == pytest.approx(
        left + (right - left) * share, abs=1e-6 * max(1, abs(left), abs(right))
    )
    assert on_path(path, 2010) == (left, left)
    assert on_path(path, 2030) == (right, right)


@given(intervals, intervals, ways)
def test_beating_includes_meeting(one: Interval, other: Interval, way: Way) -> None:
    if beats(one, other, way):
        assert meets(one, other, way)
    if meets(one, other, way) is False:
        assert beats(one, other, way) is False


@given(intervals, intervals, st.floats(0, 1))
def test_mixing_keeps_low_below_high(one: Interval, other: Interval, share: float) -> None:
    low, high = mix(one, other, share)
    assert low <= high + 1e-9 * max(1.0, abs(low), abs(high))
