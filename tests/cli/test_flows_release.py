"""`pactwerk figures flows show`."""

import csv
import io
import json
from pathlib import Path

import pytest

from pactwerk.cli.main import main


@pytest.fixture
def here(loaded_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PACTWERK_HOME", str(loaded_home))
    monkeypatch.delenv("PACTWERK_LANGUAGE", raising=False)
    return loaded_home


def show(*arguments: str) -> int:
    return main(["figures", "flows", "show", *arguments])


def test_the_table_names_stages_balance_and_files(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show("--area", "PV27", "--start", "2016/17", "--track", "kb") == 0
    text = capsys.readouterr().out
    assert "Schijncohort vmbo-kb vanaf 2016/17, Noord-Holland" in text
    assert "saldo: meer erbij dan eraf" in text
    assert text.count("examenkandidaten-en-geslaagden-2014-2019.csv") == 1
    assert "Niemand is gevolgd" in text
    assert "doorstroom" not in text.lower()


def test_csv_and_json_hold_the_same_counts(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("--area", "PV27", "--start", "2016/17", "--track", "kb", "--by", "sex")
    assert show(*asked, "--format", "csv", "--rows", "stocks") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert show(*asked, "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert [(row["state"], row["sex"], float(row["value"])) for row in rows] == [
        (row["state"], row["sex"], row["value"]) for row in data["stocks"]
    ]
    assert data["followed"] is False
    assert [stage["period"] for stage in data["stages"]] == ["2016/17", "2017/18", "2017/18", "2017/18"]


def test_without_a_start_it_says_which_there_are(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show("--area", "NL") == 0
    told = "2016/17  havo: leerjaar 4 -> leerjaar 5 -> examenkandidaten -> geslaagden (2017/18)"
    assert told in capsys.readouterr().out


def test_in_english(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACTWERK_LANGUAGE", "en")
    assert show("--area", "NL", "--start", "2016/17", "--track", "havo") == 0
    assert "Nobody is followed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--area", "NL", "--start", "2019/20"), "kies uit 2016/17"),
        (("--area", "ZZ99", "--start", "2016/17"), "ZZ99"),
        (("--area", "PV99"), "PV99"),
        (("--area", "NL", "--start", "2016/17", "--track", "hbo"), "kies uit"),
    ],
)
def test_a_wrong_question_is_exit_code_2(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert show(*arguments) == 2
    assert said in capsys.readouterr().err


def test_without_a_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PACTWERK_HOME", str(tmp_path))
    assert show("--area", "NL", "--start", "2016/17") == 1
    assert "laad eerst bestanden" in capsys.readouterr().err


def test_the_ratios_themselves_are_shown_by_sector_and_explained(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command lines of the handbook."""
    assert main(["figures", "show", "S01", "--area", "PV27", "--by", "sector", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert "TECHNIEK" in {row["domain"] for row in rows}
    assert main(["figures", "explain", "S01", "--area", "PV27", "--by", "track"]) == 0
    assert ".csv" in capsys.readouterr().out
