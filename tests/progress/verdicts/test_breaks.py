"""No verdict across a declared break, even where definition and edition run on."""

from __future__ import annotations

from dataclasses import replace

from pactwerk.domain.pact.models import Goal
from pactwerk.figures.disclosure_control import Row, Source
from pactwerk.progress.verdicts.intervals import Way
from pactwerk.progress.verdicts.planning import points_of
from pactwerk.progress.verdicts.rule import rule
from pactwerk.progress.verdicts.values import Aim, Plan, Point, State, Why

PLAN = Plan(way=Way.UP, baseline_at=2014, baseline_label="2014", aims=(Aim(2020, "2020", value=70),))


def points(*values: float) -> list[Point]:
    return [Point(2014 + offset, str(2014 + offset), (value, value)) for offset, value in enumerate(values)]


def test_points_before_a_break_are_no_path_to_the_points_after_it() -> None:
    whole = points(10, 20, 30, 40, 50, 60)
    assert rule(PLAN, whole).state == State.ON_COURSE
    broken = [replace(point, stretch=int(point.at >= 2017)) for point in whole]
    ruling = rule(PLAN, broken)
    assert ruling.why == Why.ON_PATH  # the stretch that holds the baseline, and nothing beyond the break
    assert ruling.latest is not None
    assert ruling.latest.at == 2016


def test_a_stretch_without_the_baseline_is_not_judged() -> None:
    broken = [replace(point, stretch=int(point.at >= 2015)) for point in points(10, 20, 30, 40)]
    ruling = rule(PLAN, broken)
    assert (ruling.state, ruling.why) == (State.UNKNOWN, Why.BREAK)


def early_leavers(*periods: str) -> list[Row]:
    return [
        Row(indicator="L09", definition="vo-vestigingen", area="NL", period=period, value=1.0, unit="%",
            sources=(Source("vsv.csv"),))
        for period in periods
    ]  # fmt: skip


def test_stretches_follow_the_declared_breaks() -> None:
    goal = Goal(unit="%")
    rows = early_leavers("2010/11", "2011/12", "2012/13", "2013/14")
    assert [point.stretch for point in points_of(goal, rows)] == [0, 0, 1, 1]
    assert [point.stretch for point in points_of(goal, early_leavers("2012/13", "2013/14"))] == [0, 0]
