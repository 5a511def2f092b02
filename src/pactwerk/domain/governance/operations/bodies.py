"""Setting up bodies and filling their seats. What belongs to or represents an archived pact stays as it was."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from django.utils import timezone
from django.utils.translation import gettext as _

from pactwerk.domain.governance.models import Body, BodySeat
from pactwerk.domain.governance.permissions import may_edit_body
from pactwerk.domain.organisations.models import Organisation, Person
from pactwerk.domain.organisations.operations.storing import store
from pactwerk.domain.organisations.permissions import may_edit_for
from pactwerk.domain.pact.models import Pact
from pactwerk.domain.pact.operations.guard import require_unfrozen
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor, OperationError, operation, require


class BodyFacts(TypedDict, total=False):
    """What can be told about a body besides its name and kind."""

    pact: Pact | None
    name_en: str
    citation: str


class SeatFacts(TypedDict, total=False):
    """Who takes a seat, for which pact and when; an unknown day stays empty."""

    person: Person | None
    organisation: Organisation | None
    represents: Pact | None
    title: str
    title_en: str
    public: bool
    start: date | None
    end: date | None
    citation: str


@operation("body.set_up")
def set_up_body(actor: Actor, office: Office, *, name: str, kind: str, **facts: Unpack[BodyFacts]) -> Body:
    """Set up a body of a pact, or record a national one (no pact) in which pacts are represented.

    Raises OperationError when the pact belongs to another office or is archived.
    """
    require(may_edit_for(actor, office))
    pact = facts.get("pact")
    if pact is not None and pact.office_id != office.pk:
        raise OperationError(_("Dit pact is van een ander programmabureau."), field="pact")
    require_unfrozen(pact)
    return store(Body(office=office, name=name.strip(), kind=kind, example=office.example, **facts))


@operation("body.take_seat")
def take_seat(actor: Actor, body: Body, **facts: Unpack[SeatFacts]) -> BodySeat:
    """Give a person, an organisation or a person on behalf of one a seat in the body.

    Raises OperationError for a person kept by another office: contact data does not travel between offices.
    """
    require(may_edit_body(actor, body))
    person = facts.get("person")
    if person is not None and (person.office_id != body.office_id or person.erased_on is not None):
        raise OperationError(_("Deze persoon staat niet bij dit programmabureau."), field="person")
    represents = facts.get("represents")
    if represents is not None and not represents.public and represents.office_id != body.office_id:
        raise OperationError(_("Dit pact is van een ander programmabureau."), field="represents")
    require_unfrozen(body.pact, represents)
    return store(BodySeat(body=body, **facts))


@operation("body.leave_seat")
def leave_seat(actor: Actor, seat: BodySeat, *, on: date) -> BodySeat:
    """End a seat; it stays as history."""
    require(may_edit_body(actor, seat.body))
    require_unfrozen(seat.body.pact, seat.represents)
    if seat.end is not None:
        raise OperationError(_("Deze zetel is al beëindigd."), field="end")
    seat.end = on
    return store(seat)


@operation("body.end")
def end_body(actor: Actor, body: Body, *, on: date | None = None) -> Body:
    """Record that the body was dissolved; its seats stay as history."""
    require(may_edit_body(actor, body))
    require_unfrozen(body.pact)
    if body.ended_on is not None:
        raise OperationError(_("Dit gremium is al opgeheven."), field="ended_on")
    body.ended_on = on or timezone.localdate()
    return store(body)
