"""Who may do what in an office: the one question permissions ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwerk.foundation.accounts.models import Office, OfficeMembership, OfficeRole

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from pactwerk.foundation.accounts.models import User

RANK = {OfficeRole.READER: 1, OfficeRole.EDITOR: 2, OfficeRole.MANAGER: 3}


def role_in(user: User | AnonymousUser | None, office: Office | None) -> OfficeRole | None:
    """The role of a user in an office, or None for an outsider or somebody who is not signed in."""
    if user is None or office is None or not user.is_authenticated or not user.is_active:
        return None
    membership = OfficeMembership.objects.filter(user_id=user.pk, office=office).first()
    return OfficeRole(membership.role) if membership else None


def has_role(user: User | AnonymousUser | None, office: Office | None, least: OfficeRole) -> bool:
    """Whether the user holds at least this role in the office; the platform administrator holds none by being one."""
    role = role_in(user, office)
    return role is not None and RANK[role] >= RANK[least]
