"""What an estimate may and may not say, for all cells."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures.estimating import Cells, Estimate, Fitted, TooFewCells, fit, given_total, shown
from pactwerk.figures.estimating.estimate import Part, estimated_share, estimated_sum

FITTED = Fitted(4.0, 2.0, 1, 4)
parts = st.builds(lambda a, b: Part(a, b, FITTED), st.integers(0, 500), st.integers(0, 40))


@given(st.lists(parts, min_size=1, max_size=4))
def test_a_sum_lies_within_what_the_publisher_allows(found: list[Part]) -> None:
    estimate = estimated_sum(found)
    low = sum(part.shown + part.hidden for part in found)
    high = sum(part.shown + 4 * part.hidden for part in found)
    assert low <= estimate.low <= estimate.value <= estimate.high <= high
    assert estimate.exact == (low == high)


@given(parts, parts)
def test_a_share_lies_within_its_bounds(counted: Part, rest: Part) -> None:
    if counted.shown + counted.hidden + rest.shown + rest.hidden == 0:
        return
    estimate = estimated_share([counted], [rest])
    assert 0 <= estimate.low <= estimate.value + 1e-9
    assert estimate.value <= estimate.high + 1e-9 <= 100 + 1e-6


@given(st.floats(0, 1000), st.floats(0.01, 50), st.integers(2, 50))
def test_rounding_is_no_finer_than_the_interval(value: float, reach: float, hidden: int) -> None:
    estimate = Estimate(value, value - reach, value + reach, hidden)
    found = shown(estimate, count=100)
    assert found is not None
    assert found.low <= estimate.low + 1e-9
    assert found.high >= estimate.high - 1e-9
    assert abs(found.value - value) <= max(reach, 0.1)


@pytest.mark.parametrize(("count", "complement", "allowed"), [
    (5, None, True), (4.99, None, False), (40, 4.99, False), (40, 5, True),
])  # fmt: skip
def test_nothing_below_five_nor_its_complement(count: float, complement: float | None, allowed: bool) -> None:
    assert (shown(Estimate(count, count - 1, count + 1, 3), count, complement) is not None) is allowed


def test_nothing_about_a_single_hidden_cell() -> None:
    assert shown(Estimate(50, 49, 51, 1), 50) is None


def test_what_is_exact_stays_as_it_is() -> None:
    exact = Estimate(3.0, 3.0, 3.0, 0)
    assert shown(exact, 3.0) is exact


def test_too_few_cells_are_refused() -> None:
    few = Cells({8: 9}, hidden=100)
    with pytest.raises(TooFewCells):
        fit(few)
    with pytest.raises(TooFewCells):
        fit(Cells({8: 12}, hidden=5))


def test_cells_of_another_range_are_refused() -> None:
    with pytest.raises(ValueError, match="hoort niet"):
        Cells.of([(1, 4), (0, 4)])


@settings(max_examples=40)
@given(st.integers(0, 3), st.integers(0, 3), st.data())
def test_a_total_is_conditioned_on_as_by_hand(inside: int, outside: int, data: st.DataObject) -> None:
    """Every completion of the hidden cells, weighted by its chance, kept where it sums to the total."""
    total = data.draw(st.integers(inside + outside, 4 * (inside + outside)))
    chances = given_total([(FITTED, inside)], [(FITTED, outside)], total)
    by_hand = np.zeros(len(chances))
    for counts in itertools.product(range(1, 5), repeat=inside + outside):
        if sum(counts) == total:
            by_hand[sum(counts[:inside])] += np.prod([FITTED.weights[count - 1] for count in counts])
    assert chances == pytest.approx(by_hand / by_hand.sum())


def test_an_impossible_total_is_refused() -> None:
    with pytest.raises(ValueError, match="kunnen samen geen"):
        given_total([(FITTED, 1)], [(FITTED, 1)], 9)
