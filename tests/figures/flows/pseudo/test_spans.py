"""Two stocks known as intervals: what they share and differ by holds for every count within the bounds."""

from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.flows.pseudo.spans import Span, shared, surplus


@st.composite
def span_with_count(draw: st.DrawFn) -> tuple[Span, int]:
    low = draw(st.integers(0, 500))
    high = draw(st.integers(low, low + 40))
    return Span(low, high), draw(st.integers(low, high))


@given(span_with_count(), span_with_count())
def test_every_true_count_stays_within_the_bounds(first: tuple[Span, int], last: tuple[Span, int]) -> None:
    (before, true_before), (after, true_after) = first, last
    common, less, more = shared(before, after), surplus(before, after), surplus(after, before)
    assert common.low <= min(true_before, true_after) <= common.high
    assert less.low <= max(0, true_before - true_after) <= less.high
    assert more.low <= max(0, true_after - true_before) <= more.high


@given(st.integers(0, 500), st.integers(0, 500))
def test_exact_stocks_are_their_shared_part_and_their_balance(before: int, after: int) -> None:
    first, last = Span(before, before), Span(after, after)
    common, less, more = (shared(first, last), surplus(first, last), surplus(last, first))
    assert (common.value or 0) + (less.value or 0) == before
    assert (common.value or 0) + (more.value or 0) == after
    assert less.nothing or more.nothing


@given(span_with_count(), span_with_count())
def test_bounds_are_not_wider_than_they_must_be(first: tuple[Span, int], last: tuple[Span, int]) -> None:
    before, after = first[0], last[0]
    ends = [(a, b) for a in (before.low, before.high) for b in (after.low, after.high)]
    assert shared(before, after) == Span(min(min(pair) for pair in ends), max(min(pair) for pair in ends))
    assert surplus(before, after).low == min(max(0, a - b) for a, b in ends)
    assert surplus(before, after).high == max(max(0, a - b) for a, b in ends)
