"""Signing a test client in: by the session, with or without the second factor that staff pages ask for."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

if TYPE_CHECKING:
    from django.test import Client

    from pactwerk.foundation.accounts.models import User


def sign_in(client: Client, user: User, *, second_factor: bool = True) -> None:
    """Open a session for the user, as after a password and (unless told otherwise) a code from an authenticator app."""
    from tests.outside import outside_operations

    with outside_operations():
        client.force_login(user)
        if not second_factor:
            return
        authenticator = give_authenticator(user)
        session = client.session
        record = {"method": "mfa", "at": time.time(), "id": authenticator.pk, "type": authenticator.type}
        session["account_authentication_methods"] = [record]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()


def give_authenticator(user: User) -> Authenticator:
    """The user's authenticator app, made when there is none."""
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    return found or TOTP.activate(user, generate_totp_secret()).instance
