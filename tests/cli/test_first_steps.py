"""Setting up an installation from the command line, from nothing to a public pact."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from pactwerk.domain.organisations.models import Person
from pactwerk.domain.pact.models import Pact
from pactwerk.foundation.accounts.models import Office, OfficeMembership
from pactwerk.foundation.accounts.operations import create_office
from pactwerk.foundation.operations import Actor
from tests.cast import Cast
from tests.factories.audit import lines
from tests.factories.organisations import make_person


def said(command: str, *arguments: str) -> str:
    out = StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue().strip()


@pytest.mark.django_db
def test_from_nothing_to_a_public_pact(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    assert "is gemaakt" in said("office_create", "noord", "Bureau Noord")
    with django_capture_on_commit_callbacks(execute=True):
        assert "verstuurd naar jan@example.org" in said("office_invite", "noord", "jan@example.org", "redacteur")
    assert [message.to for message in mail.outbox] == [["jan@example.org"]]
    assert "is nu beheerder" in said("office_role", "noord", "Jan@example.org", "beheerder")
    assert OfficeMembership.objects.get(office__slug="noord", user__email="jan@example.org").role == "beheerder"
    assert "pact_publish noordpact" in said("pact_found", "noord", "noordpact", "Pact Noord", "LD01")
    assert client.get("/pacten/noordpact/").status_code == 404
    assert "/pacten/noordpact/" in said("pact_publish", "noordpact")
    assert client.get("/pacten/noordpact/").status_code == 200
    assert "gearchiveerd" in said("pact_archive", "noordpact")
    assert Pact.objects.get().status == "archief"
    assert lines("pact.archive") == [("ok", "system")]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("office_create", "noord", "Nog een"), "bestaat"),
        (("office_create", "met spatie", "x"), "slug"),
        (("office_invite", "nergens", "a@example.org", "lezer"), "Er is geen programmabureau nergens. Wel: noord."),
        (("office_invite", "noord", "geen adres", "lezer"), "geen geldig e-mailadres"),
        (("office_role", "noord", "a@example.org", "lezer"), "geen lid van Bureau Noord"),
        (("pact_found", "noord", "p", "Pact", "ZZ99"), "ZZ99"),
        (("pact_publish", "niets"), "Er is geen pact niets. Wel: -."),
        (("pact_archive", "niets"), "Er is geen pact niets"),
    ],
)
def test_what_goes_wrong_is_said_in_words(db: None, command: tuple[str, ...], words: str) -> None:
    create_office(Actor.command(), slug="noord", name="Bureau Noord")
    with pytest.raises(CommandError, match=words) as caught:
        said(*command)
    assert caught.value.returncode == 1
    assert (Office.objects.filter(slug="noord").count(), Pact.objects.count()) == (1, 0)


def test_persons_past_their_term_are_named_by_number_and_erased(cast: Cast) -> None:
    late, kept = make_person(cast, "Laat"), make_person(cast, "Nog niet")
    today = timezone.localdate()
    Person.objects.filter(pk=late.pk).update(keep_until=today - timedelta(days=1))
    Person.objects.filter(pk=kept.pk).update(keep_until=today)
    told = said("persons_past_term")
    assert f"persoon {late.pk}," in told
    assert "Laat" not in told
    assert Person.objects.get(pk=late.pk).name == "Laat"
    assert "Gewist: 1." in said("persons_past_term", "--erase")
    assert (Person.objects.get(pk=late.pk).name, Person.objects.get(pk=kept.pk).name) == ("", "Nog niet")
    assert said("persons_past_term") == "Van niemand is de bewaartermijn voorbij."
