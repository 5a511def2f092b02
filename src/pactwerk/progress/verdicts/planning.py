"""From a goal and its figures to the plain values the rule works on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from pactwerk.domain.pact.models import Goal
from pactwerk.domain.pact.queries import current_targets
from pactwerk.figures.disclosure_control import Row, edition_of, restated
from pactwerk.figures.indicators import UnknownIndicator, indicator
from pactwerk.figures.indicators.breaks import breaks_between

from .intervals import Interval, Way
from .moments import COUNTING_MONTH, moment
from .values import Aim, Plan, Point

SHARES = frozenset({"%", "procentpunt"})


def plan_of(goal: Goal) -> Plan:
    """What was agreed about the goal, with periods as moments in time."""
    return Plan(
        way=Way(goal.direction),
        baseline_at=moment(goal.baseline_period) if goal.baseline_period else None,
        baseline_label=goal.baseline_period,
        baseline=None if goal.baseline_value is None else float(goal.baseline_value),
        aims=tuple(
            Aim(
                at=moment(target.period) if target.period else None,
                label=target.period,
                value=None if target.value is None else float(target.value),
                ratio=None if target.ratio is None else float(target.ratio),
            )
            for target in current_targets(goal)
        ),
        end_goal=goal.end_goal,
        period_end=_period_end(goal),
        definitions=_definitions(goal),
    )


def _definitions(goal: Goal) -> frozenset[str]:
    """The definition the goal names, else all that the catalogue knows; nothing for an unknown indicator."""
    if goal.definition:
        return frozenset({goal.definition})
    try:
        return frozenset(definition.code for definition in indicator(goal.indicator_code).definitions)
    except UnknownIndicator:
        return frozenset()


def points_of(goal: Goal, rows: Iterable[Row]) -> list[Point]:
    """The figures that can lie on a path: a single moment, a value or bounds, and a share only for a goal in shares."""
    share = goal.unit in SHARES
    chosen = [row for row in rows if (row.unit in SHARES) == share]
    points = (_point(row, _stretch(row, chosen)) for row in chosen)
    return [point for point in points if point is not None]


def _point(row: Row, stretch: int) -> Point | None:
    at, value = moment(row.period), _value(row)
    if at is None or value is None:
        return None
    return Point(at, row.period, value, row.basis, row.definition, edition_of(row)[1], stretch)


def _stretch(row: Row, rows: Iterable[Row]) -> int:
    """How many breaks, declared or by an edition that counted anew, lie between its series' first figure and it."""
    own = sorted((other for other in rows if edition_of(other) == edition_of(row)), key=lambda other: other.period)
    first = own[0].period if own else row.period
    found = breaks_between(row.indicator, row.definition, first, row.period, row.by)
    anew = sum(restated(before, after) for before, after in pairwise(own) if after.period <= row.period)
    return anew + sum(not entry.comparable for entry in found)


def _value(row: Row) -> Interval | None:
    if row.value is not None:
        return (row.value, row.value)
    return (row.low, row.high) if row.low is not None and row.high is not None else None


def _period_end(goal: Goal) -> float | None:
    """The end of the pact's last period as a moment; a goal of a pact without periods has no such end."""
    ends = [period.end for period in goal.pact.periods.all()]
    return _moment_of(max(ends)) if ends else None


def _moment_of(day: date) -> float:
    return day.year + (day.month - COUNTING_MONTH) / 12
