"""The yearly growth that is needed to reach a target in time (inventory A155)."""

from __future__ import annotations

import math


def percent_per_year(now: float, target: float, years: float) -> float | None:
    """Constant growth in percent a year from now to target; negative when it must fall.

    None when no time is left or a number is not positive: growth in percent then means nothing.
    """
    if years <= 0 or now <= 0 or target <= 0:
        return None
    return (math.exp(math.log(target / now) / years) - 1) * 100


def points_per_year(now: float, target: float, years: float) -> float | None:
    """Constant growth in percentage points a year, for a share; None when no time is left."""
    return (target - now) / years if years > 0 else None
