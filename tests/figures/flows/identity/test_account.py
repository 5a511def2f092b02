"""The accounting identity, on counted enrolments and in what is shown of them."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures.engines.duck import DuckEngine
from pactwerk.figures.flows.identity import Account, account, shown_account, stocks_of
from pactwerk.figures.flows.identity.shown import DoesNotAddUp
from pactwerk.figures.flows.records import count_transitions, open_enrolments
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.transition import Transition
from tests.figures.flows.records.populations import POPULATIONS, Row, parquet

SECRET = b"of the tests"
GRAIN = ("level", "track")


@pytest.fixture(scope="module")
def engine() -> DuckEngine:
    return DuckEngine(threads=1)


def accounts(engine: DuckEngine, rows: list[Row]) -> list[Account]:
    with tempfile.TemporaryDirectory() as folder:
        file = parquet(Path(folder) / "rows.parquet", rows)
        with open_enrolments([file], engine=engine) as enrolments:
            counted = count_transitions(enrolments, GRAIN, by=("diploma",))
            return [
                account(
                    counted.transitions,
                    year,
                    stocks_of(enrolments, year, GRAIN),
                    stocks_of(enrolments, year + 1, GRAIN),
                )
                for year in counted.years
            ]


@settings(max_examples=12, deadline=None)
@given(rows=POPULATIONS)
def test_the_residual_of_any_file_is_nought(engine: DuckEngine, rows: list[Row]) -> None:
    for found in accounts(engine, rows):
        assert found.residual == 0
        assert all(node.residual_out == 0 == node.residual_in for node in found.nodes)


def moves(source: str, target: str, persons: int) -> Transition:
    states = (State.parse(code) if code else None for code in (source, target))
    return Transition(year=2016, source=next(states), target=next(states), persons=persons)


CELLS = (moves("vo:kb", "mbo:2", 120), moves("vo:kb", "vo:bb", 33), moves("vo:kb", "", 8), moves("", "mbo:2", 41))
BEFORE, AFTER = {State("vo", "kb"): 161}, {State("mbo", "2"): 161, State("vo", "bb"): 33}


def test_a_stock_that_was_not_followed_wholly_leaves_a_residual() -> None:
    assert account(CELLS, 2016, BEFORE, AFTER).residual == 0
    assert account(CELLS, 2016, {State("vo", "kb"): 163}, AFTER).residual == 2
    assert account(CELLS, 2016, BEFORE, AFTER | {State("mbo", "2"): 160}).residual == 1
    assert account(CELLS, 2016, BEFORE, AFTER | {State("wo", "ba"): 4}).residual == 4


def test_a_state_has_its_classes_and_its_ways_in() -> None:
    nodes = {str(node.state): node for node in account(CELLS, 2016, BEFORE, AFTER).nodes}
    assert nodes["vo:kb"].classes == {"doorstroom-hoger": 120, "afstroom": 33, "uitstroom-onbekend": 8}
    assert (nodes["mbo:2"].within, nodes["mbo:2"].new) == (120, 41)


def test_other_years_do_not_count() -> None:
    other = replace(CELLS[0], year=2015)
    assert account((*CELLS, other), 2016, BEFORE, AFTER).residual == 0


def test_nothing_is_shown_of_a_count_that_does_not_add_up() -> None:
    wrong = account(CELLS, 2016, {State("vo", "kb"): 163}, AFTER)
    with pytest.raises(DoesNotAddUp) as refused:
        shown_account(wrong, SECRET, file="inschrijvingen.parquet")
    assert "16" not in str(refused.value)


codes = st.sampled_from(["", "vo:kb", "vo:bb", "vo:havo", "mbo:2", "mbo:3", "hbo:ba"])
cells = st.builds(moves, codes, codes, st.integers(1, 60)).filter(lambda one: bool(one.source or one.target))


@settings(max_examples=30, deadline=None)
@given(st.lists(cells, min_size=1, max_size=25))
def test_what_is_shown_adds_up_and_holds_the_exact_counts(found: list[Transition]) -> None:
    before: Counter[State] = Counter()
    after: Counter[State] = Counter()
    for cell in found:
        if cell.source:
            before[cell.source] += cell.persons
        if cell.target:
            after[cell.target] += cell.persons
    made = account(found, 2016, before, after)
    shown = {
        (row.by["state"], row.by["kind"]): row for row in shown_account(made, SECRET, file="inschrijvingen.parquet")
    }
    for node in made.nodes:
        state = str(node.state)
        values = {kind: row.value or 0 for (code, kind), row in shown.items() if code == state}
        ways = {"uit-onderwijs", "nieuw"}
        classes = sum(value for kind, value in values.items() if kind not in ways | {"stand", "stand-later"})
        assert values.get("stand", 0) == classes
        assert values.get("stand-later", 0) == sum(values.get(way, 0) for way in ways)
        for kind, exact in {**node.classes, "stand": node.stock, "nieuw": node.new}.items():
            row = shown.get((state, kind))
            assert exact < 10 if row is None else (row.low or 0) <= exact <= (row.high or 0)
            assert row is None or (row.value or 0) % 10 == 0
