"""Estimates of sums and shares with their interval, rounded to what the interval allows, refused where too small."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pactwerk.figures.estimating.censored import Fitted

MARK = "schatting"
"""The status of every estimated figure, on screen and in downloads."""
SMALLEST = 5
"""No estimate below this count is shown, nor one whose complement is (reliability 4.3.2, quant 2.5)."""
FEWEST_HIDDEN = 2
"""An estimate over one hidden cell would be an estimate of that cell."""
_NORMAL_95 = 1.96


@dataclass(frozen=True)
class Estimate:
    """A value with its 95 % interval; `hidden` cells were estimated. Equal ends: nothing was hidden."""

    value: float
    low: float
    high: float
    hidden: int

    @property
    def exact(self) -> bool:
        """Whether nothing had to be estimated."""
        return self.hidden == 0


@dataclass(frozen=True)
class Part:
    """The cells of one class that are summed: the shown ones together, and how many hidden ones there are."""

    shown: int
    hidden: int
    fitted: Fitted | None

    def moments(self) -> tuple[float, float]:
        """Expected sum and variance. Raises ValueError where hidden cells have no distribution."""
        if not self.hidden:
            return float(self.shown), 0.0
        if self.fitted is None:
            raise ValueError("verborgen cellen zonder verdeling")
        return self.shown + self.hidden * self.fitted.expected, self.hidden * self.fitted.variance

    def bounds(self) -> tuple[int, int]:
        """What the publisher's own cells allow."""
        if self.fitted is None:
            return self.shown, self.shown
        return self.shown + self.hidden * self.fitted.low, self.shown + self.hidden * self.fitted.high


def estimated_sum(parts: Sequence[Part]) -> Estimate:
    """The sum of cells of several classes; the interval never leaves what the publisher's cells allow."""
    value, variance = (sum(numbers) for numbers in zip(*(part.moments() for part in parts), strict=True))
    low, high = (sum(ends) for ends in zip(*(part.bounds() for part in parts), strict=True))
    return _within(value, math.sqrt(variance), low, high, sum(part.hidden for part in parts))


def estimated_share(counted: Sequence[Part], rest: Sequence[Part]) -> Estimate:
    """Percentage of the counted cells among all; variance by the delta method, counted and rest being independent."""
    top, remainder = estimated_sum(counted), estimated_sum(rest)
    whole = top.value + remainder.value
    spread = sum(part.moments()[1] for part in counted), sum(part.moments()[1] for part in rest)
    error = math.sqrt(remainder.value**2 * spread[0] + top.value**2 * spread[1]) / whole**2
    first, last = _ends(counted), _ends(rest)
    bounds = first[0] / (first[0] + last[1]), first[1] / (first[1] + last[0])
    return _within(
        100 * top.value / whole, 100 * error, 100 * bounds[0], 100 * bounds[1], top.hidden + remainder.hidden
    )


def _ends(parts: Sequence[Part]) -> tuple[int, int]:
    low, high = zip(*(part.bounds() for part in parts), strict=True)
    return sum(low), sum(high)


def _within(value: float, error: float, low: float, high: float, hidden: int) -> Estimate:
    reach = _NORMAL_95 * error
    return Estimate(value, max(low, value - reach), min(high, value + reach), hidden)


def shown(estimate: Estimate, count: float, complement: float | None = None) -> Estimate | None:
    """The estimate as it may be shown: rounded no finer than its interval; None where it is too small or of one cell.

    `count` is the estimated count behind the figure (of a share its numerator), `complement` what is left of the whole.
    """
    if estimate.exact:
        return estimate
    if estimate.hidden < FEWEST_HIDDEN or count < SMALLEST or (complement is not None and complement < SMALLEST):
        return None
    step = _step((estimate.high - estimate.low) / 2)
    return Estimate(
        round(estimate.value / step) * step,
        math.floor(estimate.low / step + 1e-9) * step,
        math.ceil(estimate.high / step - 1e-9) * step,
        estimate.hidden,
    )


def _step(reach: float) -> float:
    """The decimal place of the interval's half width: 12 gives 10, 3 gives 1, 0.4 gives 0.1; not finer than 0.1."""
    if reach <= 0:
        return 0.1
    return float(10.0 ** max(-1, math.floor(math.log10(reach))))
