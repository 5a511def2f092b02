"""Reach on the real files: counted a second time, growing with the distance, shrinking with closings."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures.disclosure_control import Row
from pactwerk.figures.reach import (
    OFFERED,
    BadReachQuestion,
    Change,
    Ground,
    NothingToReach,
    ReachQuestion,
    area_reach,
    change,
    closing,
)
from pactwerk.figures.reach.closing import GAINED, LOST
from pactwerk.figures.reach.rows import DISTANCE, PUPILS
from pactwerk.figures.reach.within import Bounds, counted, nearest_of, offering, population
from pactwerk.figures.releases import FigureQuery
from tests.figures.reach import brute

NH, PIE = "PV27", "Produceren, installeren en energie"


@pytest.fixture(autouse=True, scope="module")
def _the_files(real: Ground) -> None:
    assert real.missing == ()


def ends(row: Row) -> tuple[float, float]:
    assert row.low is not None
    assert row.high is not None
    return row.low, row.high


def bounds(found: Ground, question: ReachQuestion) -> Bounds:
    assert found.homes
    people = population(found.release, found.homes, question.area)
    return counted(found.homes, nearest_of(found, found.homes, question), question, people.told)


@pytest.mark.parametrize("km", [3.0, 10.0])
def test_a_province_counted_a_second_time(real: Ground, shared: Path, km: float) -> None:
    found = bounds(real, ReachQuestion(NH, km, "PIE"))
    expected = brute.counted(shared, NH, PIE, km)
    assert (found.within_low, found.within_high, found.beyond_low, found.beyond_high) == expected
    assert found.within_low > 0
    assert found.beyond_low > 0


def test_the_locations_that_offer_are_those_of_k20(real: Ground) -> None:
    for period in real.periods:
        (row,) = real.release.figures(FigureQuery("K20", "NL", period)).rows
        assert len(offering(real, ReachQuestion("NL", 10.0), period)) == row.value


def test_the_total_of_the_area_is_that_of_its_municipalities_and_postcodes(real: Ground) -> None:
    answer = area_reach(real, ReachQuestion(NH, 5.0, "BWI"))
    homes = [row for row in answer.postcodes.rows if row.indicator == PUPILS]
    whole = answer.total
    for side in ("low", "high"):
        name = f"denominator_{side}"
        assert getattr(whole, name) == sum(getattr(row, name) for row in answer.municipalities.rows)
        assert getattr(whole, name) == sum(getattr(row, side) for row in homes)
    near = {row.by["postcode4"] for row in answer.postcodes.rows if row.indicator == DISTANCE and ends(row)[0] <= 5.0}
    inside = sum(ends(row)[0] for row in homes if row.by["postcode4"] in near)
    assert inside == pytest.approx(whole.numerator_low, rel=0.02)  # km in the table are rounded to tenths


def test_hidden_cells_stay_intervals(real: Ground) -> None:
    answer = area_reach(real, ReachQuestion(NH, 10.0, "MVI"))
    assert answer.total.value is None
    assert ends(answer.total)[0] < ends(answer.total)[1]
    for row in (*answer.profiles.rows, *answer.municipalities.rows, *answer.postcodes.rows):
        assert ends(row)[0] <= ends(row)[1]
        assert row.value is None or row.value == row.low == row.high
        assert row.sources


def test_a_municipality_without_its_file_is_named_and_left_out(real: Ground) -> None:
    answer = area_reach(real, ReachQuestion("NL", 10.0))
    towns = {row.by["municipality"] for row in answer.municipalities.rows}
    assert real.homes
    assert towns <= real.homes.loaded
    assert any("geen bestand geladen" in note for note in answer.profiles.notes)
    with pytest.raises(NothingToReach, match="PV30"):
        area_reach(real, ReachQuestion("PV30", 10.0))


def test_words_say_the_crow_and_the_years(real: Ground) -> None:
    notes = " ".join(area_reach(real, ReachQuestion(NH, 10.0)).profiles.notes)
    assert "hemelsbreed" in notes
    assert "niet K22" in notes
    assert "2017/18" in notes
    assert "1 oktober 2024" in notes
    detour = area_reach(real, ReachQuestion(NH, 10.0, factor=1.3))
    assert any("maal 1,3" in note for note in detour.profiles.notes)


def test_a_detour_is_a_shorter_reach(real: Ground) -> None:
    assert bounds(real, ReachQuestion(NH, 13.0, "PIE", factor=1.3)) == bounds(real, ReachQuestion(NH, 10.0, "PIE"))


QUESTIONS = st.builds(
    ReachQuestion,
    area=st.sampled_from((NH, "GM0361", "PV22", "NL")),
    km=st.floats(0.5, 40.0),
    profile=st.sampled_from((*OFFERED, "techniek")),
    track=st.sampled_from(("", "bb", "kb", "gl")),
)


@settings(max_examples=60, deadline=None)
@given(question=QUESTIONS, more=st.floats(0.0, 20.0))
def test_farther_never_reaches_fewer(real: Ground, question: ReachQuestion, more: float) -> None:
    near, far = bounds(real, question), bounds(real, replace(question, km=question.km + more))
    assert far.within_low >= near.within_low
    assert far.within_high >= near.within_high
    assert (far.all_low, far.all_high) == (near.all_low, near.all_high)


@settings(max_examples=60, deadline=None)
@given(question=QUESTIONS, data=st.data())
def test_closing_never_reaches_more_and_opening_never_fewer(
    real: Ground, question: ReachQuestion, data: st.DataObject
) -> None:
    codes = offering(real, question)
    shut = data.draw(st.lists(st.sampled_from(codes), max_size=5, unique=True)) if codes else []
    open_at = data.draw(st.lists(st.sampled_from(real.codes), max_size=3, unique=True))
    now = bounds(real, question)
    closed = bounds(real, replace(question, closed=tuple(Change(code) for code in shut)))
    opened = bounds(real, replace(question, opened=tuple(Change(code, question.profiles[0]) for code in open_at)))
    assert closed.within_low <= now.within_low <= opened.within_low
    assert closed.within_high <= now.within_high <= opened.within_high


@settings(max_examples=25, deadline=None)
@given(question=QUESTIONS, data=st.data())
def test_who_loses_and_gains_is_the_difference(real: Ground, question: ReachQuestion, data: st.DataObject) -> None:
    codes = offering(real, question)
    shut = data.draw(st.lists(st.sampled_from(codes or real.codes), min_size=1, max_size=8, unique=True))
    new = data.draw(st.lists(st.sampled_from(real.codes), max_size=3, unique=True))
    asked = replace(
        question,
        closed=tuple(Change(code) for code in shut),
        opened=tuple(Change(code, question.profiles[0]) for code in new),
    )
    answer = closing(real, asked)
    before, after = bounds(real, question), bounds(real, asked)
    for side in ("low", "high"):
        lost, gained = (
            sum(getattr(line.row, side) for line in answer.affected if line.effect == effect)
            for effect in (LOST, GAINED)
        )
        assert getattr(before, f"within_{side}") - getattr(after, f"within_{side}") == lost - gained
    assert all(line.before != line.after for line in answer.affected)
    assert not {line.after for line in answer.affected} & (set(shut) - set(new))


def test_an_island_without_its_school_reaches_nobody(real: Ground) -> None:
    """Terschelling has one school of secondary education, and more than 15 km of water to the next."""
    question = ReachQuestion("GM0093", 15.0, "DP")
    (here,) = (code for code in offering(real, question) if real.locations[code].municipality == "GM0093")
    answer = closing(real, replace(question, closed=(Change(here),)))
    assert answer.shares.rows[0].value == 100
    assert answer.shares.rows[1].value == 0
    assert {line.effect for line in answer.affected} == {LOST}


def test_the_list_of_who_is_affected_is_counts_at_the_publishers_grain(real: Ground, shared: Path) -> None:
    (shut, *_) = (code for code in offering(real, ReachQuestion(NH, 10.0, "PIE")) if code.startswith("01XF"))
    answer = closing(real, ReachQuestion(NH, 10.0, "PIE", closed=(change(shut.lower()),)))
    cells = brute.homes(shared, NH)
    assert answer.affected
    for line in answer.affected:
        assert (line.row.low, line.row.high) == cells[line.row.by["municipality"], line.row.by["postcode4"]]
    assert answer.receiving
    assert shut not in {entry.location for entry in answer.receiving}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"km": 0.0}, "afstand"),
        ({"km": float("nan")}, "afstand"),
        ({"km": 500.0}, "afstand"),
        ({"factor": 0.5}, "omwegfactor"),
        ({"profile": "XYZ"}, "BWI"),
        ({"track": "vwo"}, "leerweg"),
        ({"ages": ("40",)}, "leeftijden"),
        ({"ages": ()}, "leeftijden"),
        ({"closed": (Change("99ZZ99"),)}, "99ZZ99"),
        ({"closed": (Change("01XF01", "XYZ"),)}, "XYZ"),
        ({"opened": (Change("01XF01"),)}, "01AB00:BWI"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_does(real: Ground, changes: dict[str, object], words: str) -> None:
    question = replace(ReachQuestion(NH, 10.0), **changes)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(BadReachQuestion, match=words):
        area_reach(real, question)


def test_a_closing_without_a_choice_asks_for_one(real: Ground) -> None:
    with pytest.raises(BadReachQuestion, match="sluit"):
        closing(real, ReachQuestion(NH, 10.0))
