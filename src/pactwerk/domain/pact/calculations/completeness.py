"""What a measurable goal still lacks (inventory A61: indicator, unit, baseline, target, year, source, owner)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["indicator", "gebied", "eenheid", "basisjaar", "streefwaarde", "horizon", "bron", "eigenaar"]


@dataclass(frozen=True)
class GoalParts:
    """The parts of a goal on which its measurability rests; empty text or False means missing."""

    indicator: str
    area: str
    unit: str
    baseline_period: str
    has_target: bool
    horizon: str
    citation: str
    has_owner: bool


def missing_parts(parts: GoalParts) -> tuple[Part, ...]:
    """The missing parts in a fixed order; empty when the goal can be judged."""
    present: tuple[tuple[Part, object], ...] = (
        ("indicator", parts.indicator),
        ("gebied", parts.area),
        ("eenheid", parts.unit),
        ("basisjaar", parts.baseline_period),
        ("streefwaarde", parts.has_target),
        ("horizon", parts.horizon),
        ("bron", parts.citation),
        ("eigenaar", parts.has_owner),
    )
    return tuple(name for name, value in present if not value)
