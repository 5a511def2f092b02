"""Who may do what: reading is shared, writing belongs to the steward office."""

from __future__ import annotations

from pactwerk.foundation.accounts.models import Office, OfficeRole
from pactwerk.foundation.accounts.roles import has_role
from pactwerk.foundation.operations import Actor

from .models import Organisation, Person


def may_edit_for(actor: Actor, office: Office) -> bool:
    """Whether the actor writes records of this office: editors and managers do."""
    return actor.system or has_role(actor.user, office, OfficeRole.EDITOR)


def may_manage_for(actor: Actor, office: Office) -> bool:
    """Whether the actor takes the office's heavy decisions: managers only."""
    return actor.system or has_role(actor.user, office, OfficeRole.MANAGER)


def may_read_for(actor: Actor, office: Office) -> bool:
    """Whether the actor sees what the office keeps to itself: its members, whatever their role."""
    return actor.system or has_role(actor.user, office, OfficeRole.READER)


def may_edit_organisation(actor: Actor, organisation: Organisation) -> bool:
    """Whether the actor changes this organisation: its steward office does."""
    return may_edit_for(actor, organisation.steward)


def may_edit_person(actor: Actor, person: Person) -> bool:
    """Whether the actor changes this person's record: the office that keeps it does."""
    return may_edit_for(actor, person.office)


def may_erase_person(actor: Actor, person: Person) -> bool:
    """Whether the actor erases a person: a manager of the office that keeps the record."""
    return may_manage_for(actor, person.office)
