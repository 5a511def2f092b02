"""``pactwerk manage office_create SLUG NAME``: a new programme office."""

from __future__ import annotations

from typing import Any

from django.core.management import CommandParser
from django.utils.translation import gettext as _

from pactwerk.foundation.accounts.management.on_the_machine import MachineCommand
from pactwerk.foundation.accounts.operations import create_office
from pactwerk.foundation.operations import Actor


class Command(MachineCommand):
    help = "Maakt een programmabureau."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug")
        parser.add_argument("name")

    def act(self, **options: Any) -> str:
        office = create_office(Actor.command(), slug=options["slug"], name=options["name"])
        return _("Programmabureau %(name)s is gemaakt.") % {"name": office.name}
