"""Targets as they were agreed through time; a replaced one stays visible."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pactwerk.domain.pact.models import Target


@dataclass(frozen=True)
class Revision:
    """One target as it was agreed; `superseded_by_id` names the target that replaced it."""

    period: str
    value: Decimal | None
    ratio: Decimal | None
    decided_on: date | None
    reason: str
    citation: str
    superseded_by_id: int | None


def revisions(history: Iterable[Target]) -> tuple[Revision, ...]:
    """All targets, oldest first; a replaced one stays visible."""
    targets = list(history)
    replaced = {target.supersedes_id: target.pk for target in targets}
    return tuple(
        Revision(t.period, t.value, t.ratio, t.decided_on, t.reason, t.citation, replaced.get(t.pk)) for t in targets
    )
