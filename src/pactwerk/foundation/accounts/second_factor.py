"""Pages for staff open only after a second factor in the same session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.urls import reverse
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

STRONG = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class SecondFactorMiddleware:
    """Sends somebody who is signed in by password only to the second factor, before any staff page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponseBase | None:
        if not is_staff_address(request.path_info) or not request.user.is_authenticated:
            return None  # who is not signed in is stopped by LoginRequiredMiddleware
        if used_second_factor(request):
            return None
        if is_mfa_enabled(request.user, STRONG):
            return redirect_to_login(request.get_full_path(), reverse("mfa_reauthenticate"))
        messages.warning(
            request, _("Voor deze pagina is een tweede stap bij het aanmelden verplicht. Stel die hier in.")
        )
        return redirect_to_login(request.get_full_path(), reverse("mfa_index"))


def is_staff_address(path: str) -> bool:
    """Whether the address lies under one of ``PACTWERK_STAFF_ADDRESSES``, in any language."""
    for code, __ in settings.LANGUAGES:
        path = path.removeprefix(f"/{code}") if path.startswith(f"/{code}/") else path
    return path.startswith(tuple(settings.PACTWERK_STAFF_ADDRESSES))


def used_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened or confirmed with a second factor that still exists."""
    if not is_mfa_enabled(request.user, STRONG):
        return False
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def note_new_authenticator(request: HttpRequest, user: Any, authenticator: Authenticator, **__: object) -> None:
    """Who has just set up an authenticator has proved to hold it; the session need not ask again at once."""
    if authenticator.type in STRONG:
        record_authentication(
            request, user, method="mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True
        )
