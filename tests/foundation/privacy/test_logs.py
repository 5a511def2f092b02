"""Logs hold nothing people typed and no secrets (PRI-05): strange words go in everywhere, and none comes out."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import Settings

from pactwerk.foundation.accounts.operations import invite
from pactwerk.foundation.operations import OperationError
from pactwerk.foundation.operations.models import AuditLine
from pactwerk.foundation.privacy.logs import StructuredFormatter
from tests.cast import PASSWORD, Cast
from tests.permissions.addresses import address
from tests.permissions.patterns import all_patterns
from tests.sign_in import sign_in

CANARY = "kanariepiet-7391"
MAIL = f"{CANARY}@example.org"
FIELDS = (
    "login", "password", "email", "password1", "password2", "oldpassword", "code", "credential", "name", "title",
    "period", "value", "citation", "story", "reason", "text", "next", "bureau", "language", "q", "gebied", "periode",
)  # fmt: skip


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, at every level, formatted as in an installation."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(StructuredFormatter())
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def test_what_goes_into_every_form_does_not_come_out_in_the_log(
    cast: Cast, client: Client, log: io.StringIO, settings: Settings
) -> None:
    client.raise_request_exception = False
    sign_in(client, cast.dirk)
    sent = 0
    for pattern in all_patterns():
        path = address(pattern, None).replace("bestaat-niet", CANARY)
        if path.startswith("/cms/"):
            continue
        for method in (client.get, client.post):
            method(
                f"{path}?{FIELDS[0]}={CANARY}&next=/{CANARY}",
                dict.fromkeys(FIELDS, MAIL),
                HTTP_REFERER=f"http://{CANARY}/",
            )
            sent += 1
    assert sent > 100
    assert log.getvalue().count("\n") > 20, "something must have been logged, or this proves nothing"
    assert CANARY not in log.getvalue()


def test_failures_of_signing_in_are_logged_without_what_was_typed(cast: Cast, client: Client, log: io.StringIO) -> None:
    for email in (MAIL, "alice@example.org"):
        client.post("/account/login/", {"login": email, "password": CANARY})
    client.post("/account/password/reset/", {"email": MAIL})
    client.get("/", headers={"host": f"{CANARY}.example"})
    client.get("/account/password/reset/key/1-" + CANARY + "/")
    assert CANARY not in log.getvalue()
    assert "alice@example.org" not in log.getvalue()
    assert PASSWORD not in log.getvalue()


def test_the_audit_log_names_nobody(cast: Cast, client: Client) -> None:
    invite(cast.actor("alice"), cast.office_a, email=MAIL, role="lezer", name=CANARY)
    with pytest.raises(OperationError):
        invite(cast.actor("alice"), cast.office_a, email=CANARY, role=CANARY)
    client.post("/account/login/", {"login": MAIL, "password": CANARY})
    assert AuditLine.objects.count() >= 3
    for line in AuditLine.objects.values():
        assert CANARY not in str(line)
        assert "@" not in str(line)


def test_an_error_is_logged_by_place_and_kind_only() -> None:
    formatter = StructuredFormatter()
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        caught = (ValueError, error, error.__traceback__)
        record = logging.LogRecord("pactwerk.x", logging.ERROR, __file__, 1, "it broke for %s", (CANARY,), caught)
    line = json.loads(formatter.format(record))
    assert CANARY not in json.dumps(line)
    assert (line["event"], line["error"], line["level"]) == ("it broke for %s", "ValueError", "ERROR")
    assert line["trace"][0].startswith("test_logs.py:")


@pytest.mark.parametrize("name", ["somebody.elses.library", "django.security.DisallowedHost"])
def test_messages_with_typed_text_in_them_are_not_written(name: str) -> None:
    record = logging.LogRecord(name, logging.ERROR, "/x/library.py", 7, f"bad value {CANARY}", (), None)
    assert CANARY not in StructuredFormatter().format(record)
