"""Signing in: by password and second factor, limited, and without telling who has an account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from pactwerk.foundation.accounts.adapter import SecondFactorAdapter
from pactwerk.foundation.accounts.operations import deactivate_user
from pactwerk.foundation.operations.models import AuditLine
from tests.cast import PASSWORD, Cast
from tests.foundation.accounts.mailbox import Mailbox
from tests.sign_in import give_authenticator, sign_in

LOGIN, RESET, DESK = "/account/login/", "/account/password/reset/", "/bureau/"
STRANGER = "niemand@example.org"


def log_in(client: Client, email: str, password: str = PASSWORD) -> HttpResponse:
    return client.post(LOGIN, {"login": email, "password": password})  # type: ignore[return-value]


def code_now(seed: str) -> str:
    """The code an authenticator app shows."""
    return format_hotp_value(hotp_value(seed, next(yield_hotp_counters_from_time())))


def code_for(authenticator: Authenticator) -> str:
    return code_now(SecondFactorAdapter().decrypt(authenticator.data["secret"]))


def test_a_password_opens_a_session_and_stands_in_the_log(cast: Cast, client: Client) -> None:
    response = log_in(client, "alice@example.org")
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(cast.alice.pk)
    line = AuditLine.objects.get()
    assert (line.action, line.result, line.actor) == ("account.sign_in", "ok", f"user:{cast.alice.pk}")


def test_capitals_in_the_address_do_not_matter(cast: Cast, client: Client) -> None:
    log_in(client, "Alice@Example.ORG")
    assert "_auth_user_id" in client.session


def test_nobody_signs_up(cast: Cast, client: Client) -> None:
    for path in ("signup/", "email/", "confirm-email/", "password/set/", "login/code/confirm/"):
        for method in (client.get, client.post):
            assert method(f"/account/{path}").status_code == 404, path


# ---- second factor


@pytest.mark.parametrize("address", [DESK, "/en/bureau/", "/cms/", "/cms/pages/"])
def test_staff_pages_ask_for_a_second_factor(cast: Cast, client: Client, address: str) -> None:
    sign_in(client, cast.dirk, second_factor=False)
    response = client.get(address)
    assert response.status_code == 302
    assert "/account/tweede-stap/?next=" in response["Location"]


def test_who_must_set_up_a_second_factor_is_told_why(cast: Cast, client: Client) -> None:
    sign_in(client, cast.alice, second_factor=False)
    told = "Voor deze pagina is een tweede stap bij het aanmelden verplicht."
    assert told not in client.get("/account/tweede-stap/").content.decode()
    assert client.get(DESK, follow=True).content.decode().count(told) == 1


def test_a_session_without_the_second_factor_is_sent_to_it(cast: Cast, client: Client) -> None:
    give_authenticator(cast.alice)
    sign_in(client, cast.alice, second_factor=False)
    response = client.get(DESK)
    assert response["Location"].startswith("/account/tweede-stap/reauthenticate/?next=")


def test_sign_in_asks_the_code_of_who_has_an_app(cast: Cast, client: Client) -> None:
    authenticator = give_authenticator(cast.alice)
    response = log_in(client, "alice@example.org")
    assert response["Location"] == "/account/tweede-stap/authenticate/"
    assert "_auth_user_id" not in client.session
    refused = client.post(response["Location"], {"code": "000000"})
    assert refused.status_code == 200
    assert "_auth_user_id" not in client.session
    client.post(response["Location"], {"code": code_for(authenticator)})
    assert client.session["_auth_user_id"] == str(cast.alice.pk)
    assert client.get(DESK).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_setting_up_an_app_opens_the_desk_and_gives_recovery_codes(
    cast: Cast, client: Client, mailbox: Mailbox
) -> None:
    setup = "/account/tweede-stap/totp/activate/"
    log_in(client, "alice@example.org")
    page = client.get(setup)
    assert page.status_code == 302, "adding a factor asks the password again"
    client.post(f"/account/reauthenticate/?next={setup}", {"password": PASSWORD})
    assert client.get(setup).status_code == 200
    client.post(setup, {"code": code_now(client.session["mfa.totp.secret"])})
    assert client.get(DESK).status_code == 200
    assert set(Authenticator.objects.values_list("type", flat=True)) == {"totp", "recovery_codes"}
    assert mailbox.messages, "the owner hears of it by mail"


def test_a_recovery_code_works_once(cast: Cast, client: Client) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    give_authenticator(cast.alice)
    code = RecoveryCodes.activate(cast.alice).get_unused_codes()[0]
    for expected in (True, False):
        client.logout()
        client.cookies.clear()
        log_in(client, "alice@example.org")
        client.post("/account/tweede-stap/authenticate/", {"code": code})
        assert ("_auth_user_id" in client.session) is expected


def test_the_seed_is_not_stored_in_the_clear(cast: Cast) -> None:
    authenticator = give_authenticator(cast.alice)
    stored = authenticator.data["secret"]
    seed = SecondFactorAdapter().decrypt(stored)
    assert len(seed) == 32
    assert seed not in stored


def test_a_security_key_can_be_added(cast: Cast, client: Client) -> None:
    sign_in(client, cast.alice)
    session = client.session
    session["account_authentication_methods"] = [
        {**record, "reauthenticated": True} for record in session["account_authentication_methods"]
    ]
    session.save()
    page = client.get("/account/tweede-stap/webauthn/add/")
    assert page.status_code == 200
    assert b"webauthn" in page.content


# ---- guessing


def test_guessing_a_password_locks_the_address_known_or_not(cast: Cast, client: Client) -> None:
    answers = {}
    for email in ("alice@example.org", STRANGER):
        attempts = [log_in(client, email, f"verkeerd wachtwoord {n}") for n in range(6)]
        answers[email] = [(a.status_code, "_auth_user_id" in client.session) for a in attempts]
        texts = [a.content.decode().replace(email, "X") for a in attempts]
        assert texts[0] != texts[-1], "the sixth attempt is told to wait"
    assert answers["alice@example.org"] == answers[STRANGER]
    log_in(client, "alice@example.org")
    assert "_auth_user_id" not in client.session, "the right password does not open a locked address"


def test_a_failed_attempt_stands_in_the_log_without_the_address(cast: Cast, client: Client) -> None:
    log_in(client, "alice@example.org", "verkeerd")
    line = AuditLine.objects.get()
    assert (line.action, line.result, line.actor, line.object_id) == ("account.sign_in", "refused", "anonymous", "")


# ---- enumeration


def visible(response: HttpResponse, email: str) -> tuple[int, str, str]:
    """What somebody sees: status, target, page without the typed address and the form's token."""
    page = response.content.decode().replace(email, "X")
    return response.status_code, response.get("Location", ""), re.sub(r'csrfmiddlewaretoken" value="\w+"', "", page)


@contextmanager
def counted_hashes(settings: Settings) -> Iterator[list[int]]:
    """Counts the work of the real password hash: the part of signing in that takes time."""
    counts: list[int] = []

    class Counting(PBKDF2PasswordHasher):
        iterations = 10

        def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
            counts.append(iterations or self.iterations)
            return super().encode(password, salt, iterations)

    hashers = __name__ + ".CountingHasher"
    globals()["CountingHasher"] = Counting
    settings.PASSWORD_HASHERS = [hashers]
    yield counts


def test_signing_in_answers_the_same_with_the_same_work(cast: Cast, client: Client, settings: Settings) -> None:
    with counted_hashes(settings) as counts:
        cast.alice.set_password(PASSWORD)
        cast.alice.save()
        seen, work = [], []
        for email in ("alice@example.org", STRANGER):
            client.cookies.clear()
            counts.clear()
            seen.append(visible(log_in(client, email, "verkeerd wachtwoord"), email))
            work.append(list(counts))
    assert seen[0] == seen[1]
    assert work[0] == work[1] != []


def test_a_closed_account_is_told_nothing_before_the_password(cast: Cast, client: Client) -> None:
    deactivate_user(cast.actor("dirk"), cast.bob)
    seen = []
    for email in ("bob@example.org", STRANGER):
        client.cookies.clear()
        seen.append(visible(log_in(client, email, "verkeerd wachtwoord"), email))
    assert seen[0] == seen[1]


def test_a_reset_answers_the_same_and_sends_one_mail_either_way(cast: Cast, client: Client, mailbox: Mailbox) -> None:
    seen = []
    for email in ("alice@example.org", STRANGER):
        client.cookies.clear()
        seen.append(visible(client.post(RESET, {"email": email}), email))  # type: ignore[arg-type]
    assert seen[0] == seen[1]
    assert [m["To"] for m in mailbox.messages] == ["alice@example.org", STRANGER]
    assert "/password/reset/key/" in mailbox.text(0)
    assert "/password/reset/key/" not in mailbox.text(1)


# ---- forgotten password


def test_a_forgotten_password_is_replaced_through_the_mailed_link(cast: Cast, client: Client, mailbox: Mailbox) -> None:
    client.post(RESET, {"email": "alice@example.org"}, headers={"host": "127.0.0.1"})
    link = mailbox.link()
    form = client.get(link, follow=True)
    fresh = "een nieuw en ook heel lang wachtwoord"
    client.post(form.redirect_chain[-1][0], {"password1": fresh, "password2": fresh})
    assert "_auth_user_id" not in client.session, "a new password does not sign in by itself"
    log_in(client, "alice@example.org", fresh)
    assert client.session["_auth_user_id"] == str(cast.alice.pk)
    assert AuditLine.objects.filter(action="account.set_password", result="ok").count() == 1
    client.cookies.clear()
    again = client.get(link, follow=True)
    assert b"password1" not in again.content, "the link works once"


def test_the_link_leads_to_the_configured_address_whatever_the_host_header(
    cast: Cast, client: Client, mailbox: Mailbox, settings: Settings
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    settings.SITE_URL = "https://pact.example"
    client.post(RESET, {"email": "alice@example.org"}, headers={"host": "evil.example"})
    assert "https://pact.example/account/password/reset/key/" in mailbox.text()
    assert "evil.example" not in mailbox.text()


# ---- open sessions


def test_a_closed_account_is_out_at_once(cast: Cast, client: Client) -> None:
    sign_in(client, cast.bob)
    assert client.get(DESK).status_code == 200
    deactivate_user(cast.actor("dirk"), cast.bob)
    assert client.get(DESK).status_code == 302
