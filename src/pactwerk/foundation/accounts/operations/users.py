"""What the platform administrator does to accounts."""

from __future__ import annotations

from django.utils.translation import gettext as _

from pactwerk.foundation.accounts.models import User
from pactwerk.foundation.accounts.permissions import runs_platform
from pactwerk.foundation.operations import Actor, OperationError, operation, require


@operation("user.deactivate")
def deactivate_user(actor: Actor, user: User) -> User:
    """Close an account: signing in stops at once, in open sessions too. Memberships stay: the past stays readable.

    Raises PermissionRefused unless the actor runs the platform, OperationError for the own account.
    """
    require(runs_platform(actor))
    if actor.user is not None and actor.user.pk == user.pk:
        raise OperationError(_("U kunt uw eigen account niet afsluiten."))
    user.is_active = False
    user.save(update_fields=["is_active"])
    return user


@operation("user.make_platform_administrator")
def make_platform_administrator(actor: Actor, *, email: str, name: str = "", password: str | None = None) -> User:
    """Make an account that runs the platform; only from the machine itself.

    Raises PermissionRefused for anybody who acts through the web, OperationError when the address is taken.
    """
    require(actor.system)
    if User.objects.filter(email__iexact=email).exists():
        raise OperationError(_("Dit e-mailadres heeft al een account."), field="email")
    return User.objects.create_superuser(email, password, name=name)
