"""Shares and differences of hidden numbers hold the truth, and nothing is compared across a break."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.disclosure_control import Row
from pactwerk.figures.flows.comparing import Bounds, bounds_of, difference, may_be_compared, share

COUNTS = st.integers(0, 5000)
SLACK = st.integers(0, 9)


def row(value: float | None, low: float | None = None, high: float | None = None, **more: object) -> Row:
    plain = Row(
        indicator="S01", definition="vo", area="NL", period="2017/18", value=value, unit="x", low=low, high=high
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # field names are checked by replace


def around(value: int, under: int, over: int) -> Row:
    exact = under == over == 0
    return row(float(value)) if exact else row(None, max(value - under, 0), value + over)


@given(COUNTS, COUNTS, SLACK, SLACK, SLACK, SLACK)
def test_a_share_of_hidden_numbers_holds_the_true_one(  # noqa: PLR0917
    part: int, rest: int, a: int, b: int, c: int, d: int
) -> None:
    whole = part + rest
    found = share(around(part, a, b), around(whole, c, d))
    if found is None:
        assert whole - c <= 0
        return
    assert found.low - 1e-9 <= 100 * part / whole <= found.high + 1e-9
    assert 0 <= found.low <= found.high <= 100


@given(COUNTS, COUNTS, SLACK, SLACK, SLACK, SLACK)
def test_a_difference_holds_the_true_one_and_is_as_wide_as_both(  # noqa: PLR0917
    first: int, second: int, a: int, b: int, c: int, d: int
) -> None:
    before, after = bounds_of(around(first, a, b)), bounds_of(around(second, c, d))
    found = difference(before, after)
    assert found
    assert before
    assert after
    assert found.low <= second - first <= found.high
    assert found.high - found.low == (before.high - before.low) + (after.high - after.low)


def test_exact_numbers_give_exact_answers() -> None:
    assert share(row(25.0), row(200.0)) == Bounds(12.5, 12.5)
    assert difference(Bounds(40, 40), Bounds(25, 25)) == Bounds(-15, -15)


def test_a_rounded_number_counts_with_its_interval() -> None:
    assert bounds_of(row(20.0, 15.0, 24.0)) == Bounds(15.0, 24.0)


def test_what_is_not_known_is_not_worked_out() -> None:
    assert share(row(None), row(200.0)) is None
    assert share(row(5.0), row(None, 0, 4)) is None
    assert difference(None, Bounds(1, 1)) is None


def test_more_than_the_whole_is_no_share() -> None:
    assert share(row(210.0), row(200.0)) is None
    assert share(row(5.0, unit="x"), row(200.0, unit="y")) is None


def test_nothing_is_compared_across_definitions_units_or_kinds() -> None:
    one = row(5.0)
    assert may_be_compared(one, row(6.0, area="PV27"))
    assert not may_be_compared(one, row(6.0, definition="anders"))
    assert not may_be_compared(one, row(6.0, unit="y"))
    assert not may_be_compared(one, row(6.0, basis="published"))


def test_a_declared_break_between_two_years_forbids_it() -> None:
    before = row(5.0, indicator="K04", period="2015/16", definition="profile")
    after = replace(before, period="2016/17")  # the new profiles of the vmbo: figures/indicators/breaks
    assert may_be_compared(before, replace(before, area="PV27"))
    assert not may_be_compared(before, after)
    assert not may_be_compared(after, before)
    assert may_be_compared(replace(before, definition="sector"), replace(after, definition="sector"))
