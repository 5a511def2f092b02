"""Rates of the official terms: the population of the definition, and bounds that hold the exact rate."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures.flows.official_rates import RATES, official_rates
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms import TERMS
from pactwerk.figures.flows.transition import Transition

SECRET = b"of the tests"


def moves(source: str, target: str, persons: int, diploma: str = "") -> Transition:
    states = [State.parse(code) if code else None for code in (source, target)]
    return Transition(year=2016, source=states[0], target=states[1], persons=persons, diploma=diploma)


CELLS = [
    moves("vo:brug::1", "vo:kb::2", 300),
    moves("vo:havo::2", "vo:havo::2", 100),
    moves("vo:kb:techniek:3", "vo:kb:techniek:4", 180),
    moves("vo:kb:techniek:3", "vo:kb:economie:4", 20),
    moves("vo:kb:techniek:4", "mbo:3:techniek", 150, "vmbo-kb"),
    moves("vo:kb:techniek:4", "mbo:3:zorg", 50, "vmbo-kb"),
    moves("vo:tl::4", "vo:havo::4", 60, "vmbo-tl"),
    moves("vo:tl::4", "mbo:4:techniek", 140, "vmbo-tl"),
    moves("mbo:2:techniek", "mbo:3:techniek", 90, "mbo-2"),
    moves("mbo:3:techniek", "", 110, "mbo-3"),
    moves("mbo:4:techniek", "hbo:ba", 70, "mbo-4"),
    moves("mbo:4:techniek", "", 30, "mbo-4"),
    moves("mbo:4:techniek", "mbo:4:techniek", 40, "mbo-4"),
    moves("", "mbo:2:techniek", 500),
]


@pytest.mark.parametrize(
    ("code", "part", "whole"),
    [
        ("onderbouwsnelheid", 300, 400),
        ("zittenblijven", 100, 1000),
        ("switch-vmbo", 20, 200),
        ("verwante-doorstroom", 150, 200),
        ("stapelen", 60, 200),
        ("opstroom-mbo", 90, 200),
        ("directe-doorstroom-mbo-hbo", 70, 100),
        ("schoolverlater-mbo", 140, 340),
        ("doorstroom", 1000, 1000),
    ],
)
def test_the_population_is_that_of_the_definition(code: str, part: int, whole: int) -> None:
    rate = RATES[code]
    population = [cell for cell in CELLS if rate.population(cell)]
    assert sum(cell.persons for cell in population) == whole
    assert sum(cell.persons for cell in population if rate.holds(cell)) == part


def test_every_rate_is_of_a_term_and_names_its_population() -> None:
    assert set(RATES) <= set(TERMS)
    assert all(rate.of and rate.of.en != rate.of for rate in RATES.values())
    assert "vsv" not in RATES, "whose population is not told"


sizes = st.lists(st.integers(1, 90), min_size=len(CELLS), max_size=len(CELLS))


@settings(max_examples=10, deadline=None)
@given(sizes)
def test_bounds_hold_the_exact_rate(persons: list[int]) -> None:
    cells = [
        moves(str(cell.source or ""), str(cell.target or ""), number, cell.diploma)
        for cell, number in zip(CELLS, persons, strict=True)
    ]
    for row in official_rates(cells, 2016, SECRET, file="rijen.parquet"):
        rate = RATES[row.by["term"]]
        whole = sum(cell.persons for cell in cells if rate.population(cell))
        part = sum(cell.persons for cell in cells if rate.population(cell) and rate.holds(cell))
        assert (row.low or 0) - 1e-9 <= 100 * part / whole <= (row.high or 0) + 1e-9


def test_a_population_that_may_be_below_ten_and_other_years_are_left_out() -> None:
    few = [moves("mbo:2:techniek", "mbo:3:techniek", 6)]
    assert len(official_rates(few, 2016, SECRET, file="rijen.parquet")) == 0
    assert len(official_rates(CELLS, 2017, SECRET, file="rijen.parquet")) == 0


def test_what_our_count_differs_in_stands_beside_it() -> None:
    notes = official_rates(CELLS, 2016, SECRET, file="rijen.parquet").notes
    assert any("kent geen instelling" in note for note in notes)


@settings(max_examples=30, deadline=None)
@given(st.integers(20, 200), st.integers(0, 100))
def test_who_stays_and_who_leaves_are_one_rounding(staying: int, leaving: int) -> None:
    cells = [moves("vo:kb::3", "vo:kb::4", staying), moves("vo:kb::3", "", leaving)]
    assert all(RATES["uitstroom"].holds(cell) != RATES["doorstroom"].holds(cell) for cell in cells)
    told = {
        row.by["term"]: row
        for row in official_rates(cells, 2016, SECRET, file="rijen.parquet")
        if row.definition == "afronding"
    }
    stay, leave = told["doorstroom"], told["uitstroom"]
    assert (leave.denominator_low, leave.denominator_high) == (stay.denominator_low, stay.denominator_high)
    assert (leave.low, leave.high) == pytest.approx((100 - (stay.high or 0), 100 - (stay.low or 0)))
