"""The quality report says what is there, what is not, and what does not add up."""

import json
from datetime import date
from pathlib import Path

import pytest

from pactwerk.figures.releases import Release, corrections, managing
from pactwerk.figures.releases.managing import QualityReport
from pactwerk.figures.releases.quality_report.continuity import gaps
from pactwerk.figures.releases.quality_report.report import as_text
from tests.figures.releases.homes import PUPILS_2018, address_file, current, exam_file, offer, pupils_file
from tests.figures.sources.invented import PUPILS, write

TODAY = date(2020, 1, 15)
GOOD = ("6", "5", "83.3", "6", "5", "83.3", "12", "10", "83.3")
OFF = ("6", "5", "83.3", "6", "5", "83.3", "11", "9", "81.8")


def report(home: Path, previous: Release | None = None) -> QualityReport:
    return managing.quality_report(current(home), previous, TODAY)


def table(found: QualityReport, key: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = found.as_data()["sections"][key]["rows"]
    return rows


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home" / "figures"


def test_totals_that_are_the_sum_of_their_parts_leave_nothing(home: Path, tmp_path: Path) -> None:
    offer(home, exam_file(tmp_path / "f", {"VMBO B - techniek": GOOD}))
    section = report(home).section("residuals")
    assert not section.alarm
    assert {(row[5], row[7], row[8]) for row in section.rows} == {(0, 0.0, 0.0)}


def test_a_total_below_its_parts_is_told_with_its_line(home: Path, tmp_path: Path) -> None:
    offer(home, exam_file(tmp_path / "f", {"VMBO B - techniek": GOOD, "VMBO B - economie": OFF}))
    found = report(home)
    rows = [row for row in table(found, "residuals") if row["measure"] == "candidates"]
    assert [(row["lines"], row["wrong"], row["first"]) for row in rows] == [(2, 1, 3), (2, 1, 3)]
    assert {(row["residual_low"], row["residual_high"], row["explained"]) for row in rows} == {(-1.0, -1.0, None)}
    assert found.section("residuals").alarm


def test_a_total_above_its_parts_is_explained_where_the_file_has_no_unknown(home: Path, tmp_path: Path) -> None:
    more = (*GOOD[:6], "13", "11", "84.6")
    offer(home, exam_file(tmp_path / "f", {"VMBO B - techniek": more}))
    found = report(home)
    assert all("onbekend geslacht" in str(row["explained"]) for row in table(found, "residuals"))
    assert not found.section("residuals").alarm


def test_suppressed_cells_give_an_interval_that_contradicts_nothing(home: Path, tmp_path: Path) -> None:
    hidden = ("6", "5", "83.3", "<5", "<5", "100", "9", "8", "88.9")
    offer(home, exam_file(tmp_path / "f", {"VMBO B - techniek": hidden}))
    found = report(home)
    candidates = next(row for row in table(found, "residuals") if row["measure"] == "candidates")
    assert (candidates["wrong"], candidates["residual_low"], candidates["residual_high"]) == (0, -1.0, 2.0)
    (counted, *_) = table(found, "suppressed")
    assert (counted["table"], counted["cells"], counted["observations"]) == ("exams", 2, 6)


def test_missing_tables_years_and_locations(home: Path, tmp_path: Path) -> None:
    files = tmp_path / "f"
    offer(home, pupils_file(files), pupils_file(files, "later-2019-2020.csv"), address_file(files))
    found = report(home)
    missing = {(row["kind"], row["table"], row["what"]) for row in table(found, "missing")}
    assert ("jaar", "vo_pupils", "2018/19") in missing
    assert ("tabel", "exams", "geen enkel bestand") in missing
    assert {row["location"] for row in table(found, "without_area")} >= {"99AA07"}
    coverage = {(row["table"], row["period"]): row for row in table(found, "coverage")}
    assert coverage["vo_pupils", "2017/18"]["locations"] == 3


def test_refused_files_and_rows_left_out_stay_known_in_later_releases(home: Path, tmp_path: Path) -> None:
    files = tmp_path / "f"
    totals = PUPILS.with_rows(("TOTAAL", *[""] * 10, *["9"] * 12))
    pupils_file(files, table=totals)
    broken = write(files, "half-2018-2019.csv", PUPILS.text()[:-40])
    offer(home, files)
    refused = {(row["file"], row["kind"]) for row in table(report(home), "left_out")}
    assert (broken.name, "bestand geweigerd") in refused
    offer(home, pupils_file(tmp_path / "g", "later-2019-2020.csv"))
    rows = table(report(home), "left_out")
    assert [(row["row"], row["kind"]) for row in rows] == [(len(PUPILS.rows) + 2, "regel overgeslagen")]
    assert "totaalregel" in str(rows[0]["reason"])


def test_restated_figures_are_counted_against_the_release_before(home: Path, tmp_path: Path) -> None:
    offer(home, pupils_file(tmp_path / "f"))
    before = current(home)
    mended = PUPILS.cell(1, "LEER- OF VERBLIJFSJAAR 3 - MAN", "30")
    offer(home, pupils_file(tmp_path / "g", table=mended), replace=True)
    found = report(home, before)
    counts = {row["indicator"]: row for row in table(found, "restated")}
    assert counts["K04"]["restated"] != 0
    assert counts["K07"]["restated"] == 0
    assert found.section("restated").alarm


def test_what_is_due_is_in_the_report(home: Path, tmp_path: Path) -> None:
    offer(home, pupils_file(tmp_path / "f"))
    assert [(row["table"], row["edition"]) for row in table(report(home), "due")] == [("vo_pupils", "2018/19")]


def test_the_report_speaks_both_languages_and_is_json(home: Path, tmp_path: Path) -> None:
    offer(home, pupils_file(tmp_path / "f"), example=True)
    found = report(home)
    dutch, english = found.as_data(), json.loads(found.to_json(dutch=False))
    assert dutch["example"] is english["example"] is True
    for key, section in dutch["sections"].items():
        assert section["title"] != english["sections"][key]["title"]
        assert section["note"] != english["sections"][key]["note"]
    assert "VOORBEELDGEGEVENS" in as_text(found, dutch=True)


@pytest.mark.parametrize(
    ("periods", "missing"),
    [
        (["2015/16", "2018/19"], ["2016/17", "2017/18"]),
        (["2015/16", "2016/17"], []),
        (["2013-06", "2020-12"], []),
        ([], []),
    ],
)
def test_gaps_in_a_series(periods: list[str], missing: list[str]) -> None:
    assert gaps(periods) == missing


def test_the_real_files_add_up(real_release: Release) -> None:
    """The exam files: to the last candidate until 2018/19; after it only cells without a sex are left over."""
    found = managing.quality_report(real_release, None, TODAY)
    rows = [row for row in table(found, "residuals") if row["table"] == "exams"]
    assert {(row["wrong"], row["residual_low"]) for row in rows if str(row["period"]) < "2019"} == {(0, 0.0)}
    assert all(row["wrong"] == 0 or row["explained"] for row in rows)
    assert not found.section("residuals").alarm


def test_years_that_follow_each_other_leave_no_gap(home: Path, tmp_path: Path) -> None:
    offer(home, pupils_file(tmp_path / "f"), pupils_file(tmp_path / "f", PUPILS_2018))
    assert "jaar" not in {row["kind"] for row in table(report(home), "missing")}


def test_a_release_tells_the_corrections_that_it_was_made_with(home: Path, tmp_path: Path) -> None:
    offer(home, pupils_file(tmp_path / "f"))
    corrections.correct(home, corrections.Claim("99AA00", "municipality", "GM0361", "verhuisd"), by="jan")
    assert table(report(home), "by_hand") == []
    offer(home, pupils_file(tmp_path / "g", "later-2019-2020.csv"))
    assert [row["by"] for row in table(report(home), "by_hand")] == ["jan"]
