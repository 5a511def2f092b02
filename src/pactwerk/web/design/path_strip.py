"""How far a goal has come, as a strip from baseline to target; every number on it also stands there in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pactwerk.figures.disclosure_control import PublishableTable, Row, edition_of
from pactwerk.web.design import numbers
from pactwerk.web.design.charts.positions import on_axis, position

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


def _latest(points: PublishableTable, counted: Sequence[str]) -> Row | None:
    """The newest figure, known by bounds or not, of the series that was judged: it holds every counted period."""
    series: dict[tuple[str, str, str | None], list[Row]] = {}
    for row in points.rows:
        if on_axis(row.period):
            series.setdefault((row.basis, *edition_of(row)), []).append(row)
    judged = [rows for rows in series.values() if set(counted) <= {row.period for row in rows}]
    chosen = judged[0] if counted and judged else [row for rows in series.values() for row in rows]
    chosen = [row for row in chosen if not counted or row.period in counted] or chosen
    return max(chosen, key=lambda row: position(row.period), default=None)


def _value_text(value: float, unit: str) -> str:
    """A value on the strip; of the units only the percent sign fits, words stand beside the goal."""
    text = numbers.agreed(round(value, 1))
    return f"{text}{numbers.THIN}%" if unit == "%" else text


def _position(value: float, start: float, end: float) -> int:
    return round(max(0.0, min(1.0, (value - start) / (end - start))) * LENGTH)


def path_strip(
    path: Sequence[tuple[str, float]], points: PublishableTable, counted: Sequence[str] = ()
) -> PathStrip | None:
    """The strip of a path of (period, value) and the figures beside it; None where the path has no length.

    `counted` are the periods that a verdict rests on: "now" is the newest of them.
    """
    if len(path) < 2 or float(path[0][1]) == float(path[-1][1]):
        return None
    (first, start), (last, end) = ((period, float(value)) for period, value in (path[0], path[-1]))
    latest = _latest(points, counted)
    unit = next((row.unit for row in points.rows), "")
    words = (_value_text(start, unit), first, _value_text(end, unit), last)
    if latest is None or latest.value is None:
        return PathStrip(*words)
    due = {period: float(value) for period, value in path[1:]}.get(latest.period)
    return PathStrip(
        *words,
        now=_value_text(latest.value, unit),
        now_period=latest.period,
        now_at=_position(latest.value, start, end),
        due="" if due is None else _value_text(due, unit),
        due_at=0 if due is None else min(_position(due, start, end), LENGTH - 5),
    )
