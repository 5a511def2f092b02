"""Who may load and publish figures: releases belong to the installation (docs/decisions/0009)."""

from __future__ import annotations

from pactwerk.foundation.accounts.models import Office, OfficeMembership, OfficeRole
from pactwerk.foundation.accounts.permissions import runs_platform
from pactwerk.foundation.accounts.roles import has_role
from pactwerk.foundation.operations import Actor


def may_publish_figures(actor: Actor) -> bool:
    """Whoever runs the platform; where the installation has one office only, its managers too."""
    if runs_platform(actor):
        return True
    offices = list(Office.objects.all()[:2])
    return len(offices) == 1 and has_role(actor.user, offices[0], OfficeRole.MANAGER)


def may_see_loading(actor: Actor) -> bool:
    """Members of any office read what is loaded and what waits; the platform administrator as well."""
    if runs_platform(actor):
        return True
    user = actor.user
    return user is not None and user.is_active and OfficeMembership.objects.filter(user_id=user.pk).exists()
