"""The first rule: a straight path from baseline to target, judged on comparable points only.

Plain values, no Django, no database: another rule can take its place. Definitions: a point is comparable with another
when basis, definition and publication edition are equal (Monitor Techniekpact restates its history every edition) and
no declared break of the indicator lies between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .intervals import Interval, Way, beats, meets
from .values import BASES, WEIGHED, Aim, Knot, Plan, Point, Ruling, State, Why, on_path

ENOUGH_POINTS = 3
ROUNDING = 0.5
"""An agreed baseline is often the rounded figure (24 for 24.3): within half a unit it is taken for it."""


def rule(plan: Plan, points: Iterable[Point]) -> Ruling:
    """The verdict on a plan: every run of comparable points is looked at, the one that weighs most decides.

    A run that could be laid beside the path weighs more than one that could not; of those the newest decides, and of
    equally new ones computed before published before own. Figures of other runs never help it; they harm it only by
    showing that a break lies between the baseline and the run.
    """
    everything = sorted(points, key=lambda point: point.at)
    if plan.baseline_at is None:
        return Ruling(State.UNKNOWN, Why.BASELINE_NOT_CHOSEN)
    if not plan.aims:
        return Ruling(State.UNKNOWN, Why.NO_TARGET)
    if not everything:
        return Ruling(State.UNKNOWN, Why.NO_FIGURES, path=_agreed_path(plan))
    return max((_judge_run(plan, run, everything) for run in _runs(everything)), key=_weight)


def _runs(points: Sequence[Point]) -> list[list[Point]]:
    """The points per kin: what may be compared with each other."""
    runs: dict[tuple[object, ...], list[Point]] = {}
    for point in points:
        runs.setdefault((*point.kin, point.stretch), []).append(point)
    return list(runs.values())


def _weight(ruling: Ruling) -> tuple[float | str, ...]:
    latest = ruling.latest
    if latest is None:
        return (0, 0, 0, 0, 0, "", "")
    kin = (BASES.index(latest.basis) if latest.basis in BASES else -1, latest.edition or "", latest.definition)
    if ruling.why in WEIGHED:
        return (1, latest.at, ruling.judged, 0, *kin)
    return (0, len({point.at for point in ruling.points}), ruling.baseline is not None, latest.at, *kin)


def _judge_run(plan: Plan, run: Sequence[Point], everything: Sequence[Point]) -> Ruling:
    assert plan.baseline_at is not None
    counted = tuple(point for point in run if point.at >= plan.baseline_at)
    baseline = _baseline(plan, run)
    why = _obstacle(plan, run, everything, baseline)
    if why is not None or baseline is None:
        return Ruling(State.UNKNOWN, why or Why.BASELINE_WITHOUT_FIGURE, counted, _agreed_path(plan), baseline)
    path = _path(plan, baseline)
    state, reason = _compare(plan, counted[-1], path, baseline)
    return Ruling(state, reason, counted, path, baseline)


def _obstacle(plan: Plan, run: Sequence[Point], everything: Sequence[Point], baseline: Interval | None) -> Why | None:
    """What keeps a run from being laid beside the path; None when nothing does."""
    assert plan.baseline_at is not None
    years = [aim.at for aim in plan.aims if aim.at is not None]
    if not years:
        return Why.NO_TARGET_YEAR
    if max(years) <= plan.baseline_at:
        return Why.BASELINE_AFTER_TARGET
    if len({point.at for point in run if point.at >= plan.baseline_at}) < ENOUGH_POINTS:
        return Why.TOO_FEW_POINTS
    if _breaks_off(plan, run, everything):
        return Why.BREAK
    if plan.baseline is not None and _unvouched(plan, run, everything):
        return Why.BASELINE_WITHOUT_FIGURE
    return Why.BASELINE_WITHOUT_FIGURE if baseline is None else None


def _baseline(plan: Plan, run: Sequence[Point]) -> Interval | None:
    if plan.baseline is not None:
        return (plan.baseline, plan.baseline)
    return next((point.value for point in run if point.at == plan.baseline_at), None)


def _breaks_off(plan: Plan, run: Sequence[Point], everything: Sequence[Point]) -> bool:
    """Whether a break lies between the baseline and this run.

    It does when figures at or before the run's start were counted otherwise (another definition, or another edition of
    the same basis), or when the agreed baseline is the figure of another definition and not this run's own.
    """
    assert plan.baseline_at is not None
    others = [point for point in everything if _counted_otherwise(point, run[0])]
    at_baseline = [point for point in run if point.at == plan.baseline_at]
    if at_baseline:
        there = [point for point in others if point.at == plan.baseline_at and point.definition != run[0].definition]
        return _holds(plan, there) and not _holds(plan, at_baseline)
    if run[0].at > plan.baseline_at:
        return any(point.at < run[0].at for point in others)
    return any(point.at == plan.baseline_at for point in others)


def _counted_otherwise(point: Point, other: Point) -> bool:
    if point.definition != other.definition:
        return True
    if point.kin == other.kin and point.stretch != other.stretch:
        return True
    return point.basis == other.basis and point.edition != other.edition


def _holds(plan: Plan, points: Iterable[Point]) -> bool:
    """Whether the agreed baseline is, but for rounding, one of these figures."""
    agreed = plan.baseline
    if agreed is None:
        return False
    return any(point.value[0] - ROUNDING <= agreed <= point.value[1] + ROUNDING for point in points)


def _unvouched(plan: Plan, run: Sequence[Point], everything: Sequence[Point]) -> bool:
    """Whether nothing tells that an agreed baseline was counted as this run: no figure of it, several definitions."""
    assert plan.baseline_at is not None
    if run[0].at <= plan.baseline_at or run[0].basis == "own":
        return False
    return len(plan.definitions | {point.definition for point in everything if point.basis != "own"}) > 1


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
