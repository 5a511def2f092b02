"""``pactwerk manage pact_publish SLUG``: make a draft public."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import CommandParser
from django.utils.translation import gettext as _

from pactwerk.domain.pact.management.pact_called import pact_called
from pactwerk.domain.pact.operations import publish_pact
from pactwerk.foundation.accounts.management.on_the_machine import MachineCommand
from pactwerk.foundation.operations import Actor


class Command(MachineCommand):
    help = "Maakt een concept openbaar."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug")

    def act(self, **options: Any) -> str:
        pact = publish_pact(Actor.command(), pact_called(options["slug"]))
        address = f"{settings.SITE_URL.rstrip('/')}/pacten/{pact.slug}/"
        return _("Pact %(name)s is openbaar op %(address)s.") % {"name": pact.name, "address": address}
