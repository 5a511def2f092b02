"""Registering, correcting, renaming and closing organisations."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from django.utils.translation import gettext as _

from pactwerk.domain.organisations.models import (
    Organisation,
    OrganisationAlias,
    OrganisationIdentifier,
)
from pactwerk.domain.organisations.permissions import may_edit_for, may_edit_organisation
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor, OperationError, operation, require

from .days import in_the_future
from .storing import store


class OrganisationFacts(TypedDict, total=False):
    """What can be recorded about an organisation besides its name."""

    short_name: str
    education: str
    town: str
    municipality: str
    website: str
    citation: str
    example: bool


@operation("organisation.register")
def register_organisation(
    actor: Actor,
    steward: Office,
    *,
    kind: str,
    sector: str,
    name: str,
    **facts: Unpack[OrganisationFacts],
) -> Organisation:
    """Register an organisation that the steward office keeps from now on."""
    require(may_edit_for(actor, steward))
    return store(Organisation(steward=steward, kind=kind, sector=sector, name=name.strip(), **facts))


@operation("organisation.correct")
def correct_organisation(
    actor: Actor,
    organisation: Organisation,
    *,
    kind: str | None = None,
    sector: str | None = None,
    **facts: Unpack[OrganisationFacts],
) -> Organisation:
    """Correct what was recorded; what is not named stays as it is. A new name goes through renaming."""
    require(may_edit_organisation(actor, organisation))
    organisation.kind = kind or organisation.kind
    organisation.sector = sector or organisation.sector
    for field, value in facts.items():
        setattr(organisation, field, value)
    return store(organisation)


@operation("organisation.rename")
def rename_organisation(actor: Actor, organisation: Organisation, *, name: str, on: date | None = None) -> Organisation:
    """Give a new name; the old one stays findable as an alias."""
    require(may_edit_organisation(actor, organisation))
    new = name.strip()
    if new == organisation.name:
        raise OperationError(_("De organisatie heet al zo."), field="name")
    if not organisation.aliases.filter(name=organisation.name).exists():
        store(OrganisationAlias(organisation=organisation, name=organisation.name, until=on))
    organisation.name = new
    return store(organisation)


@operation("organisation.close")
def close_organisation(actor: Actor, organisation: Organisation, *, on: date) -> Organisation:
    """Record that the organisation ended; it stays in the register and in its history."""
    require(may_edit_organisation(actor, organisation))
    if organisation.closed:
        raise OperationError(_("Deze organisatie is al opgeheven."), field="closed_on")
    if in_the_future(on):
        raise OperationError(_("Opheffen kan niet met een datum in de toekomst."), field="closed_on")
    organisation.closed_on = on
    return store(organisation)


@operation("organisation.reopen")
def reopen_organisation(actor: Actor, organisation: Organisation) -> Organisation:
    """Undo a closing that was recorded by mistake."""
    require(may_edit_organisation(actor, organisation))
    if not organisation.closed:
        raise OperationError(_("Deze organisatie is niet opgeheven."), field="closed_on")
    organisation.closed_on = None
    return store(organisation)


@operation("organisation.add_identifier")
def add_identifier(actor: Actor, organisation: Organisation, *, scheme: str, value: str) -> OrganisationIdentifier:
    """Record the number by which others know the organisation; capitals and spaces are tidied."""
    require(may_edit_organisation(actor, organisation))
    tidy = "".join(value.split()).upper()
    return store(OrganisationIdentifier(organisation=organisation, scheme=scheme, value=tidy))


@operation("organisation.add_alias")
def add_alias(actor: Actor, organisation: Organisation, *, name: str) -> OrganisationAlias:
    """Record another name under which the organisation is known."""
    require(may_edit_organisation(actor, organisation))
    return store(OrganisationAlias(organisation=organisation, name=name.strip()))
