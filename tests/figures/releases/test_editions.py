"""Several editions of one table: series with their breaks, and years that two files give."""

from pathlib import Path

from pactwerk.figures.releases import FigureQuery
from pactwerk.figures.releases.origin import Origin
from pactwerk.figures.releases.origins import newest_first
from tests.figures.releases.homes import PUPILS_2018, current, exam_file, offer, pupils_file, value
from tests.figures.sources.invented import PUPILS


def test_without_a_sector_column_the_profile_definition_is_shown_after_a_break(tmp_path: Path) -> None:
    home, files = tmp_path / "home", tmp_path / "files"
    pupils_file(files)
    pupils_file(files, PUPILS_2018, PUPILS.without("VMBO SECTOR"))
    assert offer(home, files).exit_code == 0
    table = current(home).figures(FigureQuery("K04", "NL", "all"))
    assert [(row.period, row.definition) for row in table] == [("2017/18", "sector"), ("2018/19", "profile")]
    assert table.breaks() == (("2017/18", "2018/19"),)
    assert value(home, "K04", "NL", "2018/19", definition="sector") is None
    asked = current(home).figures(FigureQuery("K04", "NL", "all", definition="profile"))
    assert [row.period for row in asked] == ["2017/18", "2018/19"]
    assert asked.breaks() == ()


def test_a_year_in_two_exam_files_counts_once_from_the_newest(tmp_path: Path) -> None:
    home, files = tmp_path / "home", tmp_path / "files"
    old = ("6", "5", "83.3", "6", "6", "100", "12", "11", "91.7")
    new = ("6", "5", "83.3", "7", "6", "85.7", "13", "11", "84.6")
    other = ("5", "5", "100", "5", "5", "100", "10", "10", "100")
    exam_file(files, {"VMBO B - techniek": old, "VMBO B - economie": other}, (2019, 2020))
    exam_file(files, {"VMBO B - techniek": new, "VMBO B - economie": other}, (2020, 2021))
    result = offer(home, files)
    assert result.exit_code == 0
    rows = {row.period: row for row in current(home).figures(FigureQuery("E01", "NL", "all"))}
    assert [(period, row.numerator, row.denominator) for period, row in rows.items()] == [
        ("2019/20", 12, 22),
        ("2020/21", 13, 23),
        ("2021/22", 13, 23),
    ]
    (warning,) = (found for found in current(home).manifest.warnings if found.endswith("telt."))
    assert warning in result.warnings
    assert warning.en.endswith("counts.")
    assert rows["2020/21"].sources[0].file == "examenkandidaten-en-geslaagden-2020-2022.csv"


def test_the_edition_that_ends_last_counts_not_the_one_that_begins_last(tmp_path: Path) -> None:
    home, files = tmp_path / "home", tmp_path / "files"
    first = ("5", "5", "100", "5", "5", "100", "10", "10", "100")
    last = ("7", "6", "85.7", "6", "6", "100", "13", "12", "92.3")
    exam_file(files, {"VMBO B - techniek": last}, (2019, 2020, 2021))
    exam_file(files, {"VMBO B - techniek": first}, (2020,))
    assert offer(home, files).exit_code == 0
    rows = {row.period: row.denominator for row in current(home).figures(FigureQuery("E01", "NL", "all"))}
    assert rows["2020/21"] == 13


def test_pupils_that_the_publisher_suppressed_give_bounds(tmp_path: Path) -> None:
    home, files = tmp_path / "home", tmp_path / "files"
    hidden = PUPILS.cell(1, "LEER- OF VERBLIJFSJAAR 3 - VROUW", "<5")
    pupils_file(files, table=hidden)
    result = offer(home, files)
    assert result.exit_code == 0, result.lines
    (row,) = current(home).figures(FigureQuery("K04", "NL", "2017/18")).rows
    assert (row.value, row.low, row.high, row.numerator) == (None, 21, 24, None)


def test_what_a_third_party_derived_never_goes_before_the_publishers_own() -> None:
    derived = Origin("school_advice", "2024/25", "a", "", "2019/20 – 2025/26", "2026", "afgeleid")
    own = Origin("school_advice", "2024/25", "b", "", "2024/25", "2025", "definitief")
    assert newest_first([derived, own]) == [own, derived]
