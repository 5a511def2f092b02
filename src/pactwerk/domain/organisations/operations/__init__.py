"""Everything that changes organisations, persons and roles."""

from .people import correct_person, end_role, erase_person, hold_role, record_person
from .register import (
    add_alias,
    add_identifier,
    close_organisation,
    correct_organisation,
    register_organisation,
    rename_organisation,
    reopen_organisation,
)
from .relate import end_relation, relate_organisations

__all__ = [
    "add_alias",
    "add_identifier",
    "close_organisation",
    "correct_organisation",
    "correct_person",
    "end_relation",
    "end_role",
    "erase_person",
    "hold_role",
    "record_person",
    "register_organisation",
    "relate_organisations",
    "rename_organisation",
    "reopen_organisation",
]
