"""What the desk opens with."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.domain.pact.models import Goal, GoalKind, Pact
from pactwerk.domain.pact.queries import goal_gaps, goals_of, part_label
from pactwerk.foundation.accounts.models import Office
from pactwerk.web.public.words import written


@dataclass(frozen=True)
class DeskPact:
    """One pact of the office."""

    pact: Pact
    name: str
    url: str
    goals: int
    unfinished: int


@dataclass(frozen=True)
class DeskGoal:
    """One goal with what still has to be done about it."""

    goal: Goal
    title: str
    url: str
    todo: tuple[str, ...]


def desk_pacts(office: Office) -> tuple[DeskPact, ...]:
    """The office's pacts, drafts and archived ones too, in a fixed number of queries."""
    found = office.pacts.prefetch_related("goals__targets")
    return tuple(_desk_pact(pact) for pact in found)


def _desk_pact(pact: Pact) -> DeskPact:
    goals = [goal for goal in pact.goals.all() if goal.withdrawn_on is None]
    url = reverse("desk:pact", args=[pact.slug])
    return DeskPact(pact, written(pact, "name"), url, len(goals), sum(1 for goal in goals if todo(goal)))


def desk_goals(pact: Pact) -> tuple[DeskGoal, ...]:
    """The goals of a pact, withdrawn ones too."""
    return tuple(
        DeskGoal(goal, written(goal, "title"), reverse("desk:goal", args=[pact.slug, goal.number]), todo(goal))
        for goal in goals_of(pact, include_withdrawn=True)
    )


def todo(goal: Goal) -> tuple[str, ...]:
    """What the office still has to do about a goal, in words; empty when nothing waits."""
    if goal.withdrawn_on is not None:
        return ()
    if goal.kind == GoalKind.UNFILLED:
        return (_("nog in te vullen"),)
    gaps = goal_gaps(goal)
    words = [_("basisjaar nog te kiezen")] if "basisjaar" in gaps else []
    rest = [part_label(part) for part in gaps if part != "basisjaar"]
    words += [_("ontbreekt: %(parts)s") % {"parts": ", ".join(rest)}] if rest else []
    return tuple(words)
