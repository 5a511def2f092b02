"""Counts of persons rounded together, and what may be asked of them."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from pactwerk.figures.disclosure_control.protecting.protected import Protected, shown
from pactwerk.figures.disclosure_control.protecting.rounding import Path, additive_rounding, sums

Cell = tuple[Any, ...]


class ProtectedCounts:
    """The protected counts of a table and of the totals of its two families.

    A cell or a total that nobody is in answers as one with fewer than ten: absence is not told apart.
    """

    def __init__(self, cells: Mapping[Cell, int], first: Mapping[Path, int], second: Mapping[Path, int]) -> None:
        """From rounded values; see `protected_counts`."""
        self._cells, self._first, self._second = cells, first, second

    def cell(self, *key: Hashable) -> Protected:
        """One cell, by its key."""
        return shown(self._cells.get(key, 0))

    def first(self, *prefix: Hashable) -> Protected:
        """The total of all cells whose path in the first family begins so; without anything the grand total."""
        return self._total(self._first, prefix)

    def second(self, *prefix: Hashable) -> Protected:
        """The same in the second family."""
        return self._total(self._second, prefix)

    @staticmethod
    def _total(family: Mapping[Path, int], prefix: Path) -> Protected:
        if not prefix and prefix not in family and family:
            raise KeyError("there is no grand total: add up the parts")
        return shown(family.get(prefix, 0))

    @staticmethod
    def nobody() -> Protected:
        """What is shown where fewer than ten are, or nobody."""
        return shown(0)

    def firsts(self) -> Mapping[Path, Protected]:
        """Every total of the first family that is not shown as 0."""
        return {prefix: shown(value) for prefix, value in self._first.items() if value}

    def seconds(self) -> Mapping[Path, Protected]:
        """Every total of the second family that is not shown as 0."""
        return {prefix: shown(value) for prefix, value in self._second.items() if value}


def _backwards(cell: Cell) -> Path:
    return cell[::-1]


def protected_counts(
    counts: Mapping[Cell, int],
    secret: bytes,
    *,
    first: Callable[[Cell], Path] = tuple,
    second: Callable[[Cell], Path] = _backwards,
    apart: bool = False,
) -> ProtectedCounts:
    """Round counts of persons (every person in at most one cell) so that cells and two families of totals fit.

    `first` and `second` give the path of a cell: its totals from coarse to fine. Without them the totals are those of
    the first part of the key, of the first two, and so on, and of the last part, the last two: of a table
    (source, target) that is every margin. With `apart` all paths of a cell have their first step in common and there
    is no grand total. Any other total is the sum of shown parts (`total`), never rounded from the exact counts.
    Raises NotProtected.
    """
    keys = list(counts)
    families = [[path(key) for key in keys] for path in (first, second)]
    rounded = additive_rounding(keys, [counts[key] for key in keys], families, secret, apart=apart)
    totals = [sums(paths, rounded, grand=not apart) for paths in families]
    return ProtectedCounts(dict(zip(keys, rounded, strict=True)), *totals)
