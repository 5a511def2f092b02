"""Writing and checking the audit log: who did what to which object, with what result, from where and when.

Each line carries the hash of the line before it, so that a changed or removed line shows (reliability.md AUD-01).
Lines hold numbers, never names, addresses or typed text (PRI-05).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from pactwerk.foundation.operations.models import AuditHead, AuditLine, Result

if TYPE_CHECKING:
    from django.db.models import Model

    from pactwerk.foundation.operations.actor import Actor

__all__ = ["Result", "broken_lines", "end_is_missing", "write"]

START = "0" * 64


def write(actor: Actor, action: str, subject: Model | None, result: Result) -> AuditLine:
    """Append one line to the chain."""
    with transaction.atomic():
        head = AuditHead.objects.select_for_update().get_or_create(pk=1, defaults={"hash": START})[0]
        line = AuditLine(
            action=action,
            object_type=subject._meta.label_lower if subject is not None else "",
            object_id=str(subject.pk) if subject is not None else "",
            result=result,
            origin=actor.origin,
            address=actor.address,
            actor=actor.label,
            at=timezone.now(),
            previous=head.hash,
        )
        line.hash = fingerprint(line)
        line.save(force_insert=True)
        head.hash = line.hash
        head.save()
    return line


def fingerprint(line: AuditLine) -> str:
    """SHA-256 over the line's fields and the hash of the line before it."""
    fields = (
        line.previous, line.action, line.object_type, line.object_id, line.result,
        line.origin, line.address, line.actor, line.at.isoformat(),
    )  # fmt: skip
    return hashlib.sha256("\x1f".join(fields).encode()).hexdigest()


def broken_lines() -> Iterator[AuditLine]:
    """The lines that do not follow from the line before them; none when the log is whole."""
    expected = START
    for line in AuditLine.objects.order_by("pk").iterator():
        if line.previous != expected or line.hash != fingerprint(line):
            yield line
        expected = line.hash


def end_is_missing() -> bool:
    """Whether lines at the end are gone: the newest line is not the one the head of the chain names."""
    newest = AuditLine.objects.order_by("pk").last()
    head = AuditHead.objects.filter(pk=1).first()
    return (head.hash if head else START) != (newest.hash if newest else START)
