"""A negative binomial fitted by EM to counts of which the small ones are known by their range only.

E-step: every hidden cell is spread over its range by the current distribution, and where noughts are not stored the
number of them is expected from it. M-step: the mean is that of the completed counts, the size (dispersion) the root of
the score. The fixed point maximises the likelihood of what is shown (quant.md 2.5: interval-censored cells).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import gammaln, psi

from pactwerk.figures.estimating.cells import Cells

Numbers = NDArray[np.float64]

_MOST_ROUNDS = 2000
_CLOSE = 1e-6
_SIZES = (-4.0, 9.0)
"""Log of the smallest and largest size: at e^9 the distribution is a Poisson one for every count that occurs."""


@dataclass(frozen=True)
class Fitted:
    """The fitted distribution of one class and what it says of a hidden cell."""

    mean: float
    size: float
    low: int
    high: int

    @property
    def weights(self) -> Numbers:
        """The chance of every count from `low` to `high`, given that a cell lies there."""
        chances = np.exp(_log_chances(np.arange(self.low, self.high + 1, dtype=float), self.mean, self.size))
        return np.asarray(chances / chances.sum(), dtype=np.float64)

    @property
    def expected(self) -> float:
        """The expected count of a hidden cell."""
        return float(self.weights @ np.arange(self.low, self.high + 1))

    @property
    def variance(self) -> float:
        """The variance of a hidden cell."""
        counts = np.arange(self.low, self.high + 1)
        return float(self.weights @ counts**2 - self.expected**2)


def fit(cells: Cells) -> Fitted:
    """The distribution of a class of cells. Raises TooFewCells."""
    cells.check()
    counts = np.array(sorted({0, *cells.exact, *range(cells.low, cells.high + 1)}), dtype=float)
    shown = np.array([cells.exact.get(int(count), 0) for count in counts], dtype=float)
    if not cells.zeros:
        shown[0] = 0.0
    hidden = (counts >= cells.low) & (counts <= cells.high)
    completed = shown + np.where(hidden, cells.hidden / hidden.sum(), 0.0)
    mean, size, last = 0.0, 1.0, -1.0
    for _ in range(_MOST_ROUNDS):
        mean = float(counts @ completed / completed.sum())
        size = _size(counts, completed, mean)
        found = Fitted(mean, size, cells.low, cells.high)
        if abs(found.expected - last) < _CLOSE:
            break
        last = found.expected
        completed = shown + _spread(cells, counts, hidden, mean, size)
    return Fitted(mean, size, cells.low, cells.high)


def _spread(cells: Cells, counts: Numbers, hidden: NDArray[np.bool_], mean: float, size: float) -> Numbers:
    """The E-step: hidden cells over their range and, where they are not stored, the noughts that must be there."""
    chances = np.exp(_log_chances(counts, mean, size))
    inside = np.where(hidden, chances, 0.0)
    spread = cells.hidden * inside / inside.sum()
    if not cells.zeros:
        stored = cells.hidden + sum(times for count, times in cells.exact.items() if count)
        spread[0] += stored * chances[0] / (1.0 - chances[0])
    return np.asarray(spread, dtype=np.float64)


def _log_chances(counts: Numbers, mean: float, size: float) -> Numbers:
    return np.asarray(
        gammaln(counts + size) - gammaln(size) - gammaln(counts + 1)
        + size * np.log(size / (size + mean)) + counts * np.log(mean / (size + mean)),
        dtype=np.float64,
    )  # fmt: skip


def _size(counts: Numbers, weights: Numbers, mean: float) -> float:
    """The size that maximises the likelihood of completed counts; the largest one where they spread like Poisson."""
    total = weights.sum()

    def score(log_size: float) -> float:
        size = np.exp(log_size)
        return float(weights @ (psi(counts + size) - psi(size)) + total * (log_size - np.log(size + mean)))

    first, last = _SIZES
    if score(last) >= 0 or score(first) <= 0:
        return float(np.exp(last if score(last) >= 0 else first))
    return float(np.exp(brentq(score, first, last, xtol=1e-6)))
