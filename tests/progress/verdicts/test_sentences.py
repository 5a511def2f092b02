"""Numbers and names in the reasons."""

from __future__ import annotations

import pytest
from django.utils import translation

from pactwerk.progress.verdicts.intervals import Interval, Way
from pactwerk.progress.verdicts.sentences import amount, asked_amount, place_name
from pactwerk.progress.verdicts.values import Knot, Plan, Point, Ruling, State, Why


def asked(limit: Interval, way: Way, unit: str) -> str:
    """What a flat path at this limit asks, in words."""
    path = (Knot(2014, "2014", limit), Knot(2016, "2016", limit))
    points = (Point(2015, "2015", (0.0, 0.0)),)
    return asked_amount(Ruling(State.BEHIND, Why.NOT_BETTER, points, path), Plan(way, 2014), unit)


@pytest.mark.parametrize(
    ("limit", "way", "unit", "words"),
    [
        ((3065.71, 3065.71), Way.UP, "leerlingen", "3.066"),
        ((3065.71, 3065.71), Way.DOWN, "leerlingen", "3.065"),
        ((2.51, 2.51), Way.UP, "besturen", "2,6"),
        ((30.000000000000004, 30.000000000000004), Way.UP, "besturen", "30"),
        ((41.666, 41.666), Way.UP, "%", "41,67 %"),
        ((8.0, 24.5), Way.UP, "besturen", "8 tot 24,5"),
    ],
)
def test_what_is_asked_is_rounded_to_the_strict_side(limit: Interval, way: Way, unit: str, words: str) -> None:
    assert asked(limit, way, unit) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ((37.0, 37.0), "%", "37 %"),
        ((41.8170, 41.8170), "%", "41,82 %"),
        ((37.7159, 39.4275), "%", "37,72 tot 39,43 %"),
        ((12547.0, 12547.0), "leerlingen", "12.547"),
        (None, "%", ""),
    ],
)
def test_amounts_have_no_more_decimals_than_they_need(value: Interval | None, unit: str, words: str) -> None:
    assert amount(value, unit) == words


def test_places_have_names() -> None:
    assert place_name("PV21") == "Fryslân"
    assert place_name("XX00") == "XX00"
    with translation.override("en"):
        assert place_name("NL") == "The Netherlands"
