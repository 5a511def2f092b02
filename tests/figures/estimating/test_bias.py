"""The table of quant.md 2.5: hidden cells as nought or 2.5 bias a sum, the fitted distribution does not.

Simulated as there: totals of 12 schools, counts per school negative binomial of size 2, `<5` hidden, noughts shown.
"""

import numpy as np
import pytest

from pactwerk.figures.estimating import Cells, fit
from pactwerk.figures.estimating.estimate import Part, estimated_sum

SCHOOLS, REGIONS, ROUNDS, SIZE = 12, 350, 6, 2.0


def simulated(mean: float) -> dict[str, float]:
    """Per way of filling the mean relative error of the regions' totals, in percent, and the coverage of intervals."""
    rng = np.random.default_rng(20261122)
    errors: dict[str, list[float]] = {"nought": [], "halfway": [], "fitted": []}
    inside = regions = hidden_cells = 0
    for _ in range(ROUNDS):
        counts = rng.negative_binomial(SIZE, SIZE / (SIZE + mean), size=(REGIONS, SCHOOLS))
        hidden = (counts >= 1) & (counts <= 4)
        hidden_cells += int(hidden.sum())
        bounds = [(1, 4) if h else (int(n), int(n)) for n, h in zip(counts.flat, hidden.flat, strict=True)]
        cells = Cells.of(bounds, zeros=True)
        found = fit(cells)
        shown = np.where(hidden, 0, counts).sum(axis=1)
        for total, seen, masked in zip(counts.sum(axis=1), shown, hidden.sum(axis=1), strict=True):
            guess = estimated_sum([Part(int(seen), int(masked), found)])
            errors["nought"].append(seen - total)
            errors["halfway"].append(seen + 2.5 * masked - total)
            errors["fitted"].append(guess.value - total)
            inside += guess.low - 1e-9 <= total <= guess.high + 1e-9
            regions += 1
    expected = mean * SCHOOLS
    result = {name: 100 * float(np.mean(found)) / expected for name, found in errors.items()}
    return result | {"coverage": inside / regions, "hidden": hidden_cells / (ROUNDS * REGIONS * SCHOOLS)}


@pytest.mark.parametrize(("mean", "hidden", "nought", "halfway"), [
    (1, 0.54, -90, 44), (2, 0.64, -66, 14), (4, 0.54, -32, 1.6), (8, 0.31, -10, -0.4),
])  # fmt: skip
def test_the_bias_of_a_total(mean: float, hidden: float, nought: float, halfway: float) -> None:
    found = simulated(mean)
    assert found["hidden"] == pytest.approx(hidden, abs=0.02)
    assert found["nought"] == pytest.approx(nought, abs=3)
    assert found["halfway"] == pytest.approx(halfway, abs=3)
    assert abs(found["fitted"]) <= 1
    assert found["coverage"] >= 0.9


def test_without_stored_noughts_the_sum_is_still_about_right() -> None:
    """The observation tables store no noughts: the distribution is then fitted to counts from one up."""
    rng = np.random.default_rng(7)
    counts = rng.negative_binomial(SIZE, SIZE / (SIZE + 8), size=4000)
    hidden = (counts >= 1) & (counts <= 4)
    stored = counts[counts > 0]
    cells = Cells.of(((1, 4) if n <= 4 else (int(n), int(n)) for n in stored), zeros=False)
    assert fit(cells).expected == pytest.approx(counts[hidden].mean(), rel=0.03)
