"""How allauth behaves here: nobody signs up, passwords change through an operation, secrets are stored encrypted."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import PermissionDenied

from pactwerk.foundation.accounts.operations import set_password
from pactwerk.foundation.operations import Actor, client_address

if TYPE_CHECKING:
    from django.http import HttpRequest

    from pactwerk.foundation.accounts.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come by invitation only."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return False

    def set_password(self, user: User, password: str) -> None:
        set_password(Actor(user, "web", client_address(self.request)), user, password)

    def get_client_ip(self, request: HttpRequest) -> str:
        """The limits on guessing count the same address as the audit log writes."""
        address = client_address(request)
        if not address:
            raise PermissionDenied
        return address

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mail names the product, never what the request's Host header said."""
        super().send_mail(
            template_prefix, email, {**context, "current_site": {"name": "Pactwerk", "domain": _domain()}}
        )

    def get_reset_password_from_key_url(self, key: str) -> str:
        url = super().get_reset_password_from_key_url(key)
        """The link leads to the configured address, never to the request's Host header."""
        path: str = url.split("/", 3)[3]
        return f"{settings.SITE_URL.rstrip('/')}/{path}"


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """The seeds of authenticator apps are encrypted with a key made from the secret key."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _domain() -> str:
    return urlsplit(settings.SITE_URL).netloc


def _cipher() -> Fernet:
    digest = hashlib.sha256(b"second factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
