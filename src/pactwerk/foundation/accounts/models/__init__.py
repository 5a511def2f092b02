"""User, office, membership."""

from pactwerk.foundation.accounts.models.office import Office, OfficeMembership, OfficeRole
from pactwerk.foundation.accounts.models.user import User

__all__ = ["Office", "OfficeMembership", "OfficeRole", "User"]
