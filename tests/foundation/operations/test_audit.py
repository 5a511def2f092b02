"""The audit log cannot be changed, and shows it when somebody with the disk in hand does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from pactwerk.foundation.accounts.operations import create_office
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused, append_only, operation
from pactwerk.foundation.operations.audit import broken_lines
from pactwerk.foundation.operations.models import AuditHead, AuditLine
from tests.cast import Cast

LINES = 12
FIELDS = ("action", "object_type", "object_id", "result", "origin", "address", "actor", "at", "previous", "hash")


@pytest.fixture
def log(cast: Cast) -> list[AuditLine]:
    """Lines of three results by three people."""
    for number in range(LINES // 3):
        with pytest.raises(PermissionRefused):
            create_office(cast.actor("alice"), slug=f"x{number}", name="X")
        with pytest.raises(OperationError):
            create_office(cast.actor("dirk"), slug="bureau-a", name="bestaat al")
        with pytest.raises(PermissionRefused):
            create_office(cast.actor("nobody"), slug=f"z{number}", name="Z")
    return list(AuditLine.objects.order_by("pk"))


@pytest.fixture
def unprotected(log: list[AuditLine]) -> Iterator[list[AuditLine]]:
    """Somebody took the triggers away."""
    append_only.unprotect(connection)
    yield log
    append_only.protect(connection)


def test_every_line_has_the_six_fields(log: list[AuditLine]) -> None:
    assert len(log) == LINES
    for line in log:
        assert line.action
        assert line.result in {"refused", "failed"}
        assert line.origin == "test"
        assert line.actor.startswith("user:") or line.actor == "anonymous"
        assert line.at.tzinfo is not None


CHANGES = {
    "many updated": lambda line: AuditLine.objects.filter(pk=line.pk).update(actor="user:999"),
    "many deleted": lambda line: AuditLine.objects.filter(pk=line.pk).delete(),
    "one saved": lambda line: line.save(),
    "one deleted": lambda line: line.delete(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_refuses_a_change(log: list[AuditLine], change: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        CHANGES[change](log[3])
    assert AuditLine.objects.count() == LINES


def test_a_whole_log_verifies(log: list[AuditLine]) -> None:
    assert not list(broken_lines())
    call_command("audit_verify")


def test_every_changed_field_of_every_line_is_found(unprotected: list[AuditLine]) -> None:
    found = tried = 0
    for line in unprotected:
        for field in FIELDS:
            other = line.at.replace(year=1999) if field == "at" else f"{getattr(line, field)}x"[-60:]
            with transaction.atomic():
                AuditLine.objects.filter(pk=line.pk).update(**{field: other})
                found += bool(list(broken_lines()))
                tried += 1
                transaction.set_rollback(True)
    assert (found, tried) == (LINES * len(FIELDS), LINES * len(FIELDS))


def test_every_removed_line_is_found(unprotected: list[AuditLine]) -> None:
    for line in unprotected:
        with transaction.atomic():
            AuditLine.objects.filter(pk=line.pk).delete()
            with pytest.raises(CommandError):
                call_command("audit_verify")
            transaction.set_rollback(True)


def test_a_log_that_lost_its_end_is_found(unprotected: list[AuditLine]) -> None:
    AuditLine.objects.filter(pk__gte=unprotected[5].pk).delete()
    with pytest.raises(CommandError):
        call_command("audit_verify")


def test_a_removed_head_is_found(log: list[AuditLine]) -> None:
    AuditHead.objects.all().delete()
    with pytest.raises(CommandError):
        call_command("audit_verify")


def test_what_breaks_unexpectedly_stands_in_the_log_too(cast: Cast) -> None:
    with pytest.raises(ZeroDivisionError):
        breaks(cast.actor("alice"))
    line = AuditLine.objects.get()
    assert (line.action, line.result) == ("test.breaks", "failed")


@operation("test.breaks")
def breaks(actor: Actor) -> float:
    """An operation with a mistake in it."""
    return 1 / len(actor.label[:0])
