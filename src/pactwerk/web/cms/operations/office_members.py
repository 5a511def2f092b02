"""A member's rights in the editor follow the role in the office."""

from __future__ import annotations

from django.contrib.auth.models import Group

from pactwerk.foundation.accounts.models import Office, User
from pactwerk.foundation.accounts.permissions import may_manage_office
from pactwerk.foundation.accounts.roles import role_in
from pactwerk.foundation.operations import Actor, operation, require
from pactwerk.web.cms.operations.office_tree import PAGE_RIGHTS, group_name


@operation("cms.office_members.align")
def align_member(actor: Actor, office: Office, user: User) -> User:
    """Put the user in the group of the role held in the office, and out of the other one.

    It gives nobody more than the membership says, so members may ask it for themselves (when they leave). Raises
    PermissionRefused unless the actor is the user or manages the office or the platform.
    """
    own = actor.user is not None and actor.user.pk == user.pk
    require(own or may_manage_office(actor, office))
    role = role_in(user, office)
    groups = {each: Group.objects.filter(name=group_name(office, each)).first() for each in PAGE_RIGHTS}
    for each, group in groups.items():
        if group is None:
            continue
        if each is role:
            user.groups.add(group)
        else:
            user.groups.remove(group)
    return user
