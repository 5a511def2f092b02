"""Who may do what with bodies: the office that keeps the body."""

from __future__ import annotations

from django.db.models import Q

from pactwerk.domain.organisations.permissions import may_edit_for
from pactwerk.domain.pact.models import PactStatus
from pactwerk.foundation.operations import Actor

from .models import Body

ON_PUBLIC_PACT = Q(pact__isnull=True) | ~Q(pact__status=PactStatus.DRAFT)
"""Bodies everybody may read: national ones and those of a public pact."""


def may_edit_body(actor: Actor, body: Body) -> bool:
    """Whether the actor changes the body and its seats: editors and managers of its office."""
    return may_edit_for(actor, body.office)
