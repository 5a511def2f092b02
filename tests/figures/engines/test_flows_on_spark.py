"""Flows of persons give the same numbers on Spark as on DuckDB: the same expressions, over the same files."""

import random
from pathlib import Path

import pytest

from pactwerk.figures.engines import Engine
from pactwerk.figures.engines.duck import DuckEngine
from pactwerk.figures.flows.cohorts import count_cohort
from pactwerk.figures.flows.records import Counted, EnrolmentsRefused, count_transitions, open_enrolments
from pactwerk.figures.flows.records.checking import find_faults
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.technasium import count_retention
from tests.figures.flows.records.populations import Row, enrolment, parquet, text

GRAIN = ("level", "track", "field", "grade")
BY = ("sex", "area", "diploma")
LEVELS = {
    "vo": ("kb", "tl", "havo", ""),
    "mbo": ("2", "4"),
    "mbo-extraneus": ("2",),
    "hbo": ("ad", "ba"),
    "vavo": ("",),
}


def population(persons: int, years: range) -> list[Row]:
    """Careers with everything that goes wrong: doubles, gaps, nobody, codes that nobody knows."""
    chance = random.Random(4)
    rows: list[Row] = []
    for person in range(persons):
        for year in years:
            for _ in range(chance.choice((0, 1, 1, 1, 1, 1, 1, 2))):
                level = chance.choice([*LEVELS, "vo", "vo", "mbo", "ergens"])
                rows.append(
                    enrolment(
                        year=year,
                        person=f"p{person}" if chance.random() > 0.02 else None,
                        institution=chance.choice(("01AB", "02CD", None)),
                        level=level,
                        track=chance.choice((*LEVELS.get(level, ("",)), "zomaar")),
                        field=chance.choice(("techniek", "groen", "")),
                        grade=chance.choice(("2", "3", "4", "")),
                        sex=chance.choice(("male", "female", "unknown", None)),
                        area=chance.choice(("GM0361", "gm0014", "Alkmaar", None)),
                        diploma=chance.choice(("", "", "vmbo-kb", "mbo-2", "zwemdiploma", None)),
                    )
                )
    chance.shuffle(rows)
    return rows


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return population(150, range(2015, 2018))


def counted(engine: Engine, path: Path, grain: tuple[str, ...], by: tuple[str, ...], *, leavers: bool) -> Counted:
    with open_enrolments([path], engine=engine) as enrolments:
        return count_transitions(enrolments, grain, by=by, years=[2015], leavers=leavers)


def test_transitions_and_leavers_are_the_same(spark: Engine, tmp_path: Path, rows: list[Row]) -> None:
    path = parquet(tmp_path / "a.parquet", rows)
    mine, theirs = (counted(engine, path, GRAIN, BY, leavers=True) for engine in (DuckEngine(), spark))
    assert sorted(theirs.transitions, key=repr) == sorted(mine.transitions, key=repr)
    assert sum(one.persons for one in mine.transitions) > 100
    assert (theirs.faults, theirs.years) == (mine.faults, mine.years)


def test_transitions_of_a_text_file_are_the_same(spark: Engine, tmp_path: Path, rows: list[Row]) -> None:
    path = text(tmp_path / "a.csv", rows)
    mine, theirs = (counted(engine, path, ("level",), (), leavers=False) for engine in (DuckEngine(), spark))
    assert sorted(theirs.transitions, key=repr) == sorted(mine.transitions, key=repr)
    assert sum(one.persons for one in mine.transitions) > 100


def test_faults_are_named_and_counted_the_same(spark: Engine, tmp_path: Path, rows: list[Row]) -> None:
    path = parquet(tmp_path / "a.parquet", rows)
    found = []
    for engine in (DuckEngine(), spark):
        with open_enrolments([path], engine=engine) as enrolments:
            found.append(find_faults(enrolments))
    assert found[0] == found[1]
    assert len({fault.code for fault in found[0]}) > 3


def test_cohorts_are_the_same(spark: Engine, tmp_path: Path, rows: list[Row]) -> None:
    path = parquet(tmp_path / "a.parquet", rows)
    starts = [State("vo", track, "", "3") for track in ("kb", "tl", "havo")]
    found = []
    for engine in (DuckEngine(), spark):
        with open_enrolments([path], engine=engine) as enrolments:
            found.append(count_cohort(enrolments, starts, 2015, 2, ("level", "track")))
    assert found[0] == found[1]
    assert sum(path.persons for path in found[0].paths) > 5


def test_technasium_is_the_same(spark: Engine, tmp_path: Path) -> None:
    chance = random.Random(5)
    pupils = [
        enrolment(
            year=2016 + later,
            person=f"p{person}",
            track=chance.choice(("havo", "vwo")),
            field=chance.choice(("nt", "NG", "em")) if later else "",
            grade=chance.choice(("3", "4")) if later else "3",
            institution=chance.choice(("01AB", "02CD")),
            oo=chance.choice(("yes", "no")) if later else "yes",
            oo_rule=chance.choice(("compulsory", "elective")),
        )
        for person in range(80)
        for later in (0, 1)
        if not later or chance.random() > 0.1
    ]
    path = parquet(tmp_path / "a.parquet", pupils)
    found = []
    for engine in (DuckEngine(), spark):
        with open_enrolments([path], engine=engine) as enrolments:
            found.append(count_retention(enrolments, 2016))
    assert found[0] == found[1]


def test_a_broken_file_is_refused_without_a_word_out_of_it(
    spark: Engine, tmp_path: Path, rows: list[Row], capfd: pytest.CaptureFixture[str]
) -> None:
    path = text(tmp_path / "a.csv", rows[:50])
    path.write_text(path.read_text(encoding="utf-8") + "2016;jan4711;too;few\n", encoding="utf-8")
    with pytest.raises(EnrolmentsRefused) as refused:
        counted(spark, path, GRAIN, (), leavers=False)
    said = f"{refused.value} {refused.value.message_en} {refused.value.__context__!r} {refused.value.__cause__!r}"
    assert "jan4711" not in said + "".join(capfd.readouterr())
