"""Shares of protected counts, and how sure a share is: bounds of the rounding, and an interval of 95 percent.

Wilson's interval, because Newcombe's interval of a difference is built from it, so that a share and a difference never
contradict each other, and because it holds its 95 percent also for few pupils and shares near 0 or 100 (Brown, Cai and
DasGupta, Statistical Science 16, 2001; Newcombe, Statistics in Medicine 17, 1998, method 10). It takes the pupils of
one year as one outcome of a process that could have gone otherwise. The rounding is in it: it is as wide as the widest
interval of all counts that the rounding allows, so it is never sharper than what may be told.
"""

from dataclasses import dataclass
from math import sqrt

from pactwerk.figures.disclosure_control.protecting import Protected, Share

CONFIDENCE = 0.95


def share_of(part: Protected, whole: Protected) -> Share:
    """The part in percent of a whole that it lies in. The bounds hold every share that both intervals allow."""
    value = 100 * part.value / whole.value if part.value and whole.value else None
    low = 100 * part.low / whole.high if part.low else 0.0
    high = min(100.0, 100 * part.high / whole.low) if whole.low else 100.0
    return Share(None if value is None else min(value, 100.0), low, high, part, whole)


def wilson(count: int, of: int) -> tuple[float, float]:
    """Wilson's interval of a share, 0 to 1. Nothing is known of a share of nobody."""
    if of == 0:
        return 0.0, 1.0
    from scipy.stats import binomtest  # half a second to import, for who asks an interval only

    found = binomtest(min(count, of), of).proportion_ci(CONFIDENCE, method="wilson")
    return float(found.low), float(found.high)


@dataclass(frozen=True)
class _End:
    """One end of what the rounding allows: the share itself and Wilson's interval there, 0 to 1."""

    share: float
    low: float
    high: float


def _end(count: int, of: int) -> _End:
    low, high = wilson(count, of)
    return _End(min(1.0, count / of) if of else 0.5, low, high)


def _ends(share: Share) -> tuple[_End, _End]:
    """Of fewest of most, and of most of fewest: shares and limits lie between these."""
    part, whole = share.part, share.whole
    least = _end(part.low, max(part.low, whole.high))
    return least, _end(part.high, max(part.high, whole.low))


def interval(share: Share) -> Share:
    """The share with its interval of 95 percent, rounding and chance together, in percent."""
    least, most = _ends(share)
    low, high = min(least.low, most.low), max(least.high, most.high)
    return Share(share.value, min(100 * low, share.low), max(100 * high, share.high), share.part, share.whole)


@dataclass(frozen=True)
class Difference:
    """Later share less earlier share in percentage points; None where one of both is hidden. Bounds of 95 percent."""

    value: float | None
    low: float
    high: float

    @property
    def says_something(self) -> bool:
        """Whether no difference at all lies outside the bounds."""
        return self.low > 0 or self.high < 0


def difference(earlier: Share, later: Share) -> Difference:
    """Newcombe's interval of the difference between two groups of different pupils, as wide as the rounding asks."""
    value = None if earlier.value is None or later.value is None else later.value - earlier.value
    before, after = _ends(earlier), _ends(later)
    lows = [_newcombe(one, other)[0] for one in before for other in after]
    highs = [_newcombe(one, other)[1] for one in before for other in after]
    return Difference(value, max(-100.0, 100 * min(lows)), min(100.0, 100 * max(highs)))


def _newcombe(before: _End, after: _End) -> tuple[float, float]:
    gap = after.share - before.share
    down = sqrt((after.share - after.low) ** 2 + (before.high - before.share) ** 2)
    up = sqrt((after.high - after.share) ** 2 + (before.share - before.low) ** 2)
    return gap - down, gap + up
