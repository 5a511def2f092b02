"""A value that holds from a day on, with the reference that says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Dated(Generic[T]):
    """One value, the day from which it holds (None: always), the day it ends (exclusive) and its citation."""

    value: T
    valid_from: date | None
    reference: str
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the value holds on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)


def value_on(values: Iterable[Dated[T]], day: date) -> Dated[T] | None:
    """The value that holds on a day: of those that do, the one that began last; None when none does."""
    holding = [value for value in values if value.holds_on(day)]
    return max(holding, key=lambda value: value.valid_from or date.min, default=None)
