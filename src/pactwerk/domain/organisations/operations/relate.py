"""Relating organisations to each other, over a period."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from django.utils.translation import gettext as _

from pactwerk.domain.organisations.models import Organisation, OrganisationRelation
from pactwerk.domain.organisations.permissions import may_edit_organisation
from pactwerk.foundation.operations import Actor, OperationError, operation, require

from .storing import store


class Dated(TypedDict, total=False):
    """The period of a relation and where it is written; an unknown day stays empty."""

    start: date | None
    end: date | None
    citation: str


@operation("organisation.relate")
def relate_organisations(
    actor: Actor,
    organisation: Organisation,
    *,
    to: Organisation,
    kind: str,
    **dated: Unpack[Dated],
) -> OrganisationRelation:
    """Record that *organisation* is part of, governed by, member or successor of *to*.

    The steward of the first organisation records it. Raises OperationError when the same relation already runs.
    """
    require(may_edit_organisation(actor, organisation))
    return store(OrganisationRelation(from_organisation=organisation, to_organisation=to, kind=kind, **dated))


@operation("organisation.end_relation")
def end_relation(actor: Actor, relation: OrganisationRelation, *, on: date) -> OrganisationRelation:
    """End a running relation; it stays as history."""
    require(may_edit_organisation(actor, relation.from_organisation))
    if relation.end is not None:
        raise OperationError(_("Deze relatie is al beëindigd."), field="end")
    relation.end = on
    return store(relation)
