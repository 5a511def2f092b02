"""Verdicts on goals of a pact: the state, the reason in a sentence, the path and the needed growth."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from pactwerk.domain.pact.models import Goal
from pactwerk.domain.pact.operations import add_goal, add_period, record_own_figure, set_baseline
from pactwerk.progress.verdicts import State, Verdict, judge
from tests.cast import Cast
from tests.factories.pacts import make_goal, make_pact

LABELS = {
    State.ON_COURSE: "op koers",
    State.PROGRESS: "vooruitgang",
    State.BEHIND: "achter",
    State.UNKNOWN: "nog niet te zeggen",
}


def counted(cast: Cast, goal: Goal, **values: float) -> Goal:
    """The goal with own figures, one per year (`y2015=14`)."""
    for year, value in values.items():
        record_own_figure(cast.actor("bob"), goal, period=year[1:], value=Decimal(str(value)), citation="ledenlijst")
    return goal


def exam_goal(cast: Cast, **facts: Any) -> Goal:
    """A goal on the N-profile share of havo candidates, judged on loaded files."""
    share = {
        "title": "Meer havisten met een N-profiel",
        "kind": "aandeel",
        "indicator_code": "E03",
        "area_code": "NL",
        "unit": "%",
        "baseline_period": "2014/15",
        "baseline_value": None,
        "horizon": "2018/19",
        "target": {"period": "2018/19", "value": Decimal(41)},
    }
    return make_goal(cast, make_pact(cast), **(share | facts))


@pytest.mark.parametrize(
    ("values", "state", "words"),
    [
        ({"y2014": 10, "y2015": 22, "y2016": 34}, State.ON_COURSE, "In 2016 is de stand 34; het pad vraagt dan 32,4."),
        ({"y2014": 10, "y2015": 14, "y2016": 15}, State.PROGRESS, "15: beter dan in 2014 (10)"),
        ({"y2014": 10, "y2015": 9, "y2016": 8}, State.BEHIND, "niet beter dan in 2014 (10)"),
        (
            {"y2014": 10, "y2015": 40, "y2016": 77},
            State.ON_COURSE,
            "streefwaarde is bereikt: in 2016 is de stand 77",
        ),
        ({"y2014": 10, "y2015": 20}, State.UNKNOWN, "vanaf 2014 heeft de langste reeks (eigen telling) er 2"),
        ({}, State.UNKNOWN, "Er zijn geen cijfers voor dit gebied (Noord-Nederland)"),
        ({"y2012": 5}, State.UNKNOWN, "nog geen cijfers vanaf het basisjaar 2014"),
    ],
)
def test_own_counts_are_judged(
    cast: Cast, no_figures: Path, values: dict[str, float], state: State, words: str
) -> None:
    verdict = judge(counted(cast, make_goal(cast, make_pact(cast)), **values))
    assert verdict.state == state
    assert verdict.label == LABELS[state]
    assert words in verdict.reason


def test_exam_shares_are_judged_on_loaded_files(cast: Cast, figures: Path) -> None:
    """The north: 39.14 in 2014/15; all that is known of 2021/22 is that it lies between 37.57 and 39.41."""
    behind = judge(exam_goal(cast, area_code="TP-NOORD", target={"period": "2018/19", "value": Decimal(45)}))
    assert behind.state == State.UNKNOWN
    assert "37,57 tot 39,41 %" in behind.reason
    assert behind.counted[0] == "2014/15"
    assert {row.basis for row in behind.points} == {"computed"}
    assert behind.newest is not None
    assert (behind.newest.period, behind.newest.basis) == ("2021/22", "computed")


def test_technical_exam_shares_before_the_new_definition(cast: Cast, figures: Path) -> None:
    """E01 changes definition in 2019/20: the five years before are judged, the later ones are named."""
    goal = exam_goal(
        cast,
        indicator_code="E01",
        area_code="NL",
        horizon="2018/19",
        target={"period": "2018/19", "value": Decimal(50)},
    )
    verdict = judge(goal)
    assert verdict.counted == ("2014/15", "2015/16", "2016/17", "2017/18", "2018/19")
    assert verdict.state in {State.PROGRESS, State.BEHIND}
    assert "2021/22" in verdict.reason
    assert "niet vergelijkbaar" in verdict.reason


def test_bounds_that_straddle_the_path_tell_nothing(cast: Cast, figures: Path) -> None:
    """From 2019/20 the publisher hides small counts: the national share of 2021/22 lies between 37.7 and 39.4."""
    level = {"period": "2021/22", "value": Decimal("38.5")}
    verdict = judge(exam_goal(cast, baseline_value=Decimal("38.5"), horizon="2021/22", target=level))
    assert verdict.state == State.UNKNOWN
    assert "alleen grenzen bekend (37,7" in verdict.reason
    clear = exam_goal_on(cast, "lager", Decimal(30))
    assert judge(clear).state == State.ON_COURSE


def exam_goal_on(cast: Cast, slug: str, level: Decimal) -> Goal:
    """The same share, in a pact of its own, held against a flat line."""
    return make_goal(
        cast,
        make_pact(cast, slug),
        kind="aandeel",
        indicator_code="E03",
        area_code="NL",
        unit="%",
        baseline_period="2014/15",
        baseline_value=level,
        horizon="2021/22",
        target={"period": "2021/22", "value": level},
    )


def test_a_goal_on_published_values_alone(cast: Cast, no_figures: Path) -> None:
    """No publication edition gives three comparable points of the N-profile share of havo."""
    goal = exam_goal(
        cast,
        indicator_code="K07",
        baseline_period="2018/19",
        horizon="2023/24",
        target={"period": "2023/24", "value": 45},
    )
    verdict = judge(goal)
    assert verdict.state == State.UNKNOWN
    assert "drie vergelijkbare cijfers" in verdict.reason
    assert "editie monitor-2024" in verdict.reason
    assert {row.basis for row in verdict.points} == {"published"}


def _doubling(cast: Cast, **facts: Any) -> Goal:
    return exam_goal(
        cast,
        **{
            "kind": "verhouding",
            "baseline_period": "",
            "horizon": "",
            "end_goal": True,
            "target": {"ratio": Decimal(2)},
            "accept_gaps": True,
        }
        | facts,
    )


def test_the_region_must_choose_a_baseline_year(cast: Cast, figures: Path) -> None:
    goal = _doubling(cast)
    verdict = judge(goal)
    assert verdict.state == State.UNKNOWN
    assert "de regio moet nog een basisjaar kiezen" in verdict.reason
    assert len(verdict.points) > 0
    assert verdict.newest is None
    elsewhere = judge(set_baseline(cast.actor("bob"), goal, period="2013/14"))
    assert elsewhere.reason.endswith("geen pad om mee te vergelijken.")
    chosen = judge(set_baseline(cast.actor("bob"), goal, period="2014/15"))
    assert chosen.state == State.UNKNOWN
    assert "geen jaar afgesproken" in chosen.reason
    assert "in het basisjaar 2014/15 was die 39,65 %" in chosen.reason


def test_a_ratio_asks_a_multiple_of_the_baseline(cast: Cast, figures: Path) -> None:
    ratio = {"horizon": "2018/19", "baseline_period": "2014/15", "target": {"period": "2018/19", "ratio": Decimal(1)}}
    goal = _doubling(cast, **ratio, definition="n-profile")
    verdict = judge(goal)
    assert (verdict.path[0][0], verdict.path[-1][0]) == ("2014/15", "2018/19")
    assert verdict.path[-1][1] == pytest.approx(39.6496, abs=0.001)


def test_an_end_goal_after_the_period_is_no_failure(cast: Cast, no_figures: Path) -> None:
    pact = make_pact(cast)
    add_period(cast.actor("bob"), pact, name="Nu", start=date(2014, 1, 1), end=date(2017, 12, 31))
    goal = counted(cast, make_goal(cast, pact, end_goal=True), y2014=10, y2015=9, y2016=8)
    verdict = judge(goal)
    assert verdict.state == State.UNKNOWN
    assert "einddoel voor na de periode" in verdict.reason


@pytest.mark.parametrize(("kind", "words"), [("kwalitatief", "kwalitatief"), ("nog_in_te_vullen", "nog in te vullen")])
def test_goals_without_numbers_are_not_measurable(cast: Cast, no_figures: Path, kind: str, words: str) -> None:
    verdict = judge(add_goal(cast.actor("bob"), make_pact(cast), title="Doel", kind=kind))
    assert verdict.state == State.NOT_MEASURABLE
    assert words in verdict.reason
    assert (verdict.path, len(verdict.points), verdict.required_growth) == ((), 0, None)


def test_a_goal_without_an_indicator_says_what_is_missing(cast: Cast, no_figures: Path) -> None:
    verdict = judge(make_goal(cast, make_pact(cast), indicator_code="", baseline_period="", accept_gaps=True))
    assert verdict.state == State.NOT_MEASURABLE
    assert "Er ontbreekt: indicator, basisjaar" in verdict.reason


def test_the_path_has_a_value_at_every_figure_and_corner(cast: Cast, no_figures: Path) -> None:
    verdict = judge(counted(cast, make_goal(cast, make_pact(cast)), y2014=10, y2016=30, y2017=31))
    assert [period for period, _value in verdict.path] == ["2014", "2016", "2017", "2020"]
    assert [round(value, 2) for _period, value in verdict.path] == [10, 32.33, 43.5, 77]


def test_needed_growth(cast: Cast, no_figures: Path) -> None:
    from_baseline = judge(make_goal(cast, make_pact(cast)))
    assert from_baseline.required_growth == pytest.approx(40.53, abs=0.01)
    assert (from_baseline.growth_from, from_baseline.growth_to) == ("2014", "2020")
    later = judge(counted(cast, make_goal(cast, make_pact(cast, "twee")), y2014=10, y2018=50))
    assert (later.growth_from, later.growth_to) == ("2018", "2020")
    assert (later.required_growth, later.growth_unit) == (pytest.approx(24.10, abs=0.01), "%")
    share = make_goal(
        cast, make_pact(cast, "drie"), kind="aandeel", unit="%", target={"period": "2020", "value": Decimal(40)}
    )
    assert (judge(share).required_growth, judge(share).growth_unit) == (5.0, "procentpunt")
    reached = counted(cast, make_goal(cast, make_pact(cast, "vijf")), y2014=10, y2015=40, y2016=77)
    assert judge(reached).required_growth is None
    doubling = make_goal(
        cast,
        make_pact(cast, "vier"),
        kind="verhouding",
        baseline_value=None,
        baseline_period="2010",
        target={"period": "2020", "ratio": Decimal(2)},
    )
    assert judge(doubling).required_growth == pytest.approx(7.177, abs=0.001)


def test_example_data_marks_the_verdict(cast: Cast, no_figures: Path) -> None:
    cast.office_a.example = True
    cast.office_a.save()
    goal = counted(cast, make_goal(cast, make_pact(cast)), y2014=10, y2015=22, y2016=34)
    verdict = judge(goal)
    assert verdict.example
    assert verdict.points.example


def test_shares_and_counts_are_never_mixed(cast: Cast, figures: Path) -> None:
    goal = exam_goal(cast, unit="leerlingen", baseline_value=Decimal(10))
    assert judge(goal).state == State.UNKNOWN
    assert "geen cijfers" in judge(goal).reason


def test_the_reason_is_in_the_language_of_the_screen(cast: Cast, no_figures: Path) -> None:
    goal = counted(cast, make_goal(cast, make_pact(cast)), y2014=1000, y2015=2200.5, y2016=3400)
    dutch: Verdict = judge(goal)
    with translation.override("en"):
        english = judge(goal)
    assert "3.400" in dutch.reason
    assert "3,400" in english.reason
