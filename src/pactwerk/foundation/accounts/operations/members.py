"""Inviting somebody into an office, changing a role, ending a membership."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from pactwerk.foundation.accounts import followers, invitation_mail
from pactwerk.foundation.accounts.models import Office, OfficeMembership, OfficeRole, User
from pactwerk.foundation.accounts.permissions import may_manage_office, runs_platform
from pactwerk.foundation.operations import Actor, OperationError, operation, require


@operation("office.invite")
def invite(actor: Actor, office: Office, *, email: str, role: str, name: str = "") -> OfficeMembership:
    """Make somebody a member; who had no account yet gets one and chooses a password through the link in the mail.

    This is the only way to an account. Inviting a member again sends the mail again and leaves the role as it is.
    The answer is the same whether the address was known or not. Raises PermissionRefused unless the actor manages the
    office, OperationError for an address or a role that is not usable.
    """
    require(may_manage_office(actor, office))
    address, chosen = _usable_address(email), _usable_role(role)
    user = User.objects.filter(email__iexact=address).first()
    if user is None:
        user = User.objects.create_user(address, None, name=name.strip())
    if not user.is_active:
        raise OperationError(_("Dit account is afgesloten; vraag de platformbeheerder."), field="email")
    membership, __ = OfficeMembership.objects.get_or_create(user=user, office=office, defaults={"role": chosen})
    followers.member_changed(actor, office, user)
    transaction.on_commit(lambda: invitation_mail.send(user, office))
    return membership


@operation("office.set_role")
def set_role(actor: Actor, membership: OfficeMembership, *, role: str) -> OfficeMembership:
    """Give a member another role.

    Raises PermissionRefused unless the actor manages the office, OperationError when the office would lose its last
    manager.
    """
    require(may_manage_office(actor, membership.office))
    chosen = _usable_role(role)
    if chosen is not OfficeRole.MANAGER:
        _keep_a_manager(actor, membership)
    membership.role = chosen
    membership.save(update_fields=["role"])
    followers.member_changed(actor, membership.office, membership.user)
    return membership


@operation("office.remove_member")
def remove_member(actor: Actor, membership: OfficeMembership) -> OfficeMembership:
    """End a membership; the account stays. A member may always leave.

    Raises PermissionRefused unless the actor manages the office or is the member, OperationError when the office would
    lose its last manager.
    """
    office, user = membership.office, membership.user
    leaving = actor.user is not None and actor.user.pk == user.pk
    require(leaving or may_manage_office(actor, office))
    _keep_a_manager(actor, membership)
    membership.delete()
    followers.member_changed(actor, office, user)
    return membership


def _usable_address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise OperationError(_("Dit is geen geldig e-mailadres."), field="email") from error
    return address


def _usable_role(role: str) -> OfficeRole:
    try:
        return OfficeRole(role)
    except ValueError as error:
        raise OperationError(_("Deze rol bestaat niet."), field="role") from error


def _keep_a_manager(actor: Actor, membership: OfficeMembership) -> None:
    if membership.role != OfficeRole.MANAGER or runs_platform(actor):
        return
    others = OfficeMembership.objects.filter(
        office=membership.office, role=OfficeRole.MANAGER, user__is_active=True
    ).exclude(pk=membership.pk)
    if not others.exists():
        raise OperationError(_("Een programmabureau heeft ten minste één beheerder nodig; wijs eerst een andere aan."))
