"""Bodies, seats, and where a pact is represented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from pactwerk.domain.governance.models import Body, BodySeat
from pactwerk.domain.governance.operations import end_body, leave_seat, set_up_body, take_seat
from pactwerk.domain.governance.queries import bodies_of, seats_representing
from pactwerk.domain.organisations.operations import erase_person
from pactwerk.domain.pact.operations import archive_pact
from pactwerk.foundation.operations import OperationError, PermissionRefused
from tests.cast import Cast
from tests.factories.audit import lines
from tests.factories.organisations import make_organisation, make_person
from tests.factories.pacts import make_pact


def test_a_pact_is_represented_in_a_national_body(cast: Cast) -> None:
    actor, pact = cast.actor("bob"), make_pact(cast)
    council = set_up_body(actor, cast.office_a, name="Landelijke Regiegroep", kind="landelijk")
    seat = take_seat(
        actor,
        council,
        person=make_person(cast),
        organisation=make_organisation(cast),
        represents=pact,
        title="lid",
        public=True,
        start=date(2016, 1, 1),
    )
    take_seat(actor, council, person=make_person(cast, "Stil"), represents=pact, title="niet openbaar")
    leave_seat(actor, seat, on=date(2019, 1, 1))
    assert [(found.title, found.end) for found in seats_representing(pact)] == [("lid", date(2019, 1, 1))]
    with pytest.raises(OperationError, match="al beëindigd"):
        leave_seat(actor, seat, on=date(2020, 1, 1))
    assert lines("body.take_seat") == [("ok", f"user:{cast.bob.pk}")] * 2


def test_a_seat_in_a_body_of_a_draft_is_not_told(cast: Cast) -> None:
    actor, public = cast.actor("bob"), make_pact(cast)
    draft = make_pact(cast, "concept", public=False)
    group = set_up_body(actor, cast.office_a, name="Stuurgroep", kind="stuurgroep", pact=draft)
    take_seat(actor, group, organisation=make_organisation(cast), represents=public, public=True)
    assert list(seats_representing(public)) == []


def test_a_seat_does_not_tell_of_another_draft(cast: Cast) -> None:
    actor, pact = cast.actor("bob"), make_pact(cast)
    drafts = [make_pact(cast, "concept", public=False), make_pact(cast, "hun", public=False, by="charlie")]
    group = set_up_body(actor, cast.office_a, name="Stuurgroep", kind="stuurgroep", pact=pact)
    for organisation, represents in (
        (make_organisation(cast, "Een"), drafts[0]),
        (make_organisation(cast, "Twee"), None),
    ):
        take_seat(actor, group, organisation=organisation, represents=represents, public=True)
    with pytest.raises(OperationError, match="ander programmabureau"):
        take_seat(actor, group, organisation=make_organisation(cast, "Drie"), represents=drafts[1])
    assert [str(seat.organisation) for body in bodies_of(pact) for seat in body.seats.all()] == ["Twee"]


def test_the_seat_of_an_erased_person_is_not_told(cast: Cast) -> None:
    actor, pact, person = cast.actor("bob"), make_pact(cast), make_person(cast)
    group = set_up_body(actor, cast.office_a, name="Stuurgroep", kind="stuurgroep", pact=pact)
    take_seat(actor, group, person=person, represents=pact, public=True)
    assert len(seats_representing(pact)) == 1
    erase_person(cast.actor("alice"), person)
    assert list(seats_representing(pact)) == []
    assert BodySeat.objects.count() == 1


def test_impossible_seats_are_refused(cast: Cast) -> None:
    actor, pact = cast.actor("bob"), make_pact(cast)
    group = set_up_body(actor, cast.office_a, name="Stuurgroep", kind="stuurgroep", pact=pact)
    erased = erase_person(cast.actor("alice"), make_person(cast, "Weg"))
    for facts, words in (
        ({}, "persoon, een organisatie of allebei"),
        ({"person": make_person(cast, "Van hun", by="charlie")}, "staat niet bij dit programmabureau"),
        ({"person": erased}, "staat niet bij dit programmabureau"),
        (
            {"organisation": make_organisation(cast), "start": date(2020, 1, 1), "end": date(2019, 1, 1)},
            "voordat hij begint",
        ),
    ):
        with pytest.raises(OperationError, match=words):
            take_seat(actor, group, **facts)  # type: ignore[arg-type]
    assert not BodySeat.objects.exists()


def test_a_body_belongs_to_the_office_of_its_pact(cast: Cast) -> None:
    theirs = make_pact(cast, "hun", by="charlie")
    with pytest.raises(OperationError, match="ander programmabureau"):
        set_up_body(cast.actor("bob"), cast.office_a, name="Kaper", kind="stuurgroep", pact=theirs)
    assert not Body.objects.exists()


def test_a_body_ends_once(cast: Cast) -> None:
    body = set_up_body(cast.actor("bob"), cast.office_a, name="Werkgroep", kind="werkgroep")
    end_body(cast.actor("bob"), body, on=date(2020, 1, 1))
    with pytest.raises(OperationError, match="al opgeheven"):
        end_body(cast.actor("bob"), body)
    assert Body.objects.get().ended_on == date(2020, 1, 1)


@pytest.mark.parametrize("name", ["carol", "charlie", "dirk", "nobody"])
def test_others_change_no_body(cast: Cast, name: str) -> None:
    body = set_up_body(cast.actor("bob"), cast.office_a, name="Stuurgroep", kind="stuurgroep")
    seat = take_seat(cast.actor("bob"), body, organisation=make_organisation(cast))
    actor = cast.actor(name)
    for change in (
        lambda: set_up_body(actor, cast.office_a, name="x", kind="stuurgroep"),
        lambda: take_seat(actor, body, organisation=make_organisation(cast, "y")),
        lambda: leave_seat(actor, seat, on=date(2020, 1, 1)),
        lambda: end_body(actor, body),
    ):
        with pytest.raises(PermissionRefused):
            change()
    assert list(Body.objects.values_list("name", "ended_on")) == [("Stuurgroep", None)]
    assert list(BodySeat.objects.values_list("end")) == [(None,)]


@pytest.mark.parametrize("size", [1, 3])
def test_the_bodies_of_a_pact_cost_two_queries(cast: Cast, size: int, django_assert_num_queries: object) -> None:
    actor, pact = cast.actor("bob"), make_pact(cast)
    for count in range(size):
        body = set_up_body(actor, cast.office_a, name=f"Groep {count}", kind="werkgroep", pact=pact)
        take_seat(actor, body, organisation=make_organisation(cast, f"Org {count}"), public=True)
    with django_assert_num_queries(2):  # type: ignore[operator]
        found = [(body.name, seat.organisation.name) for body in bodies_of(pact) for seat in body.seats.all()]  # type: ignore[union-attr]
    assert found == [(f"Groep {count}", f"Org {count}") for count in range(size)]


def test_an_archived_pact_is_frozen_for_its_bodies_and_its_seats_elsewhere(cast: Cast) -> None:
    actor, pact = cast.actor("bob"), make_pact(cast)
    own = set_up_body(actor, cast.office_a, name="Stuurgroep", kind="stuurgroep", pact=pact)
    council = set_up_body(actor, cast.office_a, name="Landelijke Regiegroep", kind="landelijk")
    school = make_organisation(cast)
    seats = [
        take_seat(actor, own, organisation=school),
        take_seat(actor, council, organisation=school, represents=pact),
    ]
    archive_pact(cast.actor("alice"), pact)
    own.refresh_from_db()
    frozen: list[Callable[[], object]] = [
        lambda: set_up_body(actor, cast.office_a, name="x", kind="stuurgroep", pact=pact),
        lambda: take_seat(actor, own, organisation=school),
        lambda: take_seat(actor, council, organisation=school, represents=pact),
        lambda: end_body(actor, own),
        *(partial(leave_seat, actor, BodySeat.objects.get(pk=seat.pk), on=date(2020, 1, 1)) for seat in seats),
    ]
    for change in frozen:
        with pytest.raises(OperationError, match="gearchiveerd"):
            change()
    assert (Body.objects.count(), BodySeat.objects.count(), BodySeat.objects.filter(end=None).count()) == (2, 2, 2)
    take_seat(actor, council, organisation=school, title="zonder pact")
