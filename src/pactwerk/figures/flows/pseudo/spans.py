"""Two stocks that may be known as intervals, and what can be said of the one beside the other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A count between two bounds, both included; equal when it is exact."""

    low: int
    high: int

    @property
    def value(self) -> int | None:
        """The count when it is exact."""
        return self.low if self.low == self.high else None

    @property
    def nothing(self) -> bool:
        """Whether it is 0 for certain."""
        return self.high == 0


NOUGHT = Span(0, 0)


def shared(before: Span, after: Span) -> Span:
    """As many as stand in both stocks: the smaller of the two."""
    return Span(min(before.low, after.low), min(before.high, after.high))


def surplus(more: Span, less: Span) -> Span:
    """By how much the first stock is larger; 0 where it is smaller."""
    return Span(max(0, more.low - less.high), max(0, more.high - less.low))
