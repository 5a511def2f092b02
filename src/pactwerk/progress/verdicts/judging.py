"""The verdict on a goal: what was agreed, what the figures say, and why."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pactwerk.domain.pact.models import Goal, GoalKind
from pactwerk.domain.pact.queries import goal_gaps, part_label
from pactwerk.figures.disclosure_control import PublishableTable, Row, edition_of, open_own_figures
from pactwerk.progress.figure_refs import ref_of_goal, resolve

from . import sentences
from .growth import percent_per_year, points_per_year
from .planning import SHARES, plan_of, points_of
from .rule import rule
from .values import Aim, Knot, Plan, Point, Ruling, State, Why, on_path

UNMEASURABLE_WITHOUT = frozenset({"indicator", "gebied", "eenheid", "streefwaarde"})


@dataclass(frozen=True)
class Verdict:
    """A state, the reason in a sentence, and what it rests on.

    `path` holds (period, value) in the goal's unit, oldest first, empty where there is no exact path. `required_growth`
    is per year, in `growth_unit` ("%" or "procentpunt"), from the newest comparable figure (`growth_from`, else the
    baseline) to the target (`growth_to`). `counted` are the periods that counted, `newest` the newest
    row that counted.
    """

    state: State
    reason: str
    path: tuple[tuple[str, float], ...]
    points: PublishableTable
    required_growth: float | None
    example: bool
    growth_unit: str = "%"
    growth_from: str = ""
    growth_to: str = ""
    why: Why = Why.NO_FIGURES
    counted: tuple[str, ...] = ()
    newest: Row | None = None

    @property
    def label(self) -> str:
        """The words of the vocabulary on the screen."""
        return state_label(self.state)


def state_label(state: State) -> str:
    """The words on the screen for a state."""
    return {
        State.ON_COURSE: _("op koers"),
        State.PROGRESS: _("vooruitgang"),
        State.BEHIND: _("achter"),
        State.UNKNOWN: _("nog niet te zeggen"),
        State.NOT_MEASURABLE: _("niet meetbaar"),
    }[state]


def judge(goal: Goal) -> Verdict:
    """The verdict on a goal by the rule of `rule.py`.

    Reads targets, own figures and the pact's periods of the goal; load it through `goals_of` or `goal_by_number` and no
    further database query is made.
    """
    why = _unmeasurable(goal)
    if why is not None:
        return _no_measure(goal, why)
    table = resolve(ref_of_goal(goal))
    plan = plan_of(goal)
    points = points_of(goal, table)
    ruling = rule(plan, points)
    growth, growth_from, growth_to = _growth(goal, plan, ruling)
    return Verdict(
        state=ruling.state,
        reason=_reason(goal, ruling, plan, points),
        path=_drawn(ruling, points),
        points=table,
        required_growth=growth,
        example=goal.pact.example or table.example,
        growth_unit="procentpunt" if goal.unit in SHARES else "%",
        growth_from=growth_from,
        growth_to=growth_to,
        why=ruling.why,
        counted=tuple(point.label for point in ruling.points),
        newest=_newest_row(table, ruling.latest),
    )


def _unmeasurable(goal: Goal) -> Why | None:
    if goal.kind == GoalKind.QUALITATIVE:
        return Why.QUALITATIVE
    if goal.kind == GoalKind.UNFILLED:
        return Why.UNFILLED
    return Why.INCOMPLETE if UNMEASURABLE_WITHOUT & set(goal_gaps(goal)) else None


def _no_measure(goal: Goal, why: Why) -> Verdict:
    missing = ", ".join(part_label(part) for part in goal_gaps(goal))
    return Verdict(
        state=State.NOT_MEASURABLE,
        reason=sentences.without_figures(why, missing=missing),
        path=(),
        points=open_own_figures(()) if not goal.indicator_code else resolve(ref_of_goal(goal)),
        required_growth=None,
        example=goal.pact.example,
        why=why,
    )


def _reason(goal: Goal, ruling: Ruling, plan: Plan, points: list[Point]) -> str:
    if ruling.why in (Why.BASELINE_NOT_CHOSEN, Why.NO_TARGET, Why.NO_FIGURES):
        return sentences.without_figures(ruling.why, area_code=goal.area_code)
    text = sentences.reason(ruling, plan, goal.unit)
    newer = _newer(ruling, points)
    return f"{text} {sentences.newer_elsewhere(newer)}" if newer else text


def _newer(ruling: Ruling, points: list[Point]) -> Point | None:
    """The newest point that is later than everything that counted, when there is one."""
    latest = ruling.latest
    if latest is None or not points:
        return None
    newest = max(points, key=lambda point: point.at)
    return newest if newest.at > latest.at else None


def _newest_row(table: PublishableTable, latest: Point | None) -> Row | None:
    """The row of the table behind the newest point that counted."""
    if latest is None:
        return None
    rows: dict[tuple[str, str, str, str | None], Row] = {
        (row.period, row.basis, *edition_of(row)): row for row in table
    }
    return rows.get((latest.label, *latest.kin))


def _drawn(ruling: Ruling, points: list[Point]) -> tuple[tuple[str, float], ...]:
    """The path at its corners and at every figure between them; nothing where a corner is known by bounds only."""
    path = ruling.path
    if len(path) < 2 or any(knot.value[0] != knot.value[1] for knot in path):
        return ()
    corners = {knot.at: (knot.label, knot.value[0]) for knot in path}
    between = {point.at: point for point in points if path[0].at < point.at < path[-1].at}
    steps = {at: (point.label, on_path(path, at)[0]) for at, point in between.items()}
    return tuple(step for _at, step in sorted((steps | corners).items()))


def _growth(goal: Goal, plan: Plan, ruling: Ruling) -> tuple[float | None, str, str]:
    """Growth per year and between which periods; nothing when reached, or where an end is missing or only bounded."""
    if ruling.why == Why.REACHED:
        return None, "", ""
    start, final = _start(plan, ruling), _final(plan, ruling)
    if start is None or final is None or start.value[0] != start.value[1] or final.value[0] != final.value[1]:
        return None, "", ""
    per_year = points_per_year if goal.unit in SHARES else percent_per_year
    return per_year(start.value[0], final.value[0], final.at - start.at), start.label, final.label


def _start(plan: Plan, ruling: Ruling) -> Knot | None:
    """Where growth starts: the newest comparable figure, else the baseline; a ratio alone starts at one."""
    if ruling.latest is not None:
        return Knot(ruling.latest.at, ruling.latest.label, ruling.latest.value)
    if plan.baseline_at is None:
        return None
    start = plan.baseline if plan.baseline is not None else 1.0
    return Knot(plan.baseline_at, plan.baseline_label, (start, start))


def _final(plan: Plan, ruling: Ruling) -> Knot | None:
    if len(ruling.path) > 1:
        return ruling.path[-1]
    dated = [aim for aim in plan.aims if aim.at is not None]
    if not dated or ruling.latest is not None or plan.baseline is not None:
        return None
    last: Aim = max(dated, key=lambda aim: aim.at or 0.0)
    return Knot(last.at or 0.0, last.label, (last.ratio, last.ratio)) if last.ratio else None
