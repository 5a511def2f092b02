"""Founding, describing, publishing, archiving and reopening a pact."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from django.utils import timezone
from django.utils.translation import gettext as _

from pactwerk.domain.organisations.models import Organisation
from pactwerk.domain.organisations.operations.storing import store
from pactwerk.domain.pact.models import Pact, PactParty, PactPeriod, PactStatus
from pactwerk.domain.pact.permissions import may_found_pact, may_manage_pact
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor, OperationError, operation, require

from .guard import area_code, require_open


class PactFacts(TypedDict, total=False):
    """What can be told about a pact; a text in Dutch with an English one beside it."""

    name_en: str
    founded_on: date | None
    horizon_year: int | None
    summary: str
    summary_en: str
    citation: str


class Dated(TypedDict, total=False):
    """The period of a membership and where it is written; an unknown day stays empty."""

    start: date | None
    end: date | None
    citation: str


@operation("pact.found")
def found_pact(actor: Actor, office: Office, *, slug: str, name: str, area: str, **facts: Unpack[PactFacts]) -> Pact:
    """Start a pact as a draft that only its office sees.

    Raises OperationError for an unknown area or an address already taken. A pact of an example office is an example.
    """
    require(may_found_pact(actor, office))
    return store(
        Pact(office=office, slug=slug, name=name.strip(), area_code=area_code(area), example=office.example, **facts)
    )


@operation("pact.describe")
def describe_pact(actor: Actor, pact: Pact, *, name: str | None = None, **facts: Unpack[PactFacts]) -> Pact:
    """Change the name or what is told about the pact; what is not named stays as it is."""
    require_open(actor, pact)
    pact.name = pact.name if name is None else name.strip()
    for field, value in facts.items():
        setattr(pact, field, value)
    return store(pact)


@operation("pact.publish")
def publish_pact(actor: Actor, pact: Pact) -> Pact:
    """Make a draft public and active."""
    require(may_manage_pact(actor, pact))
    if pact.status != PactStatus.DRAFT:
        raise OperationError(_("Dit pact is geen concept meer."))
    pact.status = PactStatus.ACTIVE
    return store(pact)


@operation("pact.unpublish")
def unpublish_pact(actor: Actor, pact: Pact) -> Pact:
    """Undo publishing: the pact is a draft again, seen by its office only."""
    require(may_manage_pact(actor, pact))
    if pact.status != PactStatus.ACTIVE:
        raise OperationError(_("Alleen een actief pact kan weer concept worden."))
    pact.status = PactStatus.DRAFT
    return store(pact)


@operation("pact.archive")
def archive_pact(actor: Actor, pact: Pact, *, on: date | None = None) -> Pact:
    """Freeze the pact; it stays public and nothing in it can be changed until it is reopened."""
    require(may_manage_pact(actor, pact))
    if pact.status == PactStatus.ARCHIVED:
        raise OperationError(_("Dit pact is al gearchiveerd."))
    pact.status = PactStatus.ARCHIVED
    pact.archived_on = on or timezone.localdate()
    return store(pact)


@operation("pact.reopen")
def reopen_pact(actor: Actor, pact: Pact) -> Pact:
    """Undo archiving."""
    require(may_manage_pact(actor, pact))
    if pact.status != PactStatus.ARCHIVED:
        raise OperationError(_("Dit pact is niet gearchiveerd."))
    pact.status = PactStatus.ACTIVE
    pact.archived_on = None
    return store(pact)


@operation("pact.period.add")
def add_period(  # noqa: PLR0913 -- keyword-only, each named where it is called
    actor: Actor, pact: Pact, *, name: str, start: date, end: date, citation: str = ""
) -> PactPeriod:
    """Add a stretch of years in which the pact works."""
    require_open(actor, pact)
    return store(PactPeriod(pact=pact, name=name, start=start, end=end, citation=citation))


@operation("pact.party.add")
def add_party(actor: Actor, pact: Pact, *, organisation: Organisation, role: str, **dated: Unpack[Dated]) -> PactParty:
    """Let an organisation take part in a role. Raises OperationError when it already does."""
    require_open(actor, pact)
    return store(PactParty(pact=pact, organisation=organisation, role=role, **dated))


@operation("pact.party.end")
def end_party(actor: Actor, party: PactParty, *, on: date) -> PactParty:
    """End a membership; it stays as history."""
    require_open(actor, party.pact)
    if party.end is not None:
        raise OperationError(_("Deze deelname is al beëindigd."), field="end")
    party.end = on
    return store(party)
