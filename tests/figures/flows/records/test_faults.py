"""Faults are named and counted, and nothing of a person stands in any of them."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.engines.duck import DuckEngine
from pactwerk.figures.flows.records import EnrolmentsRefused, checking, open_enrolments
from pactwerk.figures.flows.records.checking import find_faults
from pactwerk.figures.flows.records.interruptions import interruptions
from pactwerk.figures.flows.records.wording import FAULTS
from tests.figures.flows.records.populations import Row, enrolment, parquet, text


def faults(tmp_path: Path, rows: list[Row]) -> set[tuple[str, int | None, str, int]]:
    with open_enrolments([parquet(tmp_path / "rows.parquet", rows)], engine=DuckEngine(threads=1)) as enrolments:
        found = find_faults(enrolments)
    assert {one.code for one in found} <= FAULTS.keys()
    return {(one.code, one.year, one.detail, one.count) for one in found}


def test_a_clean_file_has_none(tmp_path: Path) -> None:
    assert faults(tmp_path, [enrolment(), enrolment(year=2017, grade="4")]) == set()


def test_every_kind_is_named_and_counted(tmp_path: Path) -> None:
    rows = [
        enrolment(), enrolment(), enrolment(institution="25LN", level="mbo", track="2", diploma=""),
        enrolment(person=None), enrolment(year=None), enrolment(year=20166, person="x"),
        enrolment(person="gone"), enrolment(person="gone", year=2019),
        enrolment(year=2017, person="p2", sex="vrouw", area="Alkmaar", level="ergens", track="zz", grade="12"),
        enrolment(year=2018, person="p3", diploma="mbo-2"), enrolment(year=2019, person="p3", level="mbo", track="2"),
        enrolment(year=2019, person="p4", level="wo", diploma=""), enrolment(year=2019, person="p4", level="hbo"),
        enrolment(year=2018, person="p5", level="vo", diploma="havo"), enrolment(year=2018, person="p5", level="mbo"),
    ]  # fmt: skip
    assert faults(tmp_path, rows) == {
        ("no_year", None, "", 2),
        ("no_person", 2016, "", 1),
        ("repeated", 2016, "", 1),
        ("elsewhere", 2016, "mbo > vo", 1),
        ("gap", 2016, "2019", 1),
        ("unknown_sex", 2017, "", 1),
        ("unknown_area", 2017, "", 1),
        ("unknown_level", 2017, "", 1),
        ("unknown_track", 2017, "", 1),
        ("unknown_grade", 2017, "", 1),
        ("diploma_before_school", 2018, "mbo-2", 1),
        ("same_place", 2019, "hbo > wo", 1),
        ("tie", 2019, "hbo > wo", 1),
        ("same_place", 2018, "mbo > vo", 1),
        ("lost", 2018, "mbo > vo", 1),
    }


def test_a_person_of_blanks_is_nobody(tmp_path: Path) -> None:
    rows = [enrolment(person=blank) for blank in ("", " ", "   ", None)] + [enrolment(person=" p1"), enrolment()]
    assert faults(tmp_path, rows) == {("no_person", 2016, "", 4)}


def test_who_is_enrolled_three_times_stands_once_in_each_line(tmp_path: Path) -> None:
    rows = [
        enrolment(level="mbo", track="2"),
        enrolment(diploma="vmbo-kb"),
        enrolment(institution="25LN", grade="4"),
        enrolment(institution="26AB", diploma="vmbo-tl"),
    ]
    assert faults(tmp_path, rows) == {
        ("elsewhere", 2016, "mbo > vo", 1),
        ("same_place", 2016, "mbo > vo", 1),
        ("lost", 2016, "mbo > vo", 1),
    }


def test_a_diploma_dated_before_the_enrolment(tmp_path: Path) -> None:
    rows = [
        enrolment(diploma="vmbo-kb", diploma_on="2016-09-30"),
        enrolment(person="p2", diploma="vmbo-kb", diploma_on="2017-06-14"),
        enrolment(person="p3", diploma="", diploma_on=None),
        enrolment(person="p4", diploma="", diploma_on="geen datum"),
    ]
    assert faults(tmp_path, rows) == {("early_diploma", 2016, "", 1)}


def test_a_code_is_named_only_when_ten_persons_hold_it(tmp_path: Path) -> None:
    rows = [enrolment(person=f"p{number}", track="lwt") for number in range(10)]
    rows += [enrolment(person=f"q{number}", track=f"geheim{number}") for number in range(12)]
    rows += [enrolment(person="q1", track="geheim1", year=year) for year in range(2000, 2016)]
    found = {(detail, count) for code, year, detail, count in faults(tmp_path, rows) if year == 2016}
    assert found == {("lwt", 10), ("", 12)}


def test_persons_in_parts_give_the_same_interruptions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [enrolment(person=f"p{number}", year=year) for number in range(40) for year in (2010, 2013 + number % 3)]
    rows += [enrolment(person="all", year=year) for year in range(2010, 2016)]
    whole = faults(tmp_path, rows)
    monkeypatch.setattr(checking, "_ROWS_AT_ONCE", 7)
    assert faults(tmp_path, rows) == whole
    assert ("gap", 2010, "2013", 14) in whole


@given(st.sets(st.integers(2000, 2012), min_size=1), st.sets(st.integers(2000, 2012), min_size=1))
def test_interruptions_by_the_years_themselves(person: set[int], extra: set[int]) -> None:
    years = sorted(person | extra)
    mask = sum(1 << (year - years[0]) for year in person)
    there = sorted(person)
    expected = [(before, after) for before, after in pairwise(there) if any(before < year < after for year in years)]
    assert list(interruptions(mask, years)) == expected


def _refused(path: Path | str) -> EnrolmentsRefused:
    with pytest.raises(EnrolmentsRefused) as caught, open_enrolments([path], engine=DuckEngine(threads=1)):
        pass
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return caught.value


def test_structural_errors_name_file_and_column(tmp_path: Path) -> None:
    rows = [enrolment()]
    assert str(_refused(tmp_path / "weg.parquet")).startswith("weg.parquet: hier staat geen")
    assert "geen Parquet" in str(_refused(tmp_path))
    whole = parquet(tmp_path / "goed.parquet", rows).read_bytes()
    (tmp_path / "half.parquet").write_bytes(whole[: len(whole) // 2])
    assert "beschadigd" in str(_refused(tmp_path / "half.parquet"))
    path = text(tmp_path / "kort.csv", rows)
    path.write_text(path.read_text().replace("level;", "soort;"))
    assert "kolom level ontbreekt" in str(_refused(path))
    path.write_text(path.read_text().replace("2016", "vorig jaar").replace("soort;", "level;"))
    assert "year" in str(_refused(path))
    (tmp_path / "leeg.csv").write_text("")
    assert str(_refused(tmp_path / "leeg.csv")).startswith("leeg.csv: ")
    (tmp_path / "latin.csv").write_bytes(path.read_bytes() + "2016;é".encode("latin-1"))
    assert "tekenset" in str(_refused(tmp_path / "latin.csv"))


def test_too_little_memory_is_no_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    engine = DuckEngine(threads=1)
    columns = "'01AA' AS institution, 'vo' AS level, 'kb' AS track, '' AS field, '3' AS grade, 'male' AS sex"
    people = f"SELECT 2016 AS year, 'secret-' || i AS person, {columns}, '' AS area, '' AS diploma"
    engine.write(f"{people} FROM range(200000) t(i)", path)
    with open_enrolments([path], engine=engine) as enrolments:
        engine.connection.execute("SET max_temp_directory_size = '0KB'; SET memory_limit = '15MB'")
        with pytest.raises(EnrolmentsRefused, match="geheugen") as refused:
            find_faults(enrolments)
    engine.close()
    assert "beschadigd" not in str(refused.value)
    assert refused.value.__suppress_context__
