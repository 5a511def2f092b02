"""Everything that changes users, offices and members."""

from pactwerk.foundation.accounts.operations.account import record_sign_in, set_password
from pactwerk.foundation.accounts.operations.members import invite, remove_member, set_role
from pactwerk.foundation.accounts.operations.offices import create_office
from pactwerk.foundation.accounts.operations.users import deactivate_user, make_platform_administrator

__all__ = [
    "create_office",
    "deactivate_user",
    "invite",
    "make_platform_administrator",
    "record_sign_in",
    "remove_member",
    "set_password",
    "set_role",
]
