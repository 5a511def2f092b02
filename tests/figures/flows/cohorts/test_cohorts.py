"""A cohort followed for some years: against plain Python, and in what is shown of it."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures.engines.duck import DuckEngine
from pactwerk.figures.flows.cohorts import (
    SHARE,
    Cohort,
    CohortPath,
    CohortRefused,
    count_cohort,
    shown_cohort,
)
from pactwerk.figures.flows.records import open_enrolments
from pactwerk.figures.flows.states import State
from tests.figures.flows.records.populations import Row, enrolment, parquet

SECRET = b"of the tests"
VMBO3 = [State("vo", track, "", "3") for track in ("bb", "kb")]


@pytest.fixture(scope="module")
def engine() -> DuckEngine:
    return DuckEngine(threads=1)


def cohort(
    engine: DuckEngine, rows: list[Row], years_later: int, year: int = 2016, starts: list[State] = VMBO3
) -> Cohort:
    with tempfile.TemporaryDirectory() as folder:
        file = parquet(Path(folder) / "rows.parquet", rows)
        with open_enrolments([file], engine=engine) as enrolments:
            return count_cohort(enrolments, starts, year, years_later, ("level", "track"))


def career(person: str, first: int, *places: str, diploma: dict[int, str] | None = None) -> list[Row]:
    """One row a year; an empty place is a year outside education. `diploma` by the year in which it was obtained."""
    rows = []
    for year, place in enumerate(places, start=first):
        if place:
            level, track, grade = [*place.split(":"), "", ""][:3]
            won = (diploma or {}).get(year, "")
            rows.append(
                enrolment(year=year, person=person, level=level, track=track, grade=grade, field="", diploma=won)
            )
    return rows


STORIES = [
    *career("on", 2015, "vo:kb:2", "vo:kb:3", "vo:kb:4", "mbo:3", "mbo:3", diploma={2017: "vmbo-kb"}),
    *career("down", 2015, "vo:kb:2", "vo:kb:3", "vo:bb:4", "mbo:2", "mbo:2", diploma={2017: "vmbo-bb", 2018: "mbo-2"}),
    *career("break", 2015, "vo:bb:2", "vo:bb:3", "", "vo:bb:4", ""),
    *career("repeats", 2015, "vo:kb:3", "vo:kb:3", "vo:kb:4", "mbo:3", "mbo:3"),
    *career("older", 2015, "vo:kb:4", "mbo:3", "mbo:3", "mbo:3", "mbo:4"),
]


def test_who_entered_is_followed_and_a_state_may_come_back(engine: DuckEngine) -> None:
    found = cohort(engine, STORIES, 3)
    told = {tuple(str(state or "-") for state in path.states): (path.persons, path.diploma) for path in found.paths}
    assert found.entered
    assert told == {
        ("vo:kb", "mbo:3", "mbo:3"): (1, "vmbo-kb"),
        ("vo:bb", "mbo:2", "mbo:2"): (1, "mbo-2"),
        ("-", "vo:bb", "-"): (1, ""),
    }


def test_without_the_year_before_repeaters_count_and_that_is_said(engine: DuckEngine) -> None:
    found = cohort(engine, STORIES, 1, year=2015)
    assert not found.entered
    assert [path.persons for path in found.paths] == [1]
    shown = shown_cohort(found, SECRET, file="rijen.parquet")
    assert "ook wie bleef zitten" in shown.flow.notes[0]


def test_a_year_that_is_not_there_is_refused_with_what_is(engine: DuckEngine) -> None:
    with pytest.raises(CohortRefused, match="2020/21 staat niet in rows") as refused:
        cohort(engine, STORIES, 2, year=2018)
    assert "2015/16" in str(refused.value)
    with pytest.raises(CohortRefused, match="1 tot en met 3 jaar"):
        cohort(engine, STORIES, 4)


places = st.sampled_from(["", "vo:kb:3", "vo:bb:3", "vo:kb:4", "mbo:2", "mbo:3"])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(places, places, places, places), min_size=1, max_size=12), st.integers(1, 2))
def test_equals_plain_python(engine: DuckEngine, lives: list[tuple[str, ...]], later: int) -> None:
    always = [row for number in range(4) for row in career("filler", 2015 + number, "wo:ba")]
    rows = [row for number, life in enumerate(lives) for row in career(f"p{number}", 2015, *life)]
    found = cohort(engine, [*rows, *always], later)
    start = {"vo:kb:3", "vo:bb:3"}
    wanted: Counter[tuple[str, ...]] = Counter(
        tuple(":".join(place.split(":")[:2]) for place in life[2 : 2 + later])
        for life in lives
        if life[1] in start and life[0] not in start
    )
    told = Counter({tuple(str(state or "") for state in path.states): path.persons for path in found.paths})
    assert told == wanted


codes = st.sampled_from([None, State("vo", "kb"), State("vo", "bb"), State("mbo", "2"), State("mbo", "3")])


@st.composite
def cohorts(draw: st.DrawFn) -> Cohort:
    years = draw(st.integers(1, 3))
    steps = st.lists(codes, min_size=years, max_size=years).map(tuple)
    one = st.builds(
        CohortPath, steps, st.integers(1, 45), st.sampled_from(["male", "female"]), st.sampled_from(["", "vmbo-kb"])
    )
    unique = st.lists(one, min_size=1, max_size=20, unique_by=lambda path: (path.states, path.sex, path.diploma))
    return Cohort(2016, years, tuple(VMBO3), True, tuple(draw(unique)), ())


@settings(max_examples=40, deadline=None)
@given(cohorts(), st.booleans())
def test_every_link_and_node_that_is_shown_holds_the_exact_count_within_ten(found: Cohort, by_sex: bool) -> None:
    shown = shown_cohort(found, SECRET, file="rijen.parquet", by_sex=by_sex)
    exact: Counter[tuple[str, ...]] = Counter()
    for path in found.paths:
        sex = path.sex if by_sex else ""
        nodes = [shown_start(found), *(str(state) if state else "out" for state in path.states)]
        for stage, node in enumerate(nodes):
            exact["stock", sex, str(stage), node] += path.persons
            if stage:
                exact["link", sex, str(stage - 1), nodes[stage - 1], node] += path.persons
    seen = set()
    for row in shown.flow.links:
        key = ("link", row.by.get("sex", ""), row.by["stage"], row.by["from"], row.by["to"])
        seen.add(key)
        assert abs((row.value or 0) - exact[key]) < 10
        assert (row.low or 0) <= exact[key] <= (row.high or 0)
    for row in shown.flow.stocks:
        assert abs((row.value or 0) - exact["stock", row.by.get("sex", ""), row.by["stage"], row.by["state"]]) < 10
    assert all(count < 10 for key, count in exact.items() if key[0] == "link" and key not in seen)


def shown_start(found: Cohort) -> str:
    return " ".join(str(state) for state in found.starts)


@settings(max_examples=25, deadline=None)
@given(cohorts())
def test_shares_are_never_sharper_than_the_rounding(found: Cohort) -> None:
    shown = shown_cohort(found, SECRET, file="rijen.parquet")
    for row in shown.shares.select(definition="afronding"):
        wide = shown.shares.select(definition="wilson-95", **row.by).rows[0]
        assert row.indicator == SHARE
        assert (wide.low or 0) <= (row.low or 0) <= (row.high or 0) <= (wide.high or 0)
        exact = sum(p.persons for p in found.paths if _at(p, int(row.by["stage"])) == row.by["state"])
        whole = sum(p.persons for p in found.paths)
        assert (row.low or 0) - 1e-9 <= 100 * exact / whole <= (row.high or 0) + 1e-9


def _at(path: CohortPath, stage: int) -> str:
    state = path.states[stage - 1]
    return str(state) if state else "out"


def test_the_last_stage_is_told_apart_by_diploma_when_asked() -> None:
    kb = State("mbo", "3")
    paths = (CohortPath((kb,), 40, "", "vmbo-kb"), CohortPath((kb,), 30), CohortPath((None,), 4, "", "vmbo-kb"))
    flow = shown_cohort(
        Cohort(2016, 1, tuple(VMBO3), True, paths, ()), SECRET, file="rijen.parquet", diplomas=True
    ).flow
    assert {row.by["to"]: row.value for row in flow.links} == {"mbo:3": 30, "mbo:3+vmbo-kb": 40} | {
        row.by["to"]: row.value for row in flow.links if row.by["to"].startswith("out")
    }
    assert flow.words["mbo:3+vmbo-kb"] == "mbo niveau 3, diploma vmbo-kb"
    assert set(flow.words) == {row.by["state"] for row in flow.stocks}


def test_of_three_years_the_stage_without_a_stock_is_said_and_its_links_are_there() -> None:
    kb, mbo = State("vo", "kb"), State("mbo", "3")
    paths = (CohortPath((kb, mbo, mbo), 400), CohortPath((kb, None, mbo), 90))
    flow = shown_cohort(Cohort(2016, 3, tuple(VMBO3), True, paths, ()), SECRET, file="rijen.parquet").flow
    assert {row.by["stage"] for row in flow.stocks} == {"0", "1", "3"}
    assert {(row.by["from"], row.by["to"]) for row in flow.links.select(stage="1")} == {
        ("vo:kb", "mbo:3"),
        ("vo:kb", "out"),
    }
    assert any("na twee jaar" in note for note in flow.notes)
    two = Cohort(2016, 2, tuple(VMBO3), True, (CohortPath((kb, mbo), 400),), ())
    assert not any("na twee jaar" in note for note in shown_cohort(two, SECRET, file="rijen.parquet").flow.notes)
