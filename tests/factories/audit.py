"""Reading the audit log in tests."""

from __future__ import annotations

from pactwerk.foundation.operations.models import AuditLine


def lines(action: str) -> list[tuple[str, str]]:
    """(result, actor) of every audit line of an action, oldest first."""
    return list(AuditLine.objects.filter(action=action).order_by("pk").values_list("result", "actor"))
