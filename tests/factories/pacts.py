"""Pacts and goals for tests."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pactwerk.domain.organisations.models import Organisation
from pactwerk.domain.pact.models import Goal, Pact
from pactwerk.domain.pact.operations import add_goal, found_pact, publish_pact
from tests.cast import Cast
from tests.factories.organisations import make_organisation


def make_pact(cast: Cast, slug: str = "proefpact", *, public: bool = True, by: str = "alice", **facts: Any) -> Pact:
    """A pact of office A (or B, for charlie); a draft when not public."""
    office = cast.office_b if by == "charlie" else cast.office_a
    actor = cast.actor(by)
    pact = found_pact(actor, office, slug=slug, name=f"Pact {slug}", area=facts.pop("area", "LD01"), **facts)
    return publish_pact(actor, pact) if public else pact


def owner_for(cast: Cast) -> Organisation:
    """The organisation that owns the goals of a test."""
    found = Organisation.objects.filter(name="Eigenaar van doelen").first()
    return found or make_organisation(cast, "Eigenaar van doelen")


def make_goal(cast: Cast, pact: Pact, **facts: Any) -> Goal:
    """A complete measurable goal: from 10 boards in 2014 to 77 in 2020, unless told otherwise."""
    complete = {
        "title": "77 schoolbesturen doen mee",
        "kind": "aantal",
        "line": "kiezen",
        "owner": owner_for(cast),
        "indicator_code": "K01",
        "unit": "besturen",
        "baseline_period": "2014",
        "baseline_value": Decimal(10),
        "horizon": "2020",
        "citation": "Samenwerkingsarrangement 2014-2016",
        "target": {"period": "2020", "value": Decimal(77), "citation": "Samenwerkingsarrangement 2014-2016"},
    }
    return add_goal(cast.actor("bob"), pact, **(complete | facts))
