"""The first rule: a straight path from baseline to target, judged on comparable points only.

Plain values, no Django, no database: another rule can take its place. Definitions: a point is comparable with another
when basis, definition and publication edition are equal (Monitor Techniekpact restates its history every edition).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from .intervals import Interval, Way, beats, meets, mix

ENOUGH_POINTS = 3


class State(StrEnum):
    """The vocabulary of the screen."""

    ON_COURSE = "op_koers"
    PROGRESS = "vooruitgang"
    BEHIND = "achter"
    UNKNOWN = "nog_niet_te_zeggen"
    NOT_MEASURABLE = "niet_meetbaar"


class Why(StrEnum):
    """Why a state was given; the sentence is made elsewhere."""

    QUALITATIVE = "qualitative"
    UNFILLED = "unfilled"
    INCOMPLETE = "incomplete"
    BASELINE_NOT_CHOSEN = "baseline_not_chosen"
    NO_TARGET = "no_target"
    NO_FIGURES = "no_figures"
    NO_TARGET_YEAR = "no_target_year"
    BASELINE_AFTER_TARGET = "baseline_after_target"
    BASELINE_WITHOUT_FIGURE = "baseline_without_figure"
    BREAK = "break"
    TOO_FEW_POINTS = "too_few_points"
    STRADDLES_PATH = "straddles_path"
    STRADDLES_BASELINE = "straddles_baseline"
    END_GOAL_LATER = "end_goal_later"
    REACHED = "reached"
    ON_PATH = "on_path"
    BETTER_THAN_BASELINE = "better_than_baseline"
    NOT_BETTER = "not_better"
    NOT_HELD = "not_held"


@dataclass(frozen=True)
class Point:
    """One figure in time; `at` is a year with its fraction, `value` an interval (equal ends when exact)."""

    at: float
    label: str
    value: Interval
    basis: str = "computed"
    definition: str = ""
    edition: str | None = None

    @property
    def kin(self) -> tuple[str, str, str | None]:
        """Points of the same kin are comparable."""
        return (self.basis, self.definition, self.edition)


@dataclass(frozen=True)
class Aim:
    """A target: a value or a ratio to the baseline; `at` None means that no year was agreed."""

    at: float | None
    label: str
    value: float | None = None
    ratio: float | None = None


@dataclass(frozen=True)
class Plan:
    """What was agreed. `baseline` None means: take the figure of the baseline period. `period_end`: of the pact."""

    way: Way
    baseline_at: float | None
    baseline_label: str = ""
    baseline: float | None = None
    aims: tuple[Aim, ...] = ()
    end_goal: bool = False
    period_end: float | None = None


@dataclass(frozen=True)
class Knot:
    """A corner of the path."""

    at: float
    label: str
    value: Interval


@dataclass(frozen=True)
class Ruling:
    """The outcome with what it rests on; `points` are the comparable points that counted, oldest first."""

    state: State
    why: Why
    points: tuple[Point, ...] = ()
    path: tuple[Knot, ...] = field(default=())
    baseline: Interval | None = None

    @property
    def latest(self) -> Point | None:
        """The newest point that counted."""
        return self.points[-1] if self.points else None

    @property
    def asked(self) -> Interval | None:
        """What the path asks at the newest point."""
        return on_path(self.path, self.points[-1].at) if self.points and self.path else None

    @property
    def judged(self) -> bool:
        """Whether there was enough to compare with the path."""
        return self.state not in (State.UNKNOWN, State.NOT_MEASURABLE)


def rule(plan: Plan, points: Iterable[Point]) -> Ruling:
    """The verdict on a plan. Of several bases the one judged on the newest point wins, computed before published."""
    everything = sorted(points, key=lambda point: point.at)
    if plan.baseline_at is None:
        return Ruling(State.UNKNOWN, Why.BASELINE_NOT_CHOSEN)
    if not plan.aims:
        return Ruling(State.UNKNOWN, Why.NO_TARGET)
    runs = _newest_runs(everything)
    if not runs:
        return Ruling(State.UNKNOWN, Why.NO_FIGURES, path=_agreed_path(plan))
    rulings = [_judge_run(plan, run, everything) for run in runs]
    return max(rulings, key=lambda ruling: (ruling.judged, ruling.latest is not None, _newest(ruling)))


def on_path(path: Sequence[Knot], at: float) -> Interval:
    """What the path asks at a moment: straight between knots, level before the first and after the last."""
    for left, right in pairwise(path):
        if left.at <= at < right.at:
            return mix(left.value, right.value, (at - left.at) / (right.at - left.at))
    return path[0].value if at < path[0].at else path[-1].value


def _newest(ruling: Ruling) -> float:
    return ruling.points[-1].at if ruling.points else float("-inf")


def _newest_runs(points: Sequence[Point]) -> list[list[Point]]:
    """Per basis the comparable points that include the newest one; a newer edition wins at the same moment."""
    runs = []
    for basis in ("computed", "published", "own"):
        own = [point for point in points if point.basis == basis]
        if own:
            newest = max(own, key=lambda point: (point.at, point.edition or "", point.definition))
            runs.append([point for point in own if point.kin == newest.kin])
    return runs


def _judge_run(plan: Plan, run: Sequence[Point], everything: Sequence[Point]) -> Ruling:
    assert plan.baseline_at is not None
    counted = tuple(point for point in run if point.at >= plan.baseline_at)
    baseline = _baseline(plan, run)
    if _breaks_off(plan, run, everything):
        return Ruling(State.UNKNOWN, Why.BREAK, counted, baseline=baseline)
    if baseline is None:
        return Ruling(State.UNKNOWN, Why.BASELINE_WITHOUT_FIGURE, counted)
    path = _path(plan, baseline)
    if len(path) < 2:
        dated = any(aim.at is not None for aim in plan.aims)
        why = Why.BASELINE_AFTER_TARGET if dated else Why.NO_TARGET_YEAR
        return Ruling(State.UNKNOWN, why, counted, (), baseline)
    if len({point.at for point in counted}) < ENOUGH_POINTS:
        return Ruling(State.UNKNOWN, Why.TOO_FEW_POINTS, counted, path, baseline)
    state, why = _compare(plan, counted[-1], path, baseline)
    return Ruling(state, why, counted, path, baseline)


def _baseline(plan: Plan, run: Sequence[Point]) -> Interval | None:
    if plan.baseline is not None:
        return (plan.baseline, plan.baseline)
    return next((point.value for point in run if point.at == plan.baseline_at), None)


def _breaks_off(plan: Plan, run: Sequence[Point], everything: Sequence[Point]) -> bool:
    """Whether the baseline lies on the far side of a break: other points of this basis reach it, this run does not."""
    assert plan.baseline_at is not None
    if run[0].at <= plan.baseline_at:
        return False
    return any(point.at <= plan.baseline_at and point.basis == run[0].basis for point in everything)


def _path(plan: Plan, baseline: Interval) -> tuple[Knot, ...]:
    assert plan.baseline_at is not None
    knots = [Knot(plan.baseline_at, plan.baseline_label, baseline)]
    knots += [
        Knot(aim.at, aim.label, _asked(aim, baseline))
        for aim in plan.aims
        if aim.at is not None and aim.at > plan.baseline_at
    ]
    return tuple(sorted(knots, key=lambda knot: knot.at))


def _asked(aim: Aim, baseline: Interval) -> Interval:
    if aim.value is not None:
        return (aim.value, aim.value)
    ratio = aim.ratio or 0.0
    return (ratio * baseline[0], ratio * baseline[1])


def _agreed_path(plan: Plan) -> tuple[Knot, ...]:
    """The path that stands without any figure, when the baseline was agreed as a number."""
    if plan.baseline is None:
        return ()
    path = _path(plan, (plan.baseline, plan.baseline))
    return path if len(path) > 1 else ()


def _compare(plan: Plan, latest: Point, path: Sequence[Knot], baseline: Interval) -> tuple[State, Why]:
    at_the_end = meets(latest.value, path[-1].value, plan.way)
    if at_the_end:
        return State.ON_COURSE, Why.REACHED
    now = meets(latest.value, on_path(path, latest.at), plan.way)
    if now:
        return State.ON_COURSE, Why.ON_PATH
    if at_the_end is None or now is None:
        return State.UNKNOWN, Why.STRADDLES_PATH
    return _short_of_path(plan, latest, path, baseline)


def _short_of_path(plan: Plan, latest: Point, path: Sequence[Knot], baseline: Interval) -> tuple[State, Why]:
    if plan.way == Way.HOLD:
        return State.BEHIND, Why.NOT_HELD
    better = beats(latest.value, baseline, plan.way)
    if better:
        return State.PROGRESS, Why.BETTER_THAN_BASELINE
    if better is None:
        return State.UNKNOWN, Why.STRADDLES_BASELINE
    if _not_due_yet(plan, path):
        return State.UNKNOWN, Why.END_GOAL_LATER
    return State.BEHIND, Why.NOT_BETTER


def _not_due_yet(plan: Plan, path: Sequence[Knot]) -> bool:
    """An end goal beyond the pact's period without an interim target in it (inventory A156)."""
    if not plan.end_goal or plan.period_end is None:
        return False
    return all(knot.at > plan.period_end for knot in path[1:])
