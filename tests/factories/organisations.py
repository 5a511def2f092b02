"""Organisations, persons and roles for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from pactwerk.domain.organisations.models import Organisation, Person
from pactwerk.domain.organisations.operations import record_person, register_organisation
from tests.cast import Cast


def make_organisation(cast: Cast, name: str = "Stichting Waterwijs", by: str = "bob", **facts: Any) -> Organisation:
    """An organisation kept by office A (or B, for charlie)."""
    office = cast.office_b if by == "charlie" else cast.office_a
    facts = {"kind": "bestuur", "sector": "onderwijs"} | facts
    return register_organisation(cast.actor(by), office, name=name, **facts)


def make_person(cast: Cast, name: str = "Fenna Verzonnen", by: str = "bob", **facts: Any) -> Person:
    """A person kept by office A (or B, for charlie)."""
    office = cast.office_b if by == "charlie" else cast.office_a
    facts = {"purpose": "contact over het pact", "keep_until": date(2030, 1, 1)} | facts
    return record_person(cast.actor(by), office, name=name, **facts)
