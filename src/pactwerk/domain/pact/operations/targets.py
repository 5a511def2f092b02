"""Agreeing and revising targets; a revision is a new record that points at the old one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypedDict, Unpack

from django.utils.translation import gettext as _

from pactwerk.domain.organisations.operations.storing import store
from pactwerk.domain.pact.models import Goal, Target
from pactwerk.domain.pact.queries.gaps import goal_gaps
from pactwerk.foundation.operations import Actor, OperationError, operation

from .guard import period_text, require_open


class TargetFacts(TypedDict, total=False):
    """A target: a value in the goal's unit or a ratio to the baseline, for a period (empty: no year agreed)."""

    period: str
    value: Decimal | None
    ratio: Decimal | None
    decided_on: date | None
    reason: str
    citation: str


def first_target(goal: Goal, facts: TargetFacts, *, replaces: Target | None = None) -> Target:
    """Store a target that nobody agreed before; called by operations only."""
    target = Target(goal=goal, supersedes=replaces, **facts)
    target.period = period_text(target.period, "period")
    taken = Target.objects.current().filter(goal=goal, period=target.period)
    if replaces is not None:
        taken = taken.exclude(pk=replaces.pk)
    if taken.exists():
        raise OperationError(_("Voor deze periode is al een streefwaarde afgesproken; herzie die."), field="period")
    return store(target)


@operation("pact.target.add")
def add_target(actor: Actor, goal: Goal, **facts: Unpack[TargetFacts]) -> Target:
    """Agree a target for a period that has none: the end of the path or an interim target on it."""
    require_open(actor, goal.pact)
    if not goal.measurable:
        raise OperationError(_("Alleen een meetbaar doel heeft een streefwaarde."), field="target")
    target = first_target(goal, facts)
    _settle_gaps(goal)
    return target


@operation("pact.target.revise")
def revise_target(actor: Actor, target: Target, **facts: Unpack[TargetFacts]) -> Target:
    """Replace a target by a new one; the reason is required and the old one stays readable.

    Raises OperationError without a reason, or for a target that was revised already.
    """
    require_open(actor, target.goal.pact)
    if not facts.get("reason", "").strip():
        raise OperationError(_("Geef bij een herziening de reden."), field="reason")
    if Target.objects.filter(supersedes=target).exists():
        raise OperationError(_("Deze streefwaarde is al herzien; herzie de nieuwste."), field="target")
    facts.setdefault("period", target.period)
    return first_target(target.goal, facts, replaces=target)


def _settle_gaps(goal: Goal) -> None:
    """A goal that has become complete no longer counts as incomplete."""
    if goal.gaps_accepted and not goal_gaps(goal):
        goal.gaps_accepted = False
        store(goal)
