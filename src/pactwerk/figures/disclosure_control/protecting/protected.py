"""A count of persons as it may be shown: a multiple of ten with the interval that holds the exact count."""

from collections.abc import Iterable
from dataclasses import InitVar, dataclass

from pactwerk.figures.disclosure_control.row import NotPublishable

BASE = 10
"""Counts are shown as multiples of this; CBS rounds its table of passages 71894ned to the same."""
MARGIN = BASE - 1
"""A count that was rounded itself lies less than `BASE` from what is shown, on either side."""

_MAKER = object()


@dataclass(frozen=True)
class Protected:
    """What is shown of a count: `value` is a multiple of ten, the exact count lies within `low`..`high`.

    A value of 0 stands for any count below ten, nobody included. Only `protecting` makes one.
    """

    value: int
    low: int
    high: int
    maker: InitVar[object] = None

    def __post_init__(self, maker: object) -> None:
        if maker is not _MAKER:
            raise NotPublishable("Een beschermd aantal komt alleen uit disclosure_control.protecting.")

    @property
    def hidden(self) -> bool:
        """Whether nothing is told but that fewer than ten may be meant."""
        return self.value == 0

    def __add__(self, other: "Protected") -> "Protected":
        """Two counts of other persons together; the intervals add up."""
        return Protected(self.value + other.value, self.low + other.low, self.high + other.high, _MAKER)


@dataclass(frozen=True)
class Share:
    """A share in percent of protected counts; `value` is None when the part or the whole is shown as 0."""

    value: float | None
    low: float
    high: float
    part: Protected
    whole: Protected


def shown(value: int) -> Protected:
    """A count that was rounded to this value. Raises ValueError for what is no rounded count."""
    if value < 0 or value % BASE:
        raise ValueError(value)
    return Protected(value, max(0, value - MARGIN), value + MARGIN, _MAKER)


def stored(value: int, low: int, high: int) -> Protected:
    """A protected count as it was kept. Raises ValueError when it is sharper than any rounding leaves it."""
    if value < 0 or value % BASE or low > max(0, value - MARGIN) or high < value + MARGIN or low < 0:
        raise ValueError((value, low, high))
    return Protected(value, low, high, _MAKER)


def total(parts: Iterable[Protected]) -> Protected:
    """Counts of different persons added up: the value, and the interval that is certain. No parts: nobody, exactly."""
    return sum(parts, Protected(0, 0, 0, _MAKER))


def share(part: Protected, rest: Protected) -> Share:
    """The part in percent of part and rest together; an exact count is nowhere in it.

    `part` and `rest` hold different persons. The interval holds every share that the two intervals allow.
    """
    whole = part + rest
    value = 100 * part.value / whole.value if part.value and whole.value else None
    low = 100 * part.low / (part.low + rest.high) if part.low else 0.0
    high = 100 * part.high / (part.high + rest.low) if part.high else 100.0
    return Share(value, low, high, part, whole)
