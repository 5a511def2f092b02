"""Signing in, failing to, and signing out stand in the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pactwerk.foundation.accounts.operations import record_sign_in
from pactwerk.foundation.operations import Actor, audit, client_address

if TYPE_CHECKING:
    from django.http import HttpRequest

    from pactwerk.foundation.accounts.models import User


def signed_in(request: HttpRequest | None, user: User, **__: Any) -> None:
    """Takes the place of Django's own receiver, which would write ``last_login`` outside an operation."""
    record_sign_in(_actor(request, user), user)


def sign_in_failed(request: HttpRequest | None = None, **__: Any) -> None:
    """One line without the typed address: it may be anybody's, or a password typed in the wrong box."""
    audit.write(_actor(request, None), "account.sign_in", None, audit.Result.REFUSED)


def signed_out(request: HttpRequest | None, user: User | None, **__: Any) -> None:
    if user is not None:
        audit.write(_actor(request, user), "account.sign_out", user, audit.Result.OK)


def _actor(request: HttpRequest | None, user: User | None) -> Actor:
    return Actor(user, "web", client_address(request))
