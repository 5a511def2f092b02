"""Numbers typed at the desk: thousands are thousands, and what could mean two things is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django import forms
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.web.desk.goals.amounts import AmountField


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("nl", "3.600", "3600"), ("nl", "3600", "3600"), ("nl", "3,6", "3.6"), ("nl", "1.234.567,5", "1234567.5"),
        ("nl", "-2,5", "-2.5"), ("en", "3,600", "3600"), ("en", "3.6", "3.6"), ("en", "1,234.5", "1234.5"),
    ],
)  # fmt: skip
def test_the_marks_of_the_language(language: str, typed: str, meant: str) -> None:
    with translation.override(language):
        assert AmountField().clean(typed) == Decimal(meant)


@pytest.mark.parametrize(("language", "typed"), [("nl", "3.6"), ("nl", "36.00"), ("en", "3,6"), ("nl", "drie")])
def test_what_could_mean_two_things_is_refused(language: str, typed: str) -> None:
    with translation.override(language), pytest.raises(forms.ValidationError):
        AmountField().clean(typed)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4), st.sampled_from(["nl", "en"]))
def test_what_stands_in_the_field_reads_back_as_itself(value: Decimal, language: str) -> None:
    with translation.override(language):
        field = AmountField()
        assert field.clean(field.prepare_value(value)) == value
