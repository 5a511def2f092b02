"""Own figures and milestones."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from pactwerk.domain.pact.models import Goal, Milestone, OwnFigure
from pactwerk.domain.pact.operations import (
    add_goal,
    add_milestone,
    reach_milestone,
    record_own_figure,
    reopen_milestone,
    withdraw_own_figure,
)
from pactwerk.foundation.operations import OperationError, PermissionRefused
from tests.cast import Cast
from tests.factories.audit import lines
from tests.factories.pacts import make_goal, make_pact


@pytest.fixture
def goal(cast: Cast) -> Goal:
    return make_goal(cast, make_pact(cast))


def test_a_figure_is_recorded_with_its_source_and_who(cast: Cast, goal: Goal) -> None:
    record_own_figure(cast.actor("bob"), goal, period="2015", value=Decimal(14), citation="ledenlijst")
    stored = OwnFigure.objects.get()
    assert (stored.period, stored.value, stored.unit, stored.recorded_by) == ("2015", Decimal(14), "besturen", cast.bob)
    assert not stored.example
    assert lines("pact.own_figure.record") == [("ok", f"user:{cast.bob.pk}")]


def test_a_figure_of_an_example_pact_is_an_example(cast: Cast) -> None:
    cast.office_a.example = True
    cast.office_a.save()
    goal = make_goal(cast, make_pact(cast))
    assert record_own_figure(cast.actor("bob"), goal, period="2015", value=Decimal(14), citation="lijst").example


@pytest.mark.parametrize(
    ("facts", "words"), [({"citation": " "}, "Bron"), ({"period": "ooit"}, "ooit"), ({"period": ""}, "Periode")]
)
def test_no_figure_without_source_or_period(cast: Cast, goal: Goal, facts: dict[str, str], words: str) -> None:
    good = {"period": "2015", "citation": "ledenlijst"}
    with pytest.raises(OperationError, match=words):
        record_own_figure(cast.actor("bob"), goal, value=Decimal(14), **(good | facts))
    assert not OwnFigure.objects.exists()


def test_a_figure_is_replaced_by_withdrawing_it_first(cast: Cast, goal: Goal) -> None:
    actor = cast.actor("bob")
    figure = record_own_figure(actor, goal, period="2015", value=Decimal(14), citation="ledenlijst")
    with pytest.raises(OperationError, match="trek dat eerst in"):
        record_own_figure(actor, goal, period="2015", value=Decimal(15), citation="ledenlijst")
    with pytest.raises(OperationError, match="de reden"):
        withdraw_own_figure(actor, figure, reason=" ")
    figure.refresh_from_db()
    withdraw_own_figure(actor, figure, reason="dubbel geteld")
    with pytest.raises(OperationError, match="al ingetrokken"):
        withdraw_own_figure(actor, figure, reason="nog eens")
    record_own_figure(actor, goal, period="2015", value=Decimal(13), citation="ledenlijst")
    kept = OwnFigure.objects.order_by("pk").values_list("value", "withdrawn_reason")
    assert list(kept) == [(Decimal(14), "dubbel geteld"), (Decimal(13), "")]


def test_a_goal_without_numbers_has_no_own_figures(cast: Cast) -> None:
    actor = cast.actor("bob")
    goal = add_goal(actor, make_pact(cast), title="Kwalitatief", kind="kwalitatief")
    with pytest.raises(OperationError, match="meetbaar"):
        record_own_figure(actor, goal, period="2015", value=Decimal(1), citation="bron")
    assert not OwnFigure.objects.exists()


@pytest.mark.parametrize("name", ["carol", "charlie", "dirk", "nobody"])
def test_others_record_nothing(cast: Cast, goal: Goal, name: str) -> None:
    actor = cast.actor(name)
    figure = record_own_figure(cast.actor("bob"), goal, period="2015", value=Decimal(14), citation="lijst")
    stone = add_milestone(cast.actor("bob"), goal, text="Plan van aanpak")
    for change in (
        lambda: record_own_figure(actor, goal, period="2016", value=Decimal(99), citation="x"),
        lambda: withdraw_own_figure(actor, figure, reason="x"),
        lambda: add_milestone(actor, goal, text="x"),
        lambda: reach_milestone(actor, stone),
        lambda: reopen_milestone(actor, stone),
    ):
        with pytest.raises(PermissionRefused):
            change()
    assert list(OwnFigure.objects.values_list("value", "withdrawn_on")) == [(Decimal(14), None)]
    assert list(Milestone.objects.values_list("text", "reached_on")) == [("Plan van aanpak", None)]


def test_the_clock_of_the_example_may_run_ahead(cast: Cast, goal: Goal, settings: Any) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    settings.PACTWERK_CLOCK = tomorrow.isoformat()
    stone = add_milestone(cast.actor("bob"), goal, text="Plan")
    assert reach_milestone(cast.actor("bob"), stone, on=tomorrow).reached_on == tomorrow
    with pytest.raises(OperationError, match="toekomst"):
        reach_milestone(
            cast.actor("bob"), add_milestone(cast.actor("bob"), goal, text="x"), on=tomorrow + timedelta(days=1)
        )


def test_a_milestone_is_reached_and_reopened(cast: Cast, goal: Goal) -> None:
    actor = cast.actor("bob")
    stone = add_milestone(actor, goal, text="Fundament gelegd", due=date(2023, 12, 31))
    with pytest.raises(OperationError, match="toekomst"):
        reach_milestone(actor, stone, on=timezone.localdate() + timedelta(days=1))
    reach_milestone(actor, stone, on=date(2023, 11, 1))
    with pytest.raises(OperationError, match="al bereikt"):
        reach_milestone(actor, stone)
    assert Milestone.objects.get().reached_on == date(2023, 11, 1)
    reopen_milestone(actor, stone)
    with pytest.raises(OperationError, match="nog niet bereikt"):
        reopen_milestone(actor, stone)
    assert reach_milestone(actor, stone).reached_on == timezone.localdate()


def test_nobody_counts_the_future_or_below_zero(cast: Cast, goal: Goal) -> None:
    actor = cast.actor("bob")
    for period, value in (("2099", "5"), ("2023", "-5")):
        with pytest.raises(OperationError):
            record_own_figure(actor, goal, period=period, value=Decimal(value), citation="telling")
    assert not goal.own_figures.exists()
