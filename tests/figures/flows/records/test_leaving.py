"""The marks of those who left, and that they stand for the same persons."""

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings

from pactwerk.figures.engines.duck import DuckEngine
from pactwerk.figures.flows.records import count_transitions, open_enrolments
from pactwerk.figures.flows.transition import Transition
from tests.figures.flows.records.populations import POPULATIONS, Row, enrolment, parquet


def leavers(folder: Path, rows: list[Row]) -> list[Transition]:
    with open_enrolments([parquet(folder / "rows.parquet", rows)], engine=DuckEngine(threads=1)) as enrolments:
        counted = count_transitions(enrolments, ("level",), leavers=True)
    return [one for one in counted.transitions if one.target is None]


def marks(folder: Path, *rows: Row) -> tuple[bool | None, bool | None, bool | None]:
    """The marks of the one who leaves after 2016; somebody else stays, so that there are years to leave in."""
    others = [enrolment(person="stays", year=year, age=None, registered=None) for year in (2014, 2015, 2016, 2017)]
    (found,) = [one for one in leavers(folder, [*others, *rows]) if one.year == 2016]
    assert found.persons == 1
    return found.qualified, found.young, found.registered


def test_a_diploma_of_an_earlier_year_counts(tmp_path: Path) -> None:
    earlier = enrolment(year=2015, level="mbo", diploma="mbo-2", age=22, registered="ja")
    last = enrolment(year=2016, level="mbo", diploma="", age=23, registered="ja")
    assert marks(tmp_path, earlier, last) == (True, False, True)


def test_without_a_diploma_it_is_known_only_of_who_came_in_within_the_file(tmp_path: Path) -> None:
    came_in = enrolment(year=2016, level="mbo", diploma="vmbo-kb", age=17, registered="nee")
    assert marks(tmp_path, came_in) == (False, True, False)
    from_school = [
        enrolment(year=2014, level="vo", diploma="", age=15),
        *(enrolment(year=year, level="mbo", diploma="", age=17, registered="ja") for year in (2015, 2016)),
    ]
    assert marks(tmp_path, *from_school) == (False, True, True)
    there = [enrolment(year=year, level="mbo", diploma="", age=None, registered="") for year in (2014, 2015, 2016)]
    assert marks(tmp_path, *there) == (None, None, None)


def test_a_later_diploma_is_no_qualification_yet(tmp_path: Path) -> None:
    rows = [enrolment(year=year, age=16, registered="ja", diploma=code) for year, code in ((2016, ""), (2018, "vwo"))]
    assert marks(tmp_path, *rows) == (False, True, True)


@settings(max_examples=30, deadline=None)
@given(rows=POPULATIONS)
def test_marks_split_the_same_leavers(rows: list[Row]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = parquet(Path(folder) / "rows.parquet", rows)
        with open_enrolments([path], engine=DuckEngine(threads=1)) as enrolments:
            plain = count_transitions(enrolments, ("level", "track"), by=("sex",))
            told = count_transitions(enrolments, ("level", "track"), by=("sex",), leavers=True)
    assert _sums(told.transitions) == _sums(plain.transitions)


def _sums(transitions: tuple[Transition, ...]) -> Counter[tuple[object, ...]]:
    found: Counter[tuple[object, ...]] = Counter()
    for one in transitions:
        found[one.year, one.source, one.target, one.sex] += one.persons
    return found
