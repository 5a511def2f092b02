"""Shares and differences of figures of a flow, as bounds: whatever was hidden stays as wide as it was.

Everything here is worked out from figures that already passed the gate, so it can tell nothing that they do not.
"""

from dataclasses import dataclass

from pactwerk.figures.disclosure_control import Row, comparable


@dataclass(frozen=True, order=True)
class Bounds:
    """The least and the most that a number can be; equal where it is exact."""

    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Whether the number is known."""
        return self.low == self.high


def bounds_of(row: Row) -> Bounds | None:
    """What is known of a figure: its interval where it has one, else its value; None where it has neither."""
    if row.low is not None and row.high is not None:
        return Bounds(row.low, row.high)
    return None if row.value is None else Bounds(row.value, row.value)


def share(part: Row, whole: Row) -> Bounds | None:
    """Percentage that a link makes of the state it leaves, 0 to 100; None where the state may be empty.

    Also None where the two were counted by another definition or edition, or the part is certainly more than the
    whole: then it is no part of it (the links of a pseudo-cohort may count more than the stock they stand beside).
    """
    inside, around = bounds_of(part), bounds_of(whole)
    if inside is None or around is None or around.low <= 0 or inside.low > around.high:
        return None
    if (part.definition, part.unit) != (whole.definition, whole.unit):
        return None
    return Bounds(100 * inside.low / around.high, min(100 * inside.high / around.low, 100.0))


def difference(first: Bounds | None, second: Bounds | None) -> Bounds | None:
    """Second minus first; None where either is not known."""
    if first is None or second is None:
        return None
    return Bounds(second.low - first.high, second.high - first.low)


def may_be_compared(first: Row, second: Row) -> bool:
    """Whether a difference means anything: one unit, one definition and edition, and no break between the two.

    The edition of a computed figure may differ as long as neither file restates the other.
    """
    earlier, later = sorted((first, second), key=lambda row: row.period)
    return first.unit == second.unit and first.basis == second.basis and comparable(earlier, later)
