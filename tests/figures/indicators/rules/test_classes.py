"""Class limits at their boundaries: on which side the limit itself falls is what the publisher writes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.indicators.rules import classes_of, classify, classify_between

TODAY = date(2024, 1, 1)


@pytest.mark.parametrize(("indicator", "value", "name"), [
    ("W15", 0.5, "zeer goed"), ("W15", 0.85, "zeer goed"), ("W15", 0.8501, "goed"), ("W15", 1.0, "goed"),
    ("W15", 1.01, "redelijk"), ("W15", 1.05, "redelijk"), ("W15", 1.0501, "matig"), ("W15", 1.06, "matig"),
    ("W15", 1.15, "matig"), ("W15", 1.1501, "slecht"),
    ("W09", 0.2499, "zeer ruim"), ("W09", 0.25, "ruim"), ("W09", 0.6699, "ruim"), ("W09", 0.67, "evenwicht"),
    ("W09", 1.5, "evenwicht"), ("W09", 1.5001, "krap"), ("W09", 4.0, "krap"), ("W09", 4.0001, "zeer krap"),
])  # fmt: skip
def test_a_limit_falls_on_its_own_side(indicator: str, value: float, name: str) -> None:
    found = classify(indicator, value, TODAY)
    assert found is not None
    assert found.name == name
    assert found.name.en != found.name
    assert found.reference


@given(st.sampled_from(["W15", "W09"]), st.floats(-10, 10))
def test_every_value_has_exactly_one_class(indicator: str, value: float) -> None:
    assert sum(label.holds(value) for label in classes_of(indicator, TODAY)) == 1


def test_an_interval_over_a_limit_has_no_class() -> None:
    assert classify_between("W09", 1.4, 1.6, TODAY) is None
    inside = classify_between("W09", 1.6, 3.0, TODAY)
    assert inside is not None
    assert inside.code == "krap"


def test_nobody_classifies_a_share_of_pupils_and_the_other_tension_has_no_limits() -> None:
    assert classify("K03", 20, TODAY) is None
    assert classify("W10", 96, TODAY) is None
