"""Commands leave a line in the audit log, without their arguments."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from pactwerk.foundation.accounts.models import User
from pactwerk.foundation.operations.command_log import run_recorded
from pactwerk.foundation.operations.models import AuditLine

# Django closes the connections after a command from the command line, so a test's own transaction would be lost.
CLOSES_CONNECTIONS = pytest.mark.django_db(transaction=True)
PASSWORD = "een heel lang wachtwoord voor de baas"


@CLOSES_CONNECTIONS
def test_a_command_stands_in_the_log() -> None:
    run_recorded(["clearsessions"])
    line = AuditLine.objects.get()
    assert (line.action, line.result, line.origin, line.actor) == ("command.clearsessions", "ok", "command", "system")


@CLOSES_CONNECTIONS
def test_a_command_that_fails_does_too() -> None:
    with pytest.raises(SystemExit):
        run_recorded(["loaddata", "geheim-bestand.json"])
    line = AuditLine.objects.get()
    assert (line.action, line.result) == ("command.loaddata", "failed")
    assert "geheim" not in str(AuditLine.objects.values().get())


@CLOSES_CONNECTIONS
def test_commands_that_change_nothing_do_not() -> None:
    run_recorded(["check"])
    assert not AuditLine.objects.exists()


def test_the_first_administrator_is_made_by_an_operation(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", email="baas@example.org", noinput=True)
    assert User.objects.get().is_superuser
    assert AuditLine.objects.get().action == "user.make_platform_administrator"
    with pytest.raises(CommandError):
        call_command("createsuperuser", email="BAAS@example.org", noinput=True)


def test_a_weak_password_is_refused(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "kort")
    with pytest.raises(CommandError):
        call_command("createsuperuser", email="baas@example.org", noinput=True)
    assert not User.objects.exists()
