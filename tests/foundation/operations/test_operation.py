"""An operation is permission, one transaction and one audit line."""

from __future__ import annotations

import pytest

from pactwerk.foundation.accounts.models import Office, OfficeRole
from pactwerk.foundation.accounts.roles import has_role
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused, operation, require
from pactwerk.foundation.operations.models import AuditLine
from tests.cast import Cast


@operation("test.rename_office")
def rename(actor: Actor, office: Office, *, name: str) -> Office:
    require(has_role(actor.user, office, OfficeRole.MANAGER))
    office.name = name
    office.save()
    if not name:
        raise OperationError("Een bureau heeft een naam nodig.")
    return office


def test_it_changes_and_writes_one_line(cast: Cast) -> None:
    rename(cast.actor("alice"), cast.office_a, name="Nieuw")
    line = AuditLine.objects.get()
    assert Office.objects.get(slug="bureau-a").name == "Nieuw"
    assert (line.action, line.object_type, line.object_id) == (
        "test.rename_office",
        "accounts.office",
        str(cast.office_a.pk),
    )
    assert (line.result, line.origin, line.actor) == ("ok", "test", f"user:{cast.alice.pk}")


def test_an_outsider_changes_nothing_and_stands_in_the_log(cast: Cast) -> None:
    with pytest.raises(PermissionRefused):
        rename(cast.actor("charlie"), cast.office_a, name="Nieuw")
    assert Office.objects.get(slug="bureau-a").name == "Programmabureau A"
    assert AuditLine.objects.get().result == "refused"


def test_what_fails_halfway_leaves_nothing(cast: Cast) -> None:
    with pytest.raises(OperationError):
        rename(cast.actor("alice"), cast.office_a, name="")
    assert Office.objects.get(slug="bureau-a").name == "Programmabureau A"
    assert AuditLine.objects.get().result == "failed"
