"""Lists cost the same number of queries for one record and for three."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pactwerk.domain.organisations.operations import end_role, hold_role
from pactwerk.domain.organisations.queries import lapsing_roles, organisations, public_roles
from pactwerk.domain.pact.models import Pact
from pactwerk.domain.pact.operations import add_party
from pactwerk.domain.pact.queries import parties_of, visible_pacts
from tests.cast import Cast
from tests.factories.organisations import make_organisation, make_person
from tests.factories.pacts import make_pact

SIZES = pytest.mark.parametrize("size", [1, 3])


@SIZES
def test_organisations(cast: Cast, size: int, django_assert_num_queries: Any) -> None:
    for count in range(size):
        make_organisation(cast, f"Organisatie {count}")
    with django_assert_num_queries(1):
        assert len([(found.name, found.steward.name) for found in organisations("organisatie")]) == size


@SIZES
def test_parties(cast: Cast, size: int, django_assert_num_queries: Any) -> None:
    pact = make_pact(cast)
    for count in range(size):
        organisation = make_organisation(cast, f"Partij {count}")
        add_party(cast.actor("bob"), pact, organisation=organisation, role="partner")
    pact = Pact.objects.get()
    with django_assert_num_queries(1):
        assert len([str(party) for party in parties_of(pact)]) == size


@SIZES
def test_pacts(cast: Cast, size: int, django_assert_num_queries: Any) -> None:
    for count in range(size):
        make_pact(cast, f"pact-{count}", public=count != 0)
    with django_assert_num_queries(1):
        assert len([(pact.name, pact.office.name) for pact in visible_pacts(cast.actor("carol"))]) == size


@SIZES
def test_roles(cast: Cast, size: int, django_assert_num_queries: Any) -> None:
    actor, province = cast.actor("bob"), make_organisation(cast, "Provincie")
    for count in range(size):
        person = make_person(cast, f"Persoon {count}")
        main = hold_role(actor, person, title="gedeputeerde", kind="main_position", organisation=province)
        hold_role(actor, person, title="trekker", kind="pact_role", area_code="LD01", public=True, depends_on=main)
        end_role(actor, main, on=date(2020, 1, 1))
    with django_assert_num_queries(2):
        for found in (public_roles("LD01"), lapsing_roles(cast.office_a, on=date(2024, 1, 1))):
            told = [(role.person.name, role.depends_on.organisation) for role in found if role.depends_on]
            assert len(told) == size
