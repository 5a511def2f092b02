"""What other rooms do when an office or its members change, in the same transaction.

Accounts stands below the rooms that follow it (the page tree of ``web/cms``) and may not import them. The settings,
which stand above both, name the followers: ``PACTWERK_OFFICE_FOLLOWERS`` and ``PACTWERK_MEMBER_FOLLOWERS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from pactwerk.foundation.accounts.models import Office, User
    from pactwerk.foundation.operations import Actor


def office_created(actor: Actor, office: Office) -> None:
    """Call every operation named in ``PACTWERK_OFFICE_FOLLOWERS``."""
    for name in settings.PACTWERK_OFFICE_FOLLOWERS:
        import_string(name)(actor, office)


def member_changed(actor: Actor, office: Office, user: User) -> None:
    """Call every operation named in ``PACTWERK_MEMBER_FOLLOWERS``."""
    for name in settings.PACTWERK_MEMBER_FOLLOWERS:
        import_string(name)(actor, office, user)
