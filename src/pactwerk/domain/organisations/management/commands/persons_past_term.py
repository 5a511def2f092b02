"""``pactwerk manage persons_past_term [--erase]``: persons who are kept longer than was promised."""

from __future__ import annotations

from typing import Any

from django.core.management import CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from pactwerk.domain.organisations.operations import erase_person
from pactwerk.domain.organisations.queries import persons_past_term
from pactwerk.foundation.accounts.management.on_the_machine import MachineCommand
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor


class Command(MachineCommand):
    help = "Noemt de personen van wie de bewaartermijn voorbij is (als nummer); --erase wist hun gegevens voorgoed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--erase", action="store_true")

    def act(self, **options: Any) -> str:
        today = timezone.localdate()
        found = [person for office in Office.objects.order_by("slug") for person in persons_past_term(office, on=today)]
        if not found:
            return _("Van niemand is de bewaartermijn voorbij.")
        text = _("%(office)s: persoon %(number)d, te bewaren tot en met %(day)s")
        lines = [
            text % {"office": person.office.slug, "number": person.pk, "day": person.keep_until.isoformat()}
            for person in found
        ]
        if options["erase"]:
            for person in found:
                erase_person(Actor.command(), person)
            lines.append(_("Gewist: %(count)d.") % {"count": len(found)})
        return "\n".join(lines)
