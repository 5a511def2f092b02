"""Persons and the roles they hold."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from django.utils import timezone
from django.utils.translation import gettext as _

from pactwerk.domain.organisations.models import Organisation, Person, RoleHeld, RoleKind
from pactwerk.domain.organisations.permissions import may_edit_for, may_edit_person, may_erase_person
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor, OperationError, operation, require

from .storing import store


class Contact(TypedDict, total=False):
    """How a person is reached, and whether the person is invented."""

    email: str
    phone: str
    example: bool


class Term(TypedDict, total=False):
    """Where and when a role is held, and who may know; an unknown day stays empty."""

    organisation: Organisation | None
    area_code: str
    title_en: str
    start: date | None
    end: date | None
    public: bool


@operation("person.record")
def record_person(
    actor: Actor, office: Office, *, name: str, purpose: str, keep_until: date, **contact: Unpack[Contact]
) -> Person:
    """Record a person for a stated purpose and term (GDPR art. 5: purpose and storage limitation)."""
    require(may_edit_for(actor, office))
    return store(Person(office=office, name=name.strip(), purpose=purpose, keep_until=keep_until, **contact))


@operation("person.correct")
def correct_person(
    actor: Actor,
    person: Person,
    *,
    name: str | None = None,
    purpose: str | None = None,
    keep_until: date | None = None,
    **contact: Unpack[Contact],
) -> Person:
    """Correct what is kept about a person (GDPR art. 16); what is not named stays as it is."""
    require(may_edit_person(actor, person))
    if person.erased_on is not None:
        raise OperationError(_("Deze persoon is gewist."), field="person")
    person.name = person.name if name is None else name.strip()
    person.purpose = person.purpose if purpose is None else purpose
    person.keep_until = keep_until or person.keep_until
    for field, value in contact.items():
        setattr(person, field, value)
    return store(person)


@operation("person.erase")
def erase_person(actor: Actor, person: Person) -> Person:
    """Erase name and contact data for good; the roles stay as history, without a name and not public.

    Roles without an end end today, or on their first day when that is still to come. There is no undo.
    """
    require(may_erase_person(actor, person))
    if person.erased_on is not None:
        raise OperationError(_("Deze persoon is al gewist."))
    today = timezone.localdate()
    for role in person.roles.all():
        if role.end is None:
            role.end = max(today, role.start or today)
        role.public = False
        store(role)
    person.name = person.email = person.phone = ""
    person.erased_on = today
    return store(person)


@operation("role.hold")
def hold_role(
    actor: Actor,
    person: Person,
    *,
    title: str,
    kind: str,
    depends_on: RoleHeld | None = None,
    **term: Unpack[Term],
) -> RoleHeld:
    """Record that a person holds a role; a pact role may rest on a main position of the same person."""
    require(may_edit_person(actor, person))
    if person.erased_on is not None:
        raise OperationError(_("Deze persoon is gewist."), field="person")
    _check_main_position(person, depends_on)
    return store(RoleHeld(person=person, title=title, kind=kind, depends_on=depends_on, **term))


def _check_main_position(person: Person, position: RoleHeld | None) -> None:
    if position is None:
        return
    if position.person_id != person.pk or position.kind != RoleKind.MAIN_POSITION:
        raise OperationError(
            _("Een rol kan alleen hangen aan een hoofdfunctie van dezelfde persoon."), field="depends_on"
        )


@operation("role.end")
def end_role(actor: Actor, role: RoleHeld, *, on: date) -> RoleHeld:
    """End a role; a pact role that rests on it does not end by itself but shows up as lapsing."""
    require(may_edit_person(actor, role.person))
    if role.end is not None:
        raise OperationError(_("Deze rol is al beëindigd."), field="end")
    role.end = on
    return store(role)
