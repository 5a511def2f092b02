"""The plain values the rule works on: what was agreed, the points, the path, the ruling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from .intervals import Interval, Way, mix


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


WEIGHED = frozenset(
    {
        *(Why.STRADDLES_PATH, Why.STRADDLES_BASELINE, Why.END_GOAL_LATER),
        *(Why.REACHED, Why.ON_PATH, Why.BETTER_THAN_BASELINE, Why.NOT_BETTER, Why.NOT_HELD),
    }
)
"""The reasons that came from laying points beside the path."""

BASES = ("own", "published", "computed")


@dataclass(frozen=True)
class Point:
    """One figure in time; `at` is a year with its fraction, `value` an interval (equal ends when exact).

    `stretch` counts the breaks of its series before it: figures of two stretches are never laid together.
    """

    at: float
    label: str
    value: Interval
    basis: str = "computed"
    definition: str = ""
    edition: str | None = None
    stretch: int = 0

    @property
    def kin(self) -> tuple[str, str, str | None]:
        """What the point is counted by; points of the same kin and stretch are comparable."""
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
    """What was agreed. `baseline` None means: take the figure of the baseline period. `period_end`: of the pact.

    `definitions`: by which the indicator may be counted here; one only when the goal names it.
    """

    way: Way
    baseline_at: float | None
    baseline_label: str = ""
    baseline: float | None = None
    aims: tuple[Aim, ...] = ()
    end_goal: bool = False
    period_end: float | None = None
    definitions: frozenset[str] = frozenset()


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
    path: tuple[Knot, ...] = ()
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


def on_path(path: Sequence[Knot], at: float) -> Interval:
    """What the path asks at a moment: straight between knots, level before the first and after the last."""
    for left, right in pairwise(path):
        if left.at <= at < right.at:
            return mix(left.value, right.value, (at - left.at) / (right.at - left.at))
    return path[0].value if at < path[0].at else path[-1].value
