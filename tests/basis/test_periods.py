"""Periods are read in every spelling and never half understood."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.basis.dated import (
    CalendarYear,
    Dated,
    Quarter,
    RegisterDate,
    SchoolYear,
    UnknownPeriod,
    parse_period,
    value_on,
)

YEARS = st.integers(min_value=1900, max_value=2098)


@given(YEARS)
def test_a_school_year_survives_every_spelling(year: int) -> None:
    period = SchoolYear.starting(year)
    for text in (period.text, f"{year}/{year + 1}", f"{year}-{year + 1}", f" {period} "):
        assert parse_period(text) == period
    assert period.start == year
    assert period.october == date(year, 10, 1)
    assert period.next().previous() == period
    assert period < period.next()


@given(YEARS, st.integers(min_value=0, max_value=99))
def test_a_school_year_spans_exactly_one_year(year: int, second: int) -> None:
    text = f"{year}/{second:02d}"
    if second == (year + 1) % 100:
        assert SchoolYear(text).start == year
    else:
        with pytest.raises(UnknownPeriod):
            SchoolYear(text)


@given(st.text(max_size=12))
def test_a_period_is_read_whole_or_not_at_all(text: str) -> None:
    try:
        period = parse_period(text)
    except UnknownPeriod as error:
        refusal = error
    else:
        assert parse_period(str(period)) == period
        return
    assert text in refusal.message_nl
    assert text in refusal.message_en


def test_month_and_year_are_told_apart() -> None:
    assert parse_period("2013-06") == RegisterDate("2013-06")
    assert parse_period("2014") == CalendarYear("2014")
    with pytest.raises(UnknownPeriod):
        parse_period("2013-13")
    with pytest.raises(UnknownPeriod):
        parse_period("2016-2018")


@given(st.lists(st.dates(), min_size=1, max_size=6, unique=True), st.dates())
def test_the_value_of_a_day_is_the_one_that_began_last(starts: list[date], day: date) -> None:
    values = [Dated(start.isoformat(), start, "invented") for start in starts]
    begun = [start for start in starts if start <= day]
    found = value_on(values, day)
    assert (found.value if found else None) == (max(begun).isoformat() if begun else None)


def test_an_ended_value_no_longer_holds() -> None:
    value = Dated(1, date(2020, 1, 1), "invented", date(2021, 1, 1))
    assert value.holds_on(date(2020, 12, 31))
    assert not value.holds_on(date(2021, 1, 1))


@given(YEARS, st.integers(min_value=1, max_value=4))
def test_a_quarter_survives_its_spelling_and_begins_on_its_first_day(year: int, number: int) -> None:
    quarter = Quarter.of(year, number)
    assert parse_period(f" {quarter} ") == quarter
    assert (quarter.start, quarter.number) == (year, number)
    assert quarter.first_day == date(year, (1, 4, 7, 10)[number - 1], 1)


@pytest.mark.parametrize("text", ["2015-Q0", "2015-Q5", "2015Q1", "2015-q1", "2015-Q٤", "15-Q1"])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(UnknownPeriod):
        Quarter(text)
