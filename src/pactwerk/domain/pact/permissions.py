"""Who may do what with a pact: its own office, by role. Who sees a pact stands in `queries.visible_pacts`."""

from __future__ import annotations

from pactwerk.domain.organisations.permissions import may_edit_for, may_manage_for
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor

from .models import Pact


def may_edit_pact(actor: Actor, pact: Pact) -> bool:
    """Whether the actor changes what stands in this pact: editors and managers of its office."""
    return may_edit_for(actor, pact.office)


def may_manage_pact(actor: Actor, pact: Pact) -> bool:
    """Whether the actor publishes, archives or reopens this pact: managers of its office."""
    return may_manage_for(actor, pact.office)


def may_found_pact(actor: Actor, office: Office) -> bool:
    """Whether the actor starts a pact for this office: its managers."""
    return may_manage_for(actor, office)
