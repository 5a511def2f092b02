"""Shares and differences of protected counts: never sharper than the rounding, and with chance in them."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures.disclosure_control.protecting import Protected, protected_counts
from pactwerk.figures.flows.rates import difference, interval, share_of, wilson

SECRET = b"of the tests"


def rounded(part: int, rest: int) -> tuple[Protected, Protected]:
    counts = protected_counts({("part",): part, ("rest",): rest}, SECRET)
    return counts.cell("part"), counts.first()


def test_wilson_equals_its_formula() -> None:
    """Wilson 1927 by hand: 15 of 40, z = 1.959964."""
    z, p, n = 1.959963984540054, 15 / 40, 40
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    assert wilson(15, 40) == pytest.approx((middle - half, middle + half))
    assert wilson(0, 0) == (0.0, 1.0)


def test_newcombe_equals_his_published_example() -> None:
    """Newcombe 1998, table II, method 10: 56/70 against 48/80 gives 0.0524 to 0.3339."""
    from pactwerk.figures.flows.rates import _End, _newcombe

    after, before = _End(56 / 70, *wilson(56, 70)), _End(48 / 80, *wilson(48, 80))
    assert _newcombe(before, after) == pytest.approx((0.0524, 0.3339), abs=5e-5)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400), st.integers(0, 400))
def test_both_intervals_hold_the_exact_share(part: int, rest: int) -> None:
    found = share_of(*rounded(part, rest))
    wide = interval(found)
    assert wide.low <= found.low <= found.high <= wide.high
    if part + rest:
        exact = 100 * part / (part + rest)
        assert found.low - 1e-9 <= exact <= found.high + 1e-9
        low, high = wilson(part, part + rest)
        assert wide.low <= 100 * low + 1e-9
        assert 100 * high <= wide.high + 1e-9


@settings(max_examples=60, deadline=None)
@given(*[st.integers(0, 200)] * 4)
def test_a_difference_is_as_wide_as_that_of_the_exact_counts(a: int, b: int, c: int, d: int) -> None:
    from pactwerk.figures.flows.rates import _End, _newcombe

    found = difference(share_of(*rounded(a, b)), share_of(*rounded(c, d)))
    if a + b and c + d:
        before, after = _End(a / (a + b), *wilson(a, a + b)), _End(c / (c + d), *wilson(c, c + d))
        low, high = _newcombe(before, after)
        assert found.low <= 100 * low + 1e-6
        assert 100 * high - 1e-6 <= found.high


def test_a_difference_says_something_only_when_nought_lies_outside() -> None:
    few = difference(share_of(*rounded(20, 20)), share_of(*rounded(24, 16)))
    many = difference(share_of(*rounded(2000, 2000)), share_of(*rounded(2800, 1200)))
    assert not few.says_something
    assert many.says_something
    assert many.value == pytest.approx(20, abs=1)


def test_a_hidden_share_has_no_value_and_no_difference() -> None:
    hidden = share_of(*rounded(0, 40))
    assert hidden.value is None
    assert difference(hidden, share_of(*rounded(30, 30))).value is None
