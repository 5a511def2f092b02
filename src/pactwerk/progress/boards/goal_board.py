"""The goals of a pact with their verdicts; database queries do not grow with the goals."""

from __future__ import annotations

from dataclasses import dataclass

from pactwerk.domain.pact.models import Goal, Pact, Target
from pactwerk.domain.pact.queries import current_targets, goal_by_number, goal_gaps, goals_of, target_history
from pactwerk.progress.feasibility import Population, population_of
from pactwerk.progress.verdicts import Verdict, judge


@dataclass(frozen=True)
class GoalOnBoard:
    """One goal as a page shows it."""

    goal: Goal
    verdict: Verdict
    targets: tuple[Target, ...]
    history: tuple[Target, ...]
    gaps: tuple[str, ...]
    population: Population | None


def goal_board(pact: Pact) -> tuple[GoalOnBoard, ...]:
    """Every goal of the pact that was not withdrawn, by number; the caller has checked that the pact may be read."""
    return tuple(_place(goal) for goal in goals_of(pact))


def goal_on_board(pact: Pact, number: int) -> GoalOnBoard | None:
    """One goal of the pact, a withdrawn one too; None when the number is not in use."""
    goal = goal_by_number(pact, number)
    return None if goal is None else _place(goal)


def _place(goal: Goal) -> GoalOnBoard:
    return GoalOnBoard(
        goal=goal,
        verdict=judge(goal),
        targets=tuple(current_targets(goal)),
        history=tuple(target_history(goal)),
        gaps=goal_gaps(goal),
        population=population_of(goal),
    )
