"""Transitions against an oracle in plain Python, and against the accounts."""

import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures.engines.duck import DuckEngine
from pactwerk.figures.flows.records import Counted, count_transitions, open_enrolments
from pactwerk.figures.flows.states import State
from tests.figures.flows.records import oracle
from tests.figures.flows.records.populations import POPULATIONS, Row, enrolment, parquet, text

GRAINS = [("level",), ("level", "track"), ("level", "track", "field", "grade")]
BREAKDOWNS: list[tuple[str, ...]] = [(), ("sex",), ("diploma",), ("sex", "area", "diploma")]


@pytest.fixture(scope="module")
def engine() -> DuckEngine:
    return DuckEngine(threads=1)


def count(engine: DuckEngine, files: Sequence[Path], grain: Sequence[str], by: Sequence[str] = ()) -> Counted:
    with open_enrolments(files, engine=engine) as enrolments:
        return count_transitions(enrolments, grain, by=by)


def as_counter(counted: Counted, grain: Sequence[str], by: Sequence[str]) -> Counter[oracle.Key]:
    def codes(state: State | None) -> oracle.Key | None:
        return tuple(getattr(state, part) for part in grain) if state else None

    return Counter(
        {
            (one.year, codes(one.source), codes(one.target), tuple(getattr(one, name) for name in by)): one.persons
            for one in counted.transitions
        }
    )


@settings(max_examples=120, deadline=None)
@given(rows=POPULATIONS, grain=st.sampled_from(GRAINS), by=st.sampled_from(BREAKDOWNS))
def test_equals_the_oracle(engine: DuckEngine, rows: list[Row], grain: tuple[str, ...], by: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        counted = count(engine, [parquet(Path(folder) / "rows.parquet", rows)], grain, by)
    assert as_counter(counted, grain, by) == oracle.transitions(rows, grain, by)


@settings(max_examples=40, deadline=None)
@given(rows=POPULATIONS, seed=st.integers(0, 10_000))
def test_order_of_rows_and_split_over_files_change_nothing(engine: DuckEngine, rows: list[Row], seed: int) -> None:
    grain, by = GRAINS[2], BREAKDOWNS[3]
    mixed = list(rows)
    random.Random(seed).shuffle(mixed)
    half = seed % (len(mixed) + 1)
    with tempfile.TemporaryDirectory() as folder:
        one = count(engine, [parquet(Path(folder) / "one.parquet", rows)], grain, by)
        parts = Path(folder) / "parts"
        (parts / "deep").mkdir(parents=True)
        parquet(parts / "a.parquet", mixed[:half])
        parquet(parts / "deep" / "b.parquet", mixed[half:])
        assert count(engine, [parts], grain, by) == one
        as_text = [text(Path(folder) / "a.csv", mixed[:half]), text(Path(folder) / "b.csv", mixed[half:])]
        assert count(engine, as_text, grain, by) == one


@settings(max_examples=40, deadline=None)
@given(rows=POPULATIONS)
def test_everybody_is_once_a_source_and_once_a_target(engine: DuckEngine, rows: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        counted = count(engine, [parquet(Path(folder) / "rows.parquet", rows)], ("level",))
    for year in counted.years:
        for column, of_year in (("source", year), ("target", year + 1)):
            there = {row["person"] for row in rows if row["year"] == of_year and row["person"]}
            found = [one for one in counted.transitions if one.year == year and getattr(one, column)]
            assert sum(one.persons for one in found) == len(there)


def test_a_year_that_is_not_in_the_file_has_no_pair(engine: DuckEngine, tmp_path: Path) -> None:
    rows = [enrolment(year=year) for year in (2014, 2015, 2017)]
    assert count(engine, [parquet(tmp_path / "rows.parquet", rows)], ("level",)).years == (2014,)


def test_a_double_counts_where_the_list_of_cbs_says(engine: DuckEngine, tmp_path: Path) -> None:
    rows = [
        enrolment(level="vo"), enrolment(level="mbo", track="2", institution="25LN"), enrolment(level="vo"),
        enrolment(year=2017, level="mbo", track="2"), enrolment(year=2017, level="mbo", track="3"),
    ]  # fmt: skip
    counted = count(engine, [parquet(tmp_path / "rows.parquet", rows)], ("level", "track"))
    assert [(str(one.source), str(one.target), one.persons) for one in counted.transitions] == [("mbo:2", "mbo:2", 1)]
    assert {(one.code, one.year, one.detail, one.count, one.unit) for one in counted.faults} == {
        ("double", 2016, "", 1, "persons"),
        ("double", 2017, "", 1, "persons"),
    }


def test_only_the_years_asked(engine: DuckEngine, tmp_path: Path) -> None:
    path = parquet(tmp_path / "rows.parquet", [enrolment(year=year) for year in range(2010, 2020)])
    with open_enrolments([path], engine=engine) as enrolments:
        assert count_transitions(enrolments, ("level",), years=[2012, 2013]).years == (2012, 2013)


def test_a_column_that_is_not_asked_decides_between_rows_of_one_level(engine: DuckEngine, tmp_path: Path) -> None:
    rows = [
        enrolment(level="mbo", track="3", institution="25LN"), enrolment(level="mbo", track="2", institution="25ZZ"),
        enrolment(year=2017, level="mbo", track="4"),
    ]  # fmt: skip
    for several in (rows, rows[::-1]):
        counted = count(engine, [parquet(tmp_path / "rows.parquet", several)], ("level", "track"))
        told = [(str(one.source), str(one.target), one.persons) for one in counted.transitions]
        assert told == [("mbo:3", "mbo:4", 1)]


def test_doubles_that_come_and_go_are_named_in_the_years_counted(engine: DuckEngine, tmp_path: Path) -> None:
    rows = [enrolment(year=year, level="vo") for year in range(2012, 2019)]
    rows += [enrolment(year=year, level="mbo", person="other") for year in range(2012, 2019) for _ in range(2)]
    rows = [row for number, row in enumerate(rows) if row["level"] == "vo" or row["year"] in (2014, 2017) or number % 2]
    path = parquet(tmp_path / "rows.parquet", rows)
    with open_enrolments([path], engine=engine) as enrolments:
        for leavers in (False, True):
            counted = count_transitions(enrolments, ("level",), years=[2012, 2013, 2014, 2015], leavers=leavers)
            assert [(one.code, one.year) for one in counted.faults] == [("double", 2014)]
            assert {one.persons for one in counted.transitions} == {1}
