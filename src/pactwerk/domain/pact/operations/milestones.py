"""Milestones on the way to a goal."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from pactwerk.domain.organisations.operations.days import in_the_future
from pactwerk.domain.organisations.operations.storing import store
from pactwerk.domain.pact.models import Goal, Milestone
from pactwerk.foundation.operations import Actor, OperationError, operation

from .guard import require_open


@operation("pact.milestone.add")
def add_milestone(  # noqa: PLR0913 -- keyword-only, each named where it is called
    actor: Actor, goal: Goal, *, text: str, text_en: str = "", due: date | None = None, citation: str = ""
) -> Milestone:
    """Add a precondition of a goal."""
    require_open(actor, goal.pact)
    return store(Milestone(goal=goal, text=text.strip(), text_en=text_en, due=due, citation=citation))


@operation("pact.milestone.reach")
def reach_milestone(actor: Actor, milestone: Milestone, *, on: date | None = None) -> Milestone:
    """Record that a milestone was reached, today unless another past day is named."""
    require_open(actor, milestone.goal.pact)
    if milestone.reached_on is not None:
        raise OperationError(_("Deze mijlpaal is al bereikt."))
    day = on or timezone.localdate()
    if in_the_future(day):
        raise OperationError(_("Een mijlpaal kan niet in de toekomst zijn bereikt."), field="reached_on")
    milestone.reached_on = day
    return store(milestone)


@operation("pact.milestone.reopen")
def reopen_milestone(actor: Actor, milestone: Milestone) -> Milestone:
    """Undo: the milestone was not reached after all."""
    require_open(actor, milestone.goal.pact)
    if milestone.reached_on is None:
        raise OperationError(_("Deze mijlpaal is nog niet bereikt."))
    milestone.reached_on = None
    return store(milestone)
