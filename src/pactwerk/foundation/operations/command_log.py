"""Commands run on the machine stand in the audit log too (BIO2 8.18.02): name and outcome, not the arguments."""

from __future__ import annotations

from collections.abc import Sequence

# Commands that change nothing and that scripts run all the time.
NOT_RECORDED = {"", "help", "version", "check", "audit_verify", "showmigrations", "diffsettings", "makemessages"}


def run_recorded(arguments: Sequence[str]) -> None:
    """Run one of Django's commands and write its line; raises whatever the command raises."""
    from django.core.management import execute_from_command_line

    name = arguments[0] if arguments and not arguments[0].startswith("-") else ""
    try:
        execute_from_command_line(["pactwerk manage", *arguments])
    except BaseException as error:
        _record(name, ok=isinstance(error, SystemExit) and not error.code)
        raise
    _record(name, ok=True)


def _record(name: str, *, ok: bool) -> None:
    from django.apps import apps
    from django.db import connection

    if name in NOT_RECORDED or not apps.ready:
        return
    from pactwerk.foundation.operations import Actor, audit
    from pactwerk.foundation.operations.models import AuditLine

    if AuditLine._meta.db_table in connection.introspection.table_names():  # not before the first migrate
        audit.write(Actor.command(), f"command.{name}"[:100], None, audit.Result.OK if ok else audit.Result.FAILED)
