"""When a publisher states a total: the hidden cells of a part, given that all hidden cells together sum to it."""

from collections.abc import Sequence

import numpy as np

from pactwerk.figures.estimating.censored import Fitted, Numbers


def given_total(inside: Sequence[tuple[Fitted, int]], outside: Sequence[tuple[Fitted, int]], total: int) -> Numbers:
    """The chances of every sum of the hidden cells of a part, from nought up, given the total over all hidden cells.

    `inside` and `outside` hold for each class its distribution and its number of hidden cells in and out of the part.
    Raises ValueError where the cells cannot sum to the total: cells and total are then not of one table.
    """
    part, rest = _sums(inside), _sums(outside)
    chances = np.zeros(len(part))
    for value, chance in enumerate(part):
        if 0 <= total - value < len(rest):
            chances[value] = chance * rest[total - value]
    if chances.sum() <= 0:
        raise ValueError(f"de verborgen cellen kunnen samen geen {total} zijn")
    return np.asarray(chances / chances.sum(), dtype=np.float64)


def _sums(classes: Sequence[tuple[Fitted, int]]) -> Numbers:
    """The chances of every sum of independent hidden cells."""
    found = np.ones(1)
    for fitted, cells in classes:
        single = np.concatenate([np.zeros(fitted.low), fitted.weights])
        for _ in range(cells):
            found = np.convolve(found, single)
    return np.asarray(found, dtype=np.float64)
