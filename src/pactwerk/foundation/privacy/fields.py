"""The inventory of fields: for every field whether it says something about a person, why it is kept and until when.

The rows stand in ``reference/fields.tsv``; a test compares them with the models, so that none comes in unclassified.
Pupils are not in it, because they are not stored: classes are headcounts.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources


class Kind(StrEnum):
    """What a field says about a person."""

    NONE = "none"
    PERSON = "person"
    CONTACT = "contact"
    TRACE = "trace"  # when or from where somebody did something
    SECRET = "secret"  # noqa: S105 -- a class of data, not a password
    FREE_TEXT = "free text"  # people may type anything, also about a person


class Term(StrEnum):
    """Until when a personal field is kept."""

    ACCOUNT = "account"  # while the account exists
    MEMBERSHIP = "membership"  # while the membership lasts
    SESSION = "session"  # hours, see SESSION_COOKIE_AGE
    KEEP_UNTIL = "keep_until"  # the date written with the person
    LOG = "log"  # the term of the audit log
    PAGE = "page"  # while the page and its revisions exist
    RECORD = "record"  # as long as the record it belongs to: the pact's history


@dataclass(frozen=True)
class FieldEntry:
    """One field of one model (``app.model``); purpose and term are empty only for fields without personal data."""

    model: str
    field: str
    kind: Kind
    purpose: str
    term: Term | None


def field_inventory() -> tuple[FieldEntry, ...]:
    """Every classified field. Raises ValueError for a row with an unknown kind or term."""
    source = resources.files("pactwerk.foundation.privacy") / "reference" / "fields.tsv"
    with source.open(encoding="utf-8") as handle:
        rows = list(csv.reader(handle, delimiter="\t"))[1:]
    return tuple(
        FieldEntry(model, field, Kind(kind), purpose, Term(term) if term else None)
        for model, field, kind, purpose, term in rows
    )
