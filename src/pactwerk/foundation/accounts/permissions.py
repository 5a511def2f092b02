"""Who may change offices, members and users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwerk.foundation.accounts.models import Office, OfficeRole
from pactwerk.foundation.accounts.roles import has_role

if TYPE_CHECKING:
    from pactwerk.foundation.operations import Actor


def runs_platform(actor: Actor) -> bool:
    """The platform administrator, or whoever holds the machine itself."""
    return actor.system or (actor.user is not None and actor.user.is_active and actor.user.is_superuser)


def may_manage_office(actor: Actor, office: Office) -> bool:
    """A manager of this very office; the platform administrator helps an office that lost its last one."""
    return runs_platform(actor) or has_role(actor.user, office, OfficeRole.MANAGER)
