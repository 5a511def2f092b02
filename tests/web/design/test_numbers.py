"""Figures as text: Dutch and English marks, intervals as bounds, nothing invented."""

from __future__ import annotations

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.web.design import numbers
from tests.web.design.tables import row


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [(1234.5, 2, "1.234,50", "1,234.50"), (0, 0, "0", "0"), (-3.26, 1, "\u22123,3", "\u22123.3")],
)
def test_marks_follow_the_language(value: float, decimals: int, dutch: str, english: str) -> None:
    with override("nl"):
        assert numbers.number(value, decimals) == dutch
    with override("en"):
        assert numbers.number(value, decimals) == english


@given(st.floats(-1e9, 1e9), st.integers(0, 2))
def test_a_dutch_number_reads_back_as_itself(value: float, decimals: int) -> None:
    text = numbers.number(value, decimals)
    back = float(text.replace(".", "").replace(",", ".").replace("\u2212", "-"))
    assert back == pytest.approx(value, abs=0.5 * 10**-decimals + 1e-6)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"value": 41.82, "unit": "%"}, "41,82"),
        ({"value": 41.8, "unit": "%", "numerator": 418, "denominator": 1000}, "41,80"),
        ({"value": 8.5, "unit": "%"}, "8,5"),  # as CBS gives it: never sharper than the publisher
        ({"value": 3154.0, "unit": "aantal"}, "3.154"),
        ({"value": None, "unit": "aantal", "low": 1, "high": 4}, "<5"),
        ({"value": None, "unit": "aantal", "low": 12, "high": 20}, "12\u201320"),
        ({"value": None, "unit": "%", "low": 10.111, "high": 12.5}, "10,11\u201312,50"),
        ({"value": None, "unit": "%"}, "onbekend"),
    ],
)
def test_a_row_as_text(fields: dict[str, object], text: str) -> None:
    value = fields.pop("value")
    assert numbers.figure_text(row("2017/18", value, **fields)) == text  # type: ignore[arg-type]


@pytest.mark.parametrize(("value", "text"), [(30.0, "30"), (12.5, "12,5"), (33.33, "33,33"), (1000.0, "1.000")])
def test_an_agreed_number_keeps_the_decimals_people_gave_it(value: float, text: str) -> None:
    assert numbers.agreed(value) == text
