"""``pactwerk manage pact_found OFFICE SLUG NAME AREA``: a new pact, as a draft."""

from __future__ import annotations

from typing import Any

from django.core.management import CommandParser
from django.utils.translation import gettext as _

from pactwerk.domain.pact.operations import found_pact
from pactwerk.foundation.accounts.management.on_the_machine import MachineCommand, office_called
from pactwerk.foundation.operations import Actor


class Command(MachineCommand):
    help = "Maakt een pact als concept; alleen het programmabureau ziet het tot het gepubliceerd is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("office")
        parser.add_argument("slug")
        parser.add_argument("name")
        parser.add_argument("area", help="code van het gebied, zoals LD01, PV27, GM0361 of TP-NOORD")

    def act(self, **options: Any) -> str:
        office = office_called(options["office"])
        pact = found_pact(Actor.command(), office, slug=options["slug"], name=options["name"], area=options["area"])
        return _("Pact %(name)s is gemaakt als concept. Publiceer het met pact_publish %(slug)s.") % {
            "name": pact.name,
            "slug": pact.slug,
        }
