"""``pactwerk manage audit_verify``: is the audit log whole?"""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pactwerk.foundation.operations.audit import broken_lines, end_is_missing
from pactwerk.foundation.operations.models import AuditLine


class Command(BaseCommand):
    help = "Checks the hash chain of the audit log; exit code 1 and the numbers of the lines when it is broken."

    def handle(self, *_args: Any, **_options: Any) -> None:
        broken = [line.pk for line in broken_lines()]
        if broken:
            numbers = ", ".join(str(number) for number in broken[:20])
            raise CommandError(_("Het logboek is veranderd bij regel %(numbers)s.") % {"numbers": numbers})
        if end_is_missing():
            raise CommandError(_("Aan het einde van het logboek ontbreken regels."))
        count = AuditLine.objects.count()
        text = ngettext("Het logboek is heel: %(count)s regel.", "Het logboek is heel: %(count)s regels.", count)
        self.stdout.write(text % {"count": count})
