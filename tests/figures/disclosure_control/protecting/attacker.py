"""Somebody who knows every published interval and every relation, and solves for one cell: with linear programming.

Written apart from the protection: it knows tables as sets of cells with bounds, and nothing of how they were rounded.
"""

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from scipy.optimize import linprog

C = TypeVar("C", bound=Hashable)


@dataclass(frozen=True)
class Known(Generic[C]):
    """What was published: these cells (with their signs) add up to a number within the bounds."""

    cells: Mapping[C, int]
    low: float
    high: float


def sum_of(cells: Iterable[C], low: float, high: float) -> Known[C]:
    """A published sum."""
    return Known(dict.fromkeys(cells, 1), low, high)


def attack(cells: Sequence[C], known: Sequence[Known[C]]) -> dict[C, tuple[int, int]]:
    """The whole numbers that each cell can still be, at least and at most. Counts of persons are not negative."""
    place = {cell: number for number, cell in enumerate(cells)}
    rows, limits = [], []
    for fact in known:
        row = [0.0] * len(cells)
        for cell, sign in fact.cells.items():
            row[place[cell]] = sign
        rows += [row, [-value for value in row]]
        limits += [fact.high, -fact.low]
    return {cell: (_least(place[cell], 1, rows, limits), -_least(place[cell], -1, rows, limits)) for cell in cells}


def _least(cell: int, sign: int, rows: list[list[float]], limits: list[float]) -> int:
    goal = [0.0] * len(rows[0])
    goal[cell] = sign
    solved = linprog(goal, A_ub=rows, b_ub=limits, bounds=(0, None), method="highs")
    assert solved.status in {0, 3}, solved.message
    return -(10**9) if solved.status == 3 else math.ceil(solved.fun - 1e-6)
