"""Persons and roles: history, the main position behind a pact role, erasure, and who sees whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from pactwerk.domain.organisations.models import Person, RoleHeld
from pactwerk.domain.organisations.operations import correct_person, end_role, erase_person, hold_role
from pactwerk.domain.organisations.queries import (
    lapsing_roles,
    persons_kept_by,
    persons_past_term,
    public_roles,
)
from pactwerk.foundation.operations import OperationError, PermissionRefused
from tests.cast import Cast
from tests.factories.audit import lines
from tests.factories.organisations import make_organisation, make_person

TODAY = date(2024, 5, 1)


def _leader(cast: Cast) -> tuple[RoleHeld, RoleHeld]:
    """A gedeputeerde who is landsdeeltrekker by that office."""
    person, province = make_person(cast), make_organisation(cast, "Provincie", kind="overheid", sector="overheid")
    actor = cast.actor("bob")
    main = hold_role(
        actor, person, title="gedeputeerde", kind="main_position", organisation=province, start=date(2019, 6, 1)
    )
    lead = hold_role(
        actor,
        person,
        title="landsdeeltrekker",
        kind="pact_role",
        area_code="LD01",
        start=date(2019, 9, 1),
        public=True,
        depends_on=main,
    )
    return main, lead


def test_a_pact_role_lapses_when_the_main_position_has_ended(cast: Cast) -> None:
    main, lead = _leader(cast)
    assert list(lapsing_roles(cast.office_a, on=TODAY)) == []
    end_role(cast.actor("bob"), main, on=date(2023, 7, 1))
    assert list(lapsing_roles(cast.office_a, on=TODAY)) == [lead]
    assert list(lapsing_roles(cast.office_a, on=date(2023, 7, 1))) == []
    assert list(lapsing_roles(cast.office_b, on=TODAY)) == []
    end_role(cast.actor("bob"), lead, on=date(2023, 8, 1))
    assert list(lapsing_roles(cast.office_a, on=TODAY)) == []


def test_earlier_holders_stay_as_history(cast: Cast) -> None:
    _main, lead = _leader(cast)
    end_role(cast.actor("bob"), lead, on=date(2021, 1, 1))
    successor = hold_role(
        cast.actor("bob"),
        make_person(cast, "Opvolger"),
        title="landsdeeltrekker",
        kind="pact_role",
        area_code="LD01",
        start=date(2021, 1, 2),
        public=True,
    )
    assert list(public_roles("LD01", office=cast.office_a)) == [successor, lead]
    assert list(public_roles("LD01", office=cast.office_b)) == []
    with pytest.raises(OperationError, match="al beëindigd"):
        end_role(cast.actor("bob"), lead, on=TODAY)


def test_roles_that_are_not_public_stay_inside(cast: Cast) -> None:
    main, _lead = _leader(cast)
    assert main.organisation is not None
    assert not main.organisation.roles.filter(public=True).exists()


def test_a_role_hangs_only_on_a_main_position_of_the_same_person(cast: Cast) -> None:
    main, lead = _leader(cast)
    other = make_person(cast, "Ander")
    for position in (main, lead):
        with pytest.raises(OperationError, match="hoofdfunctie van dezelfde persoon"):
            hold_role(cast.actor("bob"), other, title="x", kind="pact_role", area_code="LD01", depends_on=position)
    with pytest.raises(OperationError, match="Alleen een rol in het pact"):
        hold_role(cast.actor("bob"), main.person, title="x", kind="main_position", area_code="LD01", depends_on=main)
    assert RoleHeld.objects.count() == 2


def test_a_role_is_held_somewhere(cast: Cast) -> None:
    with pytest.raises(OperationError, match="organisatie of bij een gebied"):
        hold_role(cast.actor("bob"), make_person(cast), title="zwevend", kind="pact_role")


def test_erasing_takes_name_and_contact_and_keeps_the_role(cast: Cast) -> None:
    _main, lead = _leader(cast)
    earlier = {"organisation": lead.depends_on and lead.depends_on.organisation, "end": date(2010, 1, 1)}
    hold_role(cast.actor("bob"), lead.person, title="wethouder", kind="main_position", **earlier)  # type: ignore[arg-type]
    future = date.today() + timedelta(days=30)  # noqa: DTZ011
    hold_role(cast.actor("bob"), lead.person, title="lid", kind="pact_role", area_code="LD01", start=future)
    Person.objects.filter(pk=lead.person_id).update(email="f@example.org", phone="06")
    lead.person.refresh_from_db()
    erase_person(cast.actor("alice"), lead.person)
    person = Person.objects.get()
    assert (person.name, person.email, person.phone) == ("", "", "")
    assert str(person) == "gewiste persoon"
    assert list(RoleHeld.objects.filter(end__isnull=True)) == []
    assert list(public_roles("LD01")) == []
    assert RoleHeld.objects.count() == 4
    assert RoleHeld.objects.get(title="wethouder").end == date(2010, 1, 1)
    assert RoleHeld.objects.get(title="lid").end == future
    assert lines("person.erase") == [("ok", f"user:{cast.alice.pk}")]
    with pytest.raises(OperationError, match="al gewist"):
        erase_person(cast.actor("alice"), person)
    with pytest.raises(OperationError, match="gewist"):
        hold_role(cast.actor("bob"), person, title="x", kind="pact_role", area_code="LD01")


def test_what_is_kept_about_a_person_can_be_corrected(cast: Cast) -> None:
    person = make_person(cast, email="oud@example.org")
    correct_person(cast.actor("bob"), person, name="Fenna Andersom", email="nieuw@example.org")
    stored = Person.objects.get()
    assert (stored.name, stored.email, stored.purpose) == ("Fenna Andersom", "nieuw@example.org", person.purpose)
    for name in ("carol", "charlie", "dirk", "nobody"):
        with pytest.raises(PermissionRefused):
            correct_person(cast.actor(name), person, name="Gekaapt")
    assert Person.objects.get().name == "Fenna Andersom"
    erase_person(cast.actor("alice"), person)
    with pytest.raises(OperationError, match="gewist"):
        correct_person(cast.actor("bob"), person, name="Terug")
    assert Person.objects.get().name == ""


@pytest.mark.parametrize("name", ["bob", "carol", "charlie", "dirk", "nobody"])
def test_only_a_manager_of_the_office_erases(cast: Cast, name: str) -> None:
    person = make_person(cast)
    with pytest.raises(PermissionRefused):
        erase_person(cast.actor(name), person)
    assert Person.objects.get().name == "Fenna Verzonnen"


def test_persons_are_seen_by_their_own_office_only(cast: Cast) -> None:
    person = make_person(cast)
    for name, seen in {"alice": [person], "carol": [person], "charlie": [], "dirk": [], "nobody": []}.items():
        assert list(persons_kept_by(cast.actor(name), cast.office_a)) == seen


@pytest.mark.parametrize("name", ["carol", "charlie", "nobody"])
def test_others_record_no_person_and_no_role(cast: Cast, name: str) -> None:
    person = make_person(cast)
    role = hold_role(cast.actor("bob"), person, title="lid", kind="pact_role", area_code="LD01")
    with pytest.raises(PermissionRefused):
        hold_role(cast.actor(name), person, title="x", kind="pact_role", area_code="LD01")
    with pytest.raises(PermissionRefused):
        end_role(cast.actor(name), role, on=TODAY)
    assert list(RoleHeld.objects.values_list("title", "end")) == [("lid", None)]


def test_a_term_that_passed_shows(cast: Cast) -> None:
    late = make_person(cast, "Laat", keep_until=date(2024, 4, 30))
    make_person(cast, "Op tijd", keep_until=TODAY)
    assert list(persons_past_term(cast.office_a, on=TODAY)) == [late]


def test_no_person_without_purpose_or_half_erased(cast: Cast) -> None:
    with pytest.raises(OperationError, match="Doel van de verwerking"):
        make_person(cast, purpose="")
    person = make_person(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=person.pk).update(erased_on=TODAY)
