"""Nothing is written to the database outside operations: read in the source, and refused while tests run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from pactwerk.foundation.accounts.models import Office, User
from tests.cast import Cast
from tests.foundation.operations.write_scan import writes_outside_operations
from tests.outside import outside_operations
from tests.write_guard import WroteOutsideOperation, own_tables, responsible_frame

PRODUCT = Path(__file__).resolve().parents[3] / "src" / "pactwerk"
DEMO = PRODUCT.parents[1] / "demo"

# Where a write outside an operation is right, and why. A line that no longer matches fails too.
ALLOWED = {
    "foundation/accounts/models/user.py: user.save": "the manager writes for the operation that called it",
    "foundation/accounts/models/user.py: self.create_user": "the manager writes for the operation that called it",
}


def product_writes() -> list[str]:
    found = []
    for folder in (PRODUCT, DEMO):
        for file in sorted(folder.rglob("*.py")):
            if file.is_relative_to(PRODUCT / "figures") or file.is_relative_to(PRODUCT / "basis"):
                continue  # without Django: import-linter sees to that
            for line, call in writes_outside_operations(file):
                found.append(f"{file.relative_to(folder)}: {call}  (line {line})")
    return found


def test_the_product_writes_in_operations_only() -> None:
    found = {re.sub(r"  \(line \d+\)$", "", each): each for each in product_writes()}
    assert [where for key, where in found.items() if key not in ALLOWED] == []
    assert set(ALLOWED) - set(found) == set(), "these exceptions are no longer needed"


BAD = [
    "def view(request):\n    goal.save()",
    "def view(request):\n    Goal.objects.create(title='x')",
    "def view(request):\n    Goal.objects.filter(pk=1).update(title='x')",
    "def view(request):\n    Goal.objects.filter(pk=1).delete()",
    "def view(request):\n    goal.delete()",
    "def view(request):\n    pact.goals.all().delete()",
    "def view(request):\n    Goal.objects.bulk_create([])",
    "def view(request):\n    Goal.objects.bulk_update([], ['a'])",
    "def view(request):\n    office.memberships.get_or_create(user=1)",
    "def view(request):\n    Goal.objects.update_or_create(a=1)",
    "async def view(request):\n    await goal.asave()",
    "def view(request):\n    cursor.execute('UPDATE pact_goal SET title = 1')",
    "def view(request):\n    cursor.execute(f'delete from {table}')",
    "def view(request):\n    pact.goals.create(title='x')",
    "def view(request):\n    pact.goals.update(title='x')",
    "def view(request):\n    user.groups.add(group)",
    "def view(request):\n    user.groups.set([])",
    "def view(request):\n    user.groups.clear()",
    "def view(request):\n    user.groups.remove(group)",
    "def view(request):\n    User.objects.create_user('a@b.nl')",
    "def view(request):\n    make(User).get_or_create(email='a@b.nl')",
    "async def view(request):\n    await user.groups.aadd(group)",
    "@other('x')\ndef view(request):\n    goal.save()",
]
GOOD = [
    "@operation('x')\ndef do(actor):\n    goal.save()",
    "def view(request):\n    words.update(a=1)",
    "def view(request):\n    seen.add(1)",
    "def view(request):\n    self.seen.clear()",
    "def view(request):\n    digest.update(b'')",
    "def view(request):\n    Goal.objects.filter(pk=1).first()",
    "def view(request):\n    request.session.save()",
    "def view(request):\n    cursor.execute('SELECT 1')",
]


@pytest.mark.parametrize("source", BAD)
def test_the_scan_finds(source: str, tmp_path: Path) -> None:
    file = tmp_path / "views.py"
    file.write_text(source)
    assert list(writes_outside_operations(file))


@pytest.mark.parametrize("source", GOOD)
def test_the_scan_lets_pass(source: str, tmp_path: Path) -> None:
    file = tmp_path / "views.py"
    file.write_text(source)
    assert not list(writes_outside_operations(file))


# ---- the guard around every statement


def make_writer(name: str = "views.py") -> object:
    """A view as it would stand in the product: its code says it comes from a file there."""
    source = (
        "def view(request):\n"
        "    Office.objects.filter(slug='bureau-a').update(name='binnen')\n"
        "    return HttpResponse('')\n"
    )
    names: dict[str, object] = {"Office": Office, "HttpResponse": HttpResponse, "HttpRequest": HttpRequest}
    exec(compile(source, str(PRODUCT / "web" / name), "exec"), names)
    return names["view"]


def test_a_view_that_writes_is_stopped(cast: Cast) -> None:
    view = make_writer()
    with pytest.raises(WroteOutsideOperation), transaction.atomic():
        view(HttpRequest())  # type: ignore[operator]
    assert Office.objects.get(slug="bureau-a").name == "Programmabureau A"


def test_a_migration_may_write(cast: Cast) -> None:
    view = make_writer("migrations/0001_x.py")
    view(HttpRequest())  # type: ignore[operator]
    assert Office.objects.get(slug="bureau-a").name == "binnen"


def test_a_test_may_write_and_may_say_so(cast: Cast) -> None:
    Office.objects.filter(slug="bureau-b").update(name="toneel")
    with outside_operations():
        make_writer()(HttpRequest())  # type: ignore[operator]
    assert Office.objects.get(slug="bureau-a").name == "binnen"


def test_ours_are_all_tables_but_pages_and_the_log() -> None:
    tables = own_tables()
    assert {"accounts_user", "accounts_user_groups", "accounts_office", "pact_goal"} <= tables
    assert not any(table.startswith(("wagtail", "cms_", "operations_", "django_")) for table in tables)


def test_nobody_of_the_product_is_on_the_stack_here() -> None:
    assert responsible_frame() is None


def test_a_library_that_writes_during_a_request_is_stopped(cast: Cast, client: Client) -> None:
    source = "def view(request):\n    User.objects.filter(email='alice@example.org').update(name='Ali')\n"
    names: dict[str, object] = {"User": User, "__name__": "library"}
    exec(compile(source, "library.py", "exec"), names)
    pattern = type("urls", (), {"urlpatterns": [path("proef/", names["view"])]})  # type: ignore[call-overload]
    client.force_login(cast.alice)
    with override_settings(ROOT_URLCONF=pattern), pytest.raises(WroteOutsideOperation):
        client.get("/proef/")
