"""The cells of one class: what the publisher shows exactly, and how many it hid between two bounds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

FEWEST_CELLS = 30
"""Under this many cells of a class no distribution is fitted: the estimate would be the model, not the data."""
FEWEST_SHOWN = 10
"""Of these at least so many must be shown and above the hidden range: they alone fix the tail."""


class TooFewCells(ValueError):
    """A class has too few cells, or too few shown ones, to estimate the hidden ones from."""


@dataclass(frozen=True)
class Cells:
    """`exact` holds how often each shown count occurs; `hidden` cells lie in `low`..`high`.

    `zeros` says whether counts of nought are among the shown ones; a table that does not store them has none to show,
    and the distribution is then fitted to counts from one up.
    """

    exact: Mapping[int, int]
    hidden: int
    low: int = 1
    high: int = 4
    zeros: bool = False

    @classmethod
    def of(cls, bounds: Iterable[tuple[int, int]], *, low: int = 1, high: int = 4, zeros: bool = False) -> "Cells":
        """Cells from their bounds: equal ones are exact, the others hidden. Raises ValueError for another range."""
        exact: Counter[int] = Counter()
        hidden = 0
        for first, last in bounds:
            if first == last:
                exact[first] += 1
            elif (first, last) == (low, high):
                hidden += 1
            else:
                raise ValueError(f"een cel van {first} tot {last} hoort niet bij {low} tot {high}")
        return cls(dict(exact), hidden, low, high, zeros)

    @property
    def shown(self) -> int:
        """How many cells are shown and lie above the hidden range."""
        return sum(times for count, times in self.exact.items() if count > self.high)

    def check(self) -> None:
        """Raise TooFewCells where a fit would say more about the model than about the cells."""
        if self.hidden + sum(self.exact.values()) < FEWEST_CELLS or self.shown < FEWEST_SHOWN:
            raise TooFewCells(f"{self.hidden} verborgen en {self.shown} getoonde cellen")
