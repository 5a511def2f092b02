"""Reads of this room."""

from .gaps import goal_gaps, part_label
from .pacts import (
    current_targets,
    goal_by_number,
    goals_of,
    pact_by_slug,
    parties_of,
    target_history,
    visible_pacts,
)

__all__ = [
    "current_targets",
    "goal_by_number",
    "goal_gaps",
    "goals_of",
    "pact_by_slug",
    "part_label",
    "parties_of",
    "target_history",
    "visible_pacts",
]
