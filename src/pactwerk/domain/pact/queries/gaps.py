"""What a recorded goal still lacks, and how the screen calls it."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pactwerk.domain.pact.calculations import GoalParts, missing_parts
from pactwerk.domain.pact.models import Goal

LABELS = {
    "indicator": _("indicator"),
    "gebied": _("gebied"),
    "eenheid": _("eenheid"),
    "basisjaar": _("basisjaar"),
    "streefwaarde": _("streefwaarde"),
    "horizon": _("horizon"),
    "bron": _("bron"),
    "eigenaar": _("eigenaar"),
}


def goal_gaps(goal: Goal, *, target_given: bool = False) -> tuple[str, ...]:
    """The missing parts of a measurable goal; reads the goal's targets (prefetch them for many goals)."""
    if not goal.measurable:
        return ()
    return missing_parts(
        GoalParts(
            indicator=goal.indicator_code,
            area=goal.area_code,
            unit=goal.unit,
            baseline_period=goal.baseline_period,
            has_target=target_given or (goal.pk is not None and bool(goal.targets.all())),
            horizon=goal.horizon,
            citation=goal.citation,
            has_owner=goal.owner_id is not None,
        )
    )


def part_label(part: str) -> str:
    """The word on the screen for a part."""
    return gettext(str(LABELS[part]))
