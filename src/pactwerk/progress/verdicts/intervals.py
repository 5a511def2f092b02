"""Comparing values of which only bounds may be known: yes, no, or cannot be told."""

from __future__ import annotations

from enum import StrEnum

Interval = tuple[float, float]
"""Low and high; equal when the value is exact."""


class Way(StrEnum):
    """Which way is good. *hold* is kept as long as the value is not below the target."""

    UP = "up"
    DOWN = "down"
    HOLD = "hold"


def _upward(interval: Interval, way: Way) -> Interval:
    return (-interval[1], -interval[0]) if way == Way.DOWN else interval


def meets(value: Interval, limit: Interval, way: Way) -> bool | None:
    """Whether the value is on or beyond the limit; None when the intervals do not tell."""
    (low, high), (floor, ceiling) = _upward(value, way), _upward(limit, way)
    if low >= ceiling:
        return True
    return False if high < floor else None


def beats(value: Interval, other: Interval, way: Way) -> bool | None:
    """Whether the value is strictly better than the other; None when the intervals do not tell."""
    (low, high), (floor, ceiling) = _upward(value, way), _upward(other, way)
    if low > ceiling:
        return True
    return False if high <= floor else None


def mix(left: Interval, right: Interval, share: float) -> Interval:
    """The interval on the straight line from left (share 0) to right (share 1)."""
    low = left[0] + share * (right[0] - left[0])
    high = left[1] + share * (right[1] - left[1])
    return (low, high)
