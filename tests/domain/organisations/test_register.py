"""Registering, renaming, closing and identifying organisations, and who may."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from pactwerk.domain.organisations.models import Organisation, OrganisationIdentifier
from pactwerk.domain.organisations.operations import (
    add_alias,
    add_identifier,
    close_organisation,
    correct_organisation,
    register_organisation,
    rename_organisation,
    reopen_organisation,
)
from pactwerk.domain.organisations.queries import organisations
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused
from tests.cast import Cast
from tests.factories.audit import lines
from tests.factories.organisations import make_organisation


@pytest.mark.parametrize("name", ["alice", "bob"])
def test_editors_and_managers_register_for_their_office(cast: Cast, name: str) -> None:
    made = make_organisation(cast, "ROC Verzonnen", by=name, kind="mbo", town="Alkmaar", municipality="GM0361")
    stored = Organisation.objects.get(pk=made.pk)
    assert (stored.name, stored.steward, stored.municipality) == ("ROC Verzonnen", cast.office_a, "GM0361")
    assert lines("organisation.register") == [("ok", f"user:{getattr(cast, name).pk}")]


@pytest.mark.parametrize("name", ["carol", "charlie", "dirk", "nobody"])
def test_others_register_nothing(cast: Cast, name: str) -> None:
    with pytest.raises(PermissionRefused):
        register_organisation(cast.actor(name), cast.office_a, kind="school", sector="onderwijs", name="Ongewenst")
    assert not Organisation.objects.exists()
    assert [result for result, _actor in lines("organisation.register")] == ["refused"]


def test_a_command_on_the_machine_may(cast: Cast) -> None:
    register_organisation(Actor.command("demo"), cast.office_a, kind="bedrijf", sector="bedrijfsleven", name="BV")
    assert lines("organisation.register") == [("ok", "system")]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"kind": "vereniging"}, "Soort"),
        ({"sector": "zorg"}, "Sector"),
        ({"name": "  "}, "Naam"),
        ({"municipality": "361"}, "GM en vier cijfers"),
        ({"website": "geen adres"}, "Website"),
    ],
)
def test_wrong_facts_are_named(cast: Cast, facts: dict[str, str], words: str) -> None:
    good = {"kind": "school", "sector": "onderwijs", "name": "School"}
    with pytest.raises(OperationError, match=words):
        register_organisation(cast.actor("bob"), cast.office_a, **(good | facts))
    assert not Organisation.objects.exists()
    assert [result for result, _actor in lines("organisation.register")] == ["failed"]


def test_renaming_keeps_the_old_name_findable(cast: Cast) -> None:
    made = make_organisation(cast, "Clusius College")
    rename_organisation(cast.actor("bob"), made, name="Vonk", on=date(2022, 8, 1))
    rename_organisation(cast.actor("bob"), made, name="Clusius College")
    rename_organisation(cast.actor("bob"), made, name="Vonk")
    assert [found.name for found in organisations("clusius")] == ["Vonk"]
    assert sorted(alias.name for alias in made.aliases.all()) == ["Clusius College", "Vonk"]


def test_renaming_to_the_same_name_is_an_error(cast: Cast) -> None:
    made = make_organisation(cast, "Vonk")
    with pytest.raises(OperationError, match="heet al zo"):
        rename_organisation(cast.actor("bob"), made, name=" Vonk ")
    assert not made.aliases.exists()


def test_an_outsider_changes_nothing_of_another_office(cast: Cast) -> None:
    made = make_organisation(cast, "Vonk")
    for change in (
        lambda actor: rename_organisation(actor, made, name="Gekaapt"),
        lambda actor: correct_organisation(actor, made, town="Elders"),
        lambda actor: close_organisation(actor, made, on=date(2020, 1, 1)),
        lambda actor: add_identifier(actor, made, scheme="brin", value="00AA"),
        lambda actor: add_alias(actor, made, name="Gekaapt"),
    ):
        for name in ("charlie", "carol", "dirk", "nobody"):
            with pytest.raises(PermissionRefused):
                change(cast.actor(name))
    stored = Organisation.objects.get()
    assert (stored.name, stored.town, stored.closed_on) == ("Vonk", "", None)
    assert not stored.identifiers.exists()
    assert not stored.aliases.exists()


def test_an_outsider_reads_what_is_shared(cast: Cast) -> None:
    make_organisation(cast, "Vonk", town="Alkmaar")
    assert [found.name for found in organisations("alkmaar")] == ["Vonk"]
    assert [found.name for found in organisations(kind="bestuur")] == ["Vonk"]
    assert list(organisations(kind="mbo")) == []


def test_correcting_leaves_the_rest(cast: Cast) -> None:
    made = make_organisation(cast, "Vonk", town="Alkmaar", education="vmbo")
    correct_organisation(cast.actor("alice"), made, kind="vestiging", town="Heerhugowaard")
    stored = Organisation.objects.get()
    assert (stored.kind, stored.town, stored.education) == ("vestiging", "Heerhugowaard", "vmbo")


def test_closing_hides_from_the_list_and_can_be_undone(cast: Cast) -> None:
    made = make_organisation(cast, "Oud")
    close_organisation(cast.actor("bob"), made, on=date(2019, 8, 1))
    assert list(organisations()) == []
    assert list(organisations(include_closed=True)) == [made]
    with pytest.raises(OperationError, match="al opgeheven"):
        close_organisation(cast.actor("bob"), made, on=date(2019, 8, 1))
    reopen_organisation(cast.actor("bob"), made)
    assert list(organisations()) == [made]
    with pytest.raises(OperationError, match="niet opgeheven"):
        reopen_organisation(cast.actor("bob"), made)


def test_closing_in_the_future_is_refused(cast: Cast) -> None:
    made = make_organisation(cast)
    with pytest.raises(OperationError, match="toekomst"):
        close_organisation(cast.actor("bob"), made, on=timezone.localdate() + timedelta(days=1))
    assert Organisation.objects.get().closed_on is None


def test_a_number_belongs_to_one_organisation(cast: Cast) -> None:
    one, two = make_organisation(cast, "Een"), make_organisation(cast, "Twee")
    add_identifier(cast.actor("bob"), one, scheme="vestiging", value=" 00ah 07")
    with pytest.raises(OperationError, match="hoort al bij een organisatie"):
        add_identifier(cast.actor("bob"), two, scheme="vestiging", value="00AH07")
    assert list(OrganisationIdentifier.objects.values_list("organisation", "value")) == [(one.pk, "00AH07")]
    assert list(organisations("00ah07")) == [one]
