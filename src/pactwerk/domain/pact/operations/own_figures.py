"""Recording and withdrawing a pact's own figures."""

from __future__ import annotations

from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from pactwerk.domain.organisations.operations.storing import store
from pactwerk.domain.pact.models import Goal, OwnFigure
from pactwerk.foundation.operations import Actor, OperationError, operation

from .guard import period_text, require_open


@operation("pact.own_figure.record")
def record_own_figure(actor: Actor, goal: Goal, *, period: str, value: Decimal, citation: str) -> OwnFigure:
    """Record the pact's own count for a period, in the goal's unit, with its source.

    Raises OperationError without a source, or when the period already has a figure that was not withdrawn.
    A figure of an example pact is an example.
    """
    require_open(actor, goal.pact)
    if not goal.measurable:
        raise OperationError(_("Alleen een meetbaar doel heeft eigen cijfers."), field="goal")
    when = period_text(period, "period")
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


@operation("pact.own_figure.withdraw")
def withdraw_own_figure(actor: Actor, figure: OwnFigure, *, reason: str) -> OwnFigure:
    """Withdraw a figure; it stays as a record with the reason and no longer counts."""
    require_open(actor, figure.goal.pact)
    if figure.withdrawn_on is not None:
        raise OperationError(_("Dit cijfer is al ingetrokken."))
    figure.withdrawn_on = timezone.localdate()
    figure.withdrawn_reason = reason.strip()
    return store(figure)
