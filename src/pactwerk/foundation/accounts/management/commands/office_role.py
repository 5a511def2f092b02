"""``pactwerk manage office_role OFFICE EMAIL ROLE``: give a member another role."""

from __future__ import annotations

from typing import Any

from django.core.management import CommandParser
from django.utils.translation import gettext as _

from pactwerk.foundation.accounts.management.on_the_machine import MachineCommand, office_called
from pactwerk.foundation.accounts.models import OfficeMembership, OfficeRole
from pactwerk.foundation.accounts.operations import set_role
from pactwerk.foundation.operations import Actor, OperationError


class Command(MachineCommand):
    help = "Geeft een lid van een programmabureau een andere rol."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("office")
        parser.add_argument("email")
        parser.add_argument("role", choices=OfficeRole.values)

    def act(self, **options: Any) -> str:
        office = office_called(options["office"])
        member = OfficeMembership.objects.filter(office=office, user__email__iexact=options["email"]).first()
        if member is None:
            raise OperationError(
                _("%(email)s is geen lid van %(office)s; nodig eerst uit met office_invite.")
                % {"email": options["email"], "office": office.name}
            )
        member = set_role(Actor.command(), member, role=options["role"])
        return _("%(email)s is nu %(role)s bij %(office)s.") % {
            "email": member.user.email,
            "role": member.get_role_display(),
            "office": office.name,
        }
