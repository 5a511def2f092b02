"""Recording and withdrawing a pact's own figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from pactwerk.basis.dated import parse_period
from pactwerk.domain.organisations.operations.days import in_the_future
from pactwerk.domain.organisations.operations.storing import store
from pactwerk.domain.pact.models import Goal, OwnFigure
from pactwerk.foundation.operations import Actor, OperationError, operation

from .guard import period_text, require_open


@operation("pact.own_figure.record")
def record_own_figure(actor: Actor, goal: Goal, *, period: str, value: Decimal, citation: str) -> OwnFigure:
    """Record the pact's own count for a period, in the goal's unit, with its source.

    Raises OperationError without a source, for a period that has not begun, for a count below zero, or when the
    period already has a figure that was not withdrawn.
    A figure of an example pact is an example.
    """
    require_open(actor, goal.pact)
    if not goal.measurable:
        raise OperationError(_("Alleen een meetbaar doel heeft eigen cijfers."), field="goal")
    when = period_text(period, "period")
    _require_possible(goal, when, value)
    return store(
        OwnFigure(
            goal=goal,
            period=when,
            value=value,
            unit=goal.unit,
            recorded_by=actor.user,
            citation=citation.strip(),
            example=goal.pact.example,
        )
    )


def _require_possible(goal: Goal, period: str, value: Decimal) -> None:
    """A count is of something that was there: not in the future, and only a difference can be below zero."""
    if period and in_the_future(date(parse_period(period).start, 1, 1)):
        raise OperationError(_("Een eigen cijfer kan niet over een toekomstige periode gaan."), field="period")
    if value < 0 and goal.unit != "procentpunt":
        raise OperationError(_("Een telling kan niet onder nul liggen."), field="value")


@operation("pact.own_figure.withdraw")
def withdraw_own_figure(actor: Actor, figure: OwnFigure, *, reason: str) -> OwnFigure:
    """Withdraw a figure; it stays as a record with the reason and no longer counts."""
    require_open(actor, figure.goal.pact)
    if figure.withdrawn_on is not None:
        raise OperationError(_("Dit cijfer is al ingetrokken."))
    figure.withdrawn_on = timezone.localdate()
    figure.withdrawn_reason = reason.strip()
    return store(figure)
