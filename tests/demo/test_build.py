"""The demo builds once, and a second run changes nothing and loses nothing."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from demo.build import CLOCK_FILE, build_records, example_clock
from demo.offices import MEMBERS
from demo.readiness import SIGN_IN_FILE
from django.apps import apps
from django.core import mail
from django.core.serializers import serialize

from pactwerk.domain.pact.models import Goal, Pact
from pactwerk.domain.pact.operations import describe_pact, write_story
from pactwerk.foundation.accounts.models import Office, User
from pactwerk.foundation.operations import Actor, PermissionRefused
from pactwerk.foundation.operations.models import AuditLine

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(tmp_path: Path) -> Path:
    build_records(tmp_path)
    return tmp_path


def everything() -> dict[str, str]:
    """Every stored record of the product's own apps, as text."""
    own = [model for model in apps.get_models() if model.__module__.startswith("pactwerk.")]
    return {model._meta.label: serialize("json", model._base_manager.order_by("pk")) for model in own}


def test_three_pacts_two_of_them_archived(home: Path) -> None:
    assert {pact.slug: (pact.status, pact.example) for pact in Pact.objects.all()} == {
        "techniekpact-noord": ("archief", False),
        "techniekpact-noord-kennemerland": ("archief", False),
        "techniekpact-waterrijk": ("actief", True),
    }


def test_a_second_run_changes_nothing(home: Path) -> None:
    before, file = everything(), (home / SIGN_IN_FILE).read_bytes()
    build_records(home)
    assert everything() == before
    assert (home / SIGN_IN_FILE).read_bytes() == file


def test_what_people_wrote_stays(home: Path) -> None:
    actor = Actor(User.objects.get(email="redacteur@waterrijk.example"), "test")
    pact = Pact.objects.get(slug="techniekpact-waterrijk")
    describe_pact(actor, pact, summary="Door ons geschreven")
    write_story(actor, pact.goals.all()[0], story="Ons verhaal")
    build_records(home)
    assert Pact.objects.get(pk=pact.pk).summary == "Door ons geschreven"
    assert Goal.objects.get(pk=pact.goals.all()[0].pk).story == "Ons verhaal"


def test_a_broken_build_leaves_no_half_pact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("demo.waterrijk.pact.build_wishes", stop)
    with pytest.raises(KeyboardInterrupt):
        build_records(tmp_path)
    assert not Pact.objects.filter(slug="techniekpact-waterrijk").exists()
    monkeypatch.undo()
    build_records(tmp_path)
    assert Pact.objects.filter(slug="techniekpact-waterrijk").exists()


def test_passwords_are_random_work_and_only_the_owner_reads_them(home: Path, tmp_path: Path) -> None:
    path = home / SIGN_IN_FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    pairs = [line.split("  ")[:2] for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(pairs) == len(MEMBERS) + 1
    assert len({password for _, password in pairs}) == len(pairs)
    for email, password in pairs:
        assert User.objects.get(email=email).check_password(password)


def test_no_mail_leaves(home: Path) -> None:
    assert mail.outbox == []


def test_everything_went_through_operations(home: Path) -> None:
    lines = AuditLine.objects.filter(origin="demo")
    assert lines.filter(action="pact.goal.add").count() == Goal.objects.count()
    assert not lines.exclude(result="ok").exists()


def test_the_clock_is_kept_and_the_setting_wins(tmp_path: Path, settings: Any) -> None:
    settings.PACTWERK_CLOCK = ""
    first = example_clock(tmp_path)
    (tmp_path / CLOCK_FILE).write_text("2025-03-04\n", encoding="ascii")
    assert example_clock(tmp_path) == date(2025, 3, 4) != first
    settings.PACTWERK_CLOCK = "2024-05-06"
    assert example_clock(tmp_path) == date(2024, 5, 6)


def test_a_member_of_one_office_is_an_outsider_in_the_other(home: Path) -> None:
    manager = Actor(User.objects.get(email="beheerder@waterrijk.example"), "test")
    noord = Pact.objects.get(slug="techniekpact-noord")
    with pytest.raises(PermissionRefused):
        describe_pact(manager, noord, summary="anders")
    assert Office.objects.get(slug="archief").memberships.count() == 0
