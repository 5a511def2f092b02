"""Who may enter areas for an office."""

from __future__ import annotations

from pactwerk.foundation.accounts.models import Office, OfficeRole
from pactwerk.foundation.accounts.roles import has_role
from pactwerk.foundation.operations import Actor


def may_enter_areas(actor: Actor, office: Office) -> bool:
    """Editors and managers of this very office."""
    return has_role(actor.user, office, OfficeRole.EDITOR)
