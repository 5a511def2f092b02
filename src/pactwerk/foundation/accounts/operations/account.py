"""What somebody does to the own account: sign in, choose a password."""

from __future__ import annotations

from django.utils import timezone

from pactwerk.foundation.accounts.models import User
from pactwerk.foundation.operations import Actor, operation, require


def _is_own(actor: Actor, user: User) -> bool:
    return actor.system or (actor.user is not None and actor.user.pk == user.pk)


@operation("account.sign_in")
def record_sign_in(actor: Actor, user: User) -> User:
    """Note that somebody signed in. Raises PermissionRefused for anybody else's account."""
    require(_is_own(actor, user))
    user.last_login = timezone.now()
    user.save(update_fields=["last_login"])
    return user


@operation("account.set_password")
def set_password(actor: Actor, user: User, password: str) -> User:
    """Replace the own password (after the old one or a mailed link was checked by the sign-in pages).

    Raises PermissionRefused for anybody else's account.
    """
    require(_is_own(actor, user))
    user.set_password(password)
    user.save(update_fields=["password"])
    return user
