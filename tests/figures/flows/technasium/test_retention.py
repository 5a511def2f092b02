"""Technasium from year 3 to 4: the outcomes against plain Python, and what is shown of them."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures.engines.duck import DuckEngine
from pactwerk.figures.flows.records import Enrolments, open_enrolments
from pactwerk.figures.flows.technasium import (
    MEASURES,
    OUTCOMES,
    Group,
    Retention,
    TechnasiumRefused,
    compare,
    compare_groups,
    count_retention,
    shown_retention,
)
from tests.figures.flows.records.populations import Row, enrolment, parquet

SECRET = b"of the tests"


@pytest.fixture(scope="module")
def engine() -> DuckEngine:
    return DuckEngine(threads=1)


def pupil(person: str, **columns: str | int | None) -> Row:
    always: dict[str, str | int | None] = {
        "year": 2016,
        "track": "havo",
        "field": "",
        "institution": "01AB",
        "oo": "yes",
        "oo_rule": "elective",
    }
    return enrolment(person=person, **(always | columns))


def retention(engine: DuckEngine, rows: list[Row]) -> Retention:
    with tempfile.TemporaryDirectory() as folder:
        file = parquet(Path(folder) / "rows.parquet", rows)
        with open_enrolments([file], engine=engine) as enrolments:
            return count_retention(enrolments, 2016)


LATER: dict[str, dict[str, str | int | None] | None] = {
    "a": {"grade": "4", "field": "nt"},
    "b": {"grade": "4", "field": "NG", "oo": "no"},
    "c": {"grade": "4", "field": "em", "oo": "no"},
    "d": {"grade": "3"},
    "e": {"grade": "4", "track": "tl", "oo": "no"},
    "f-technasium": {"grade": "4", "institution": "02CD00", "oo": "no"},
    "f-other": {"grade": "4", "institution": "03EF", "oo": "no"},
    "g": None,
    "x": {"grade": "4", "oo": None, "field": "nt"},
}


def story(outcome: str, person: str, **start: str | int | None) -> Iterator[Row]:
    yield pupil(person, **start)
    later = LATER[outcome]
    if later is not None:
        yield pupil(person, **(start | {"year": 2017} | later))


def test_every_outcome_is_told(engine: DuckEngine) -> None:
    elsewhere = pupil("someone else", year=2017, institution="02CD", grade="2")
    rows = [row for outcome in OUTCOMES for row in story(outcome, outcome)]
    found = retention(engine, [*rows, elsewhere])
    told = Counter({group.outcome: persons for group, persons in found.groups.items()})
    assert told == dict.fromkeys(OUTCOMES, 1)


@pytest.mark.parametrize(
    ("start", "later", "outcome"),
    [
        ({"track": "vwo"}, {"track": "havo", "grade": "4"}, "e"),
        ({"track": "havo"}, {"track": "vwo", "grade": "4"}, "a"),
        ({"track": "havo"}, {"track": "vwo", "grade": "3"}, "d"),
        ({}, {"grade": "4", "field": "EM/NT", "oo": "no"}, "b"),
        ({}, {"grade": "4", "field": "NT-NG", "oo": "no"}, "b"),
        ({"institution": "01AB00"}, {"institution": "01AB01", "grade": "4"}, "a"),
        ({}, {"level": "mbo", "track": "3", "grade": ""}, "g"),
        ({}, {"grade": "4", "oo": "no", "field": "ngem"}, "b"),
        ({}, {"grade": "4", "oo": "no", "field": ""}, "x"),
        ({"oo": "ja"}, {"grade": "4", "oo": "nee", "field": "cm"}, "c"),
        ({}, {"grade": "5"}, "x"),
        ({}, {"institution": None, "grade": "4"}, "x"),
    ],
)
def test_what_decides(
    engine: DuckEngine, start: dict[str, str | int | None], later: dict[str, str | int | None], outcome: str
) -> None:
    rows = [pupil("p", **start), pupil("p", **(start | {"year": 2017} | later))]
    assert [group.outcome for group in retention(engine, rows).groups] == [outcome]


def test_only_pupils_with_oo_in_year_3_of_havo_or_vwo_are_the_cohort(engine: DuckEngine) -> None:
    others = [
        pupil("no oo", oo="no"),
        pupil("unknown", oo=None),
        pupil("year 2", grade="2"),
        pupil("vmbo", track="tl"),
        pupil("mbo", level="mbo"),
    ]
    found = retention(engine, [*others, pupil("in", oo_rule="compulsory"), pupil("in", year=2017, grade="4")])
    assert found.groups == {Group("compulsory", "havo", "female", "01AB", "a"): 1}


def test_a_rule_that_is_not_known_stands_apart(engine: DuckEngine) -> None:
    rows = [*story("a", "one", oo_rule=None), *story("a", "two", oo_rule="soms"), *story("a", "three")]
    rules = Counter({group.rule: persons for group, persons in retention(engine, rows).groups.items()})
    assert rules == {"unknown": 2, "elective": 1}


def open_at(engine: DuckEngine, path: Path) -> Enrolments:
    with open_enrolments([path], engine=engine) as enrolments:
        return enrolments


def test_a_file_without_oo_is_refused_with_where_to_get_it(engine: DuckEngine, tmp_path: Path) -> None:
    file = parquet(tmp_path / "rijen.parquet", [enrolment(), enrolment(year=2017)])
    with pytest.raises(TechnasiumRefused, match="kolom oo") as refused:
        count_retention(open_at(engine, file), 2016)
    assert "leerlingsysteem" in str(refused.value)


def test_a_year_that_is_not_there_is_refused(engine: DuckEngine, tmp_path: Path) -> None:
    file = parquet(tmp_path / "rijen.parquet", [pupil("p")])
    with pytest.raises(TechnasiumRefused, match="2017/18 staat niet in"):
        count_retention(open_at(engine, file), 2016)


def test_text_of_the_columns_does_not_matter(engine: DuckEngine, tmp_path: Path) -> None:
    file = tmp_path / "rijen.parquet"
    polars.DataFrame(
        [dict(pupil("p", oo=" YES ", track="HAVO")), dict(pupil("p", year=2017, grade="4"))]
    ).write_parquet(file)
    assert [group.outcome for group in count_retention(open_at(engine, file), 2016).groups] == ["a"]


groups = st.builds(
    Group,
    rule=st.sampled_from(["compulsory", "elective", "unknown"]),
    level=st.sampled_from(["havo", "vwo"]),
    sex=st.sampled_from(["male", "female"]),
    school=st.sampled_from(["01AB", "02CD"]),
    outcome=st.sampled_from(list(OUTCOMES)),
)
found_groups = st.dictionaries(groups, st.integers(1, 60), min_size=1, max_size=25)


@settings(max_examples=10, deadline=None)
@given(found_groups, st.sets(st.sampled_from(["level", "sex", "school"])))
def test_rates_hold_the_exact_ones_and_counts_are_within_ten(counts: dict[Group, int], by: set[str]) -> None:
    shown = shown_retention(Retention(2016, counts, ()), SECRET, file="rijen.parquet", by=sorted(by))
    for row in shown.counts:
        assert abs((row.value or 0) - exact(counts, row.by, row.by["outcome"])) < 10
    for row in shown.rates.select(definition="afronding"):
        part, whole = parts(counts, row.by, row.indicator)
        if whole:
            assert (row.low or 0) - 1e-9 <= 100 * part / whole <= (row.high or 0) + 1e-9
        wide = next(
            other
            for other in shown.rates
            if (other.definition, other.indicator, other.by) == ("wilson-95", row.indicator, row.by)
        )
        assert (wide.low or 0) <= (row.low or 0)
        assert (row.high or 0) <= (wide.high or 0)


def exact(counts: dict[Group, int], by: Mapping[str, str], outcome: str) -> int:
    names = {name: code for name, code in by.items() if name != "outcome"}
    return sum(
        persons
        for group, persons in counts.items()
        if all(getattr(group, name) == code for name, code in names.items()) and outcome in {"cohort", group.outcome}
    )


def parts(counts: dict[Group, int], by: Mapping[str, str], measure: str) -> tuple[int, int]:
    """The definitions of the measures, by hand."""
    of = {outcome: exact(counts, by, outcome) for outcome in (*OUTCOMES, "cohort")}
    gone = of["d"] + of["e"] + of["f-technasium"] + of["f-other"] + of["g"]
    return {
        "behoud_bruto": (of["a"], of["cohort"]),
        "behoud_netto": (of["a"], of["cohort"] - gone),
        "profielbehoud": (of["a"] + of["b"], of["a"] + of["b"] + of["c"]),
    }[measure]


def cohort(year: int, goes_on: int, stops: int, rule: str = "elective", level: str = "havo") -> Retention:
    groups = {Group(rule, level, "female", "01AB", "a"): goes_on, Group(rule, level, "female", "01AB", "c"): stops}
    return Retention(year, groups, ())


def test_before_and_after_an_action() -> None:
    earlier = shown_retention(cohort(2016, 600, 600), SECRET, file="rijen.parquet")
    later = shown_retention(cohort(2018, 840, 360), SECRET, file="rijen.parquet")
    gross = next(one for one in compare(earlier, later) if one.measure == "behoud_bruto")
    assert gross.difference.value == pytest.approx(20, abs=2)
    assert gross.difference.says_something
    few = compare(
        shown_retention(cohort(2016, 12, 12), SECRET, file="rijen.parquet"),
        shown_retention(cohort(2018, 17, 7), SECRET, file="rijen.parquet"),
    )
    assert not any(one.difference.says_something for one in few)


def test_two_groups_of_one_cohort() -> None:
    groups = dict(cohort(2016, 900, 100, "compulsory").groups) | dict(cohort(2016, 400, 400, "elective").groups)
    shown = shown_retention(Retention(2016, groups, ()), SECRET, file="rijen.parquet")
    found = compare_groups(shown, ("elective", ()), ("compulsory", ()))
    assert {one.measure for one in found} == set(MEASURES)
    assert found[0].difference.value == pytest.approx(40, abs=3)


def test_a_school_that_is_too_small_is_not_shown() -> None:
    groups = dict(cohort(2016, 400, 400).groups) | {Group("elective", "havo", "male", "02CD", "a"): 1}
    shown = shown_retention(Retention(2016, groups, ()), b"another", file="rijen.parquet", by=["school"])
    assert {row.by["school"] for row in (*shown.rates, *shown.counts)} == {"01AB"}


def test_another_breakdown_is_refused() -> None:
    with pytest.raises(ValueError, match="area"):
        shown_retention(cohort(2016, 40, 40), SECRET, file="rijen.parquet", by=["area"])
