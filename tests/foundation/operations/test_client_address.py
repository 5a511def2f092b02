"""Who asked, behind the own proxies: in the log and for the limits on guessing."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from pactwerk.foundation.operations import Actor, client_address
from pactwerk.foundation.operations.models import AuditLine
from tests.cast import PASSWORD, Cast

PROXY = "127.0.0.1"


@pytest.mark.parametrize(
    ("proxies", "header", "expected"),
    [
        (0, "203.0.113.9", PROXY),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "203.0.113.9"),
        (1, "203.0.113.9:4711", "203.0.113.9"),
        (1, "[2001:db8::1]:4711", "2001:db8::1"),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "geen adres", PROXY),
        (1, "", PROXY),
    ],
)
def test_only_the_own_proxies_are_believed(settings: Settings, proxies: int, header: str, expected: str) -> None:
    settings.PACTWERK_PROXIES = proxies
    assert client_address(RequestFactory().get("/", headers={"x-forwarded-for": header})) == expected


def test_the_log_and_the_limits_see_the_visitor_and_not_the_proxy(
    cast: Cast, client: Client, settings: Settings
) -> None:
    settings.PACTWERK_PROXIES = 1
    wrong = {"login": "niemand@example.org", "password": "x"}

    def guess(address: str) -> int:
        return client.post("/account/login/", wrong, headers={"x-forwarded-for": address}).status_code

    assert 429 in {guess("203.0.113.9") for _ in range(31)}
    right = {"login": "alice@example.org", "password": PASSWORD}
    neighbour = client.post("/account/login/", right, headers={"x-forwarded-for": "203.0.113.10"})
    assert neighbour.status_code == 302
    assert {line.address for line in AuditLine.objects.filter(action="account.sign_in", result="refused")} == {
        "203.0.113.9"
    }
    assert AuditLine.objects.get(result="ok").address == "203.0.113.10"


def test_an_actor_knows_where_the_request_came_from(cast: Cast, settings: Settings) -> None:
    settings.PACTWERK_PROXIES = 1
    request = RequestFactory().get("/", headers={"x-forwarded-for": "203.0.113.9"})
    request.user = cast.alice
    assert Actor.from_request(request).address == "203.0.113.9"
