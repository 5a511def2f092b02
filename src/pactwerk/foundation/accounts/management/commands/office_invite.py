"""``pactwerk manage office_invite OFFICE EMAIL ROLE``: invite somebody into an office."""

from __future__ import annotations

from typing import Any

from django.core.management import CommandParser
from django.utils.translation import gettext as _

from pactwerk.foundation.accounts.management.on_the_machine import MachineCommand, office_called
from pactwerk.foundation.accounts.models import OfficeRole
from pactwerk.foundation.accounts.operations import invite
from pactwerk.foundation.operations import Actor


class Command(MachineCommand):
    help = "Nodigt iemand uit in een programmabureau; het bericht bevat de link om een wachtwoord te kiezen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("office")
        parser.add_argument("email")
        parser.add_argument("role", choices=OfficeRole.values)
        parser.add_argument("--name", default="")

    def act(self, **options: Any) -> str:
        office = office_called(options["office"])
        member = invite(Actor.command(), office, email=options["email"], role=options["role"], name=options["name"])
        return _("De uitnodiging is verstuurd naar %(email)s (%(role)s bij %(office)s).") % {
            "email": member.user.email,
            "role": member.get_role_display(),
            "office": office.name,
        }
