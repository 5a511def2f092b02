"""How far a goal has come, as a strip from baseline to target; every number on it also stands there in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.web.design import numbers

LENGTH = 1000  # units of the strip's own drawing


@dataclass(frozen=True)
class PathStrip:
    """Words and positions (0..1000); a position is 0 where there is nothing to draw."""

    baseline: str
    baseline_period: str
    target: str
    target_period: str
    now: str = ""
    now_period: str = ""
    now_at: int = 0
    due: str = ""
    due_at: int = 0


def _latest(points: PublishableTable) -> Row | None:
    known = [row for row in points.rows if row.value is not None]
    return max(known, key=lambda row: row.period, default=None)


def _value_text(value: float, unit: str) -> str:
    name = numbers.unit_text(unit)
    text = numbers.agreed(round(value, 1))
    return f"{text}{numbers.THIN}{name}" if name else text


def _position(value: float, start: float, end: float) -> int:
    return round(max(0.0, min(1.0, (value - start) / (end - start))) * LENGTH)


def path_strip(path: Sequence[tuple[str, float]], points: PublishableTable, unit: str = "") -> PathStrip | None:
    """The strip of a path of (period, value) and the figures beside it; None where the path has no length."""
    if len(path) < 2 or float(path[0][1]) == float(path[-1][1]):
        return None
    (first, start), (last, end) = ((period, float(value)) for period, value in (path[0], path[-1]))
    latest = _latest(points)
    unit = unit or (latest.unit if latest else "")
    words = (_value_text(start, unit), first, _value_text(end, unit), last)
    if latest is None or latest.value is None:
        return PathStrip(*words)
    due = {period: float(value) for period, value in path}.get(latest.period)
    return PathStrip(
        *words,
        now=numbers.figure_with_unit(latest, 1),
        now_period=latest.period,
        now_at=_position(latest.value, start, end),
        due="" if due is None else _value_text(due, unit),
        due_at=0 if due is None else min(_position(due, start, end), LENGTH - 5),
    )
