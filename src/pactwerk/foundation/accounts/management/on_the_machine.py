"""A command of who holds the machine: calls one operation, says what happened, and fails in readable words."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _

from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import OperationError


class MachineCommand(BaseCommand):
    """What `act` raises as OperationError becomes the sentence on the screen and exit code 1."""

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            self.stdout.write(self.act(**options))
        except OperationError as error:
            raise CommandError(str(error)) from error

    def act(self, **options: Any) -> str:
        """Do it; the answer is what the screen says."""
        raise NotImplementedError


def office_called(slug: str) -> Office:
    """The office of that name. Raises OperationError that names the offices there are."""
    found = Office.objects.filter(slug=slug).first()
    if found is None:
        known = ", ".join(Office.objects.order_by("slug").values_list("slug", flat=True)) or "-"
        raise OperationError(_("Er is geen programmabureau %(slug)s. Wel: %(known)s.") % {"slug": slug, "known": known})
    return found
