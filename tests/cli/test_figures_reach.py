"""`pactwerk figures reach` and `viability`: tables, files, words for what is wrong."""

import csv
import io
import json
from pathlib import Path

import pytest

from pactwerk.cli import figures
from tests.figures.reach.conftest import reach_home  # noqa: F401 -- a fixture

Capture = pytest.CaptureFixture[str]
NH = ("--area", "PV27", "--km", "10", "--profile", "PIE")


@pytest.fixture
def home(reach_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811 -- the fixture
    monkeypatch.setenv("PACTWERK_HOME", str(reach_home))


def test_reach_tells_the_share_and_what_to_know_of_it(home: None, capsys: Capture) -> None:
    assert figures.run(["reach", *NH]) == 0
    told = capsys.readouterr()
    assert "hemelsbreed-10km" in told.out
    assert "K22" in told.err
    assert "PIE" in told.out, "the profile that was asked stands in its row"
    assert "vestigingen in heel Nederland" in told.out


def test_a_closing_gives_now_after_and_who(home: None, capsys: Capture) -> None:
    assert figures.run(["reach", *NH, "--close", "01XF01", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["definition"].rpartition("-")[2] for row in rows} >= {"nu", "erna", "verliest", "verder"}


def test_viability_counts_the_verdicts(home: None, capsys: Capture) -> None:
    assert figures.run(["viability", "--area", "GM0361", "--minimum", "20"]) == 0
    assert "GROEPSGROOTTE" in capsys.readouterr().out
    assert figures.run(["viability", "--area", "GM0361", "--by-track", "--format", "json"]) == 0
    assert {row["track"] for row in json.loads(capsys.readouterr().out)} <= {"bb", "kb", "gl"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["reach", "--area", "NERGENS"], "NERGENS"),
        (["reach", "--area", "PV27", "--km", "0"], "km"),
        (["reach", "--area", "PV27", "--close", "99ZZ99"], "99ZZ99"),
        (["reach", "--area", "PV27", "--table", "k22"], "Leerlingen vo"),
        (["reach", "--area", "PV27", "--table", "k22", "--profile", "BWI"], "laat weg: --profile"),
        (["viability", "--area", "PV27", "--minimum", "-1"], "inimum"),
    ],
)
def test_what_is_wrong_is_told_in_words(home: None, capsys: Capture, arguments: list[str], words: str) -> None:
    assert figures.run(arguments) == 2
    assert words in capsys.readouterr().err


def test_without_a_release_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setenv("PACTWERK_HOME", str(tmp_path))
    assert figures.run(["reach", "--area", "PV27"]) == 2
    assert capsys.readouterr().err
