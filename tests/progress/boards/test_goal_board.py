"""The goals of a pact with their verdicts, at a fixed number of database queries."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pactwerk.domain.pact.models import Pact
from pactwerk.domain.pact.operations import (
    add_goal,
    add_milestone,
    record_own_figure,
    revise_target,
    withdraw_goal,
)
from pactwerk.progress.boards import goal_board, goal_on_board
from pactwerk.progress.verdicts import State
from tests.cast import Cast
from tests.factories.pacts import make_goal, make_pact


def _fill(cast: Cast, pact: Pact, number: int) -> None:
    actor = cast.actor("bob")
    goal = make_goal(cast, pact, title=f"Doel {number}")
    revise_target(actor, goal.targets.get(), value=Decimal(60), reason="fusie")
    for year in (2014, 2015, 2016):
        record_own_figure(actor, goal, period=str(year), value=Decimal(10 * (year - 2013)), citation="lijst")
    add_milestone(actor, goal, text="Plan")


@pytest.mark.parametrize("size", [1, 3])
def test_a_board_costs_the_same_for_one_goal_and_three(
    cast: Cast, no_figures: Path, size: int, django_assert_num_queries: Any
) -> None:
    pact = make_pact(cast)
    for number in range(size):
        _fill(cast, pact, number)
    pact = Pact.objects.get(pk=pact.pk)
    with django_assert_num_queries(5):
        board = goal_board(pact)
        seen = [(entry.verdict.state, entry.targets[0].value, len(entry.history), entry.gaps) for entry in board]
        assert [stone.text for entry in board for stone in entry.goal.milestones.all()] == ["Plan"] * size
        assert {entry.goal.owner.name for entry in board if entry.goal.owner} == {"Eigenaar van doelen"}
    assert seen == [(State.ON_COURSE, Decimal(60), 2, ())] * size


def test_withdrawn_goals_leave_the_board_but_keep_their_page(cast: Cast, no_figures: Path) -> None:
    pact = make_pact(cast)
    kept = add_goal(cast.actor("bob"), pact, title="Blijft", kind="kwalitatief")
    gone = add_goal(cast.actor("bob"), pact, title="Weg", kind="kwalitatief")
    withdraw_goal(cast.actor("bob"), gone)
    assert [entry.goal for entry in goal_board(pact)] == [kept]
    found = goal_on_board(pact, gone.number)
    assert found is not None
    assert found.goal == gone
    assert goal_on_board(pact, 99) is None
