"""`pactwerk figures flows keep, list, publish, hide, drop`: what they say; a question before something is lost."""

import io
import json
import re
from pathlib import Path

import pytest

from pactwerk.basis.places import area
from pactwerk.cli import figures
from tests.figures.flows.kept.enrolled import enrolments


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PACTWERK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return enrolments(tmp_path / "inschrijvingen.csv", persons=120)


def run(*arguments: object) -> int:
    return figures.run(["flows", *map(str, arguments)])


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert run("list", "--format", "json") == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_an_empty_home_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == 0
    assert "flows keep" in capsys.readouterr().out


def test_keeping_says_how_wide_the_intervals_became_and_what_narrows_them(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("keep", "proef", file, "--grain", "level") == 0
    told = capsys.readouterr().out
    both = int(re.findall(r"  gemeente: meestal \d+, hoogstens (\d+)", told)[0])
    assert "--no-sex" in told
    assert run("drop", "proef", "--yes") == 0
    capsys.readouterr()
    assert run("keep", "proef", file, "--grain", "level", "--no-sex") == 0
    told = capsys.readouterr().out
    alone = int(re.findall(r"  gemeente: meestal \d+, hoogstens (\d+)", told)[0])
    assert "naar geslacht" not in told
    assert 9 <= alone <= 18 < both


def test_from_keeping_to_dropping(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("keep", "proef", file, "--by", "An", "--grain", "level") == 0
    told = capsys.readouterr()
    assert "flows publish proef" in told.out
    assert "2016" in told.err
    assert [(one["public"], one["by"]) for one in listed(capsys)] == [(False, "An")]
    assert run("publish", "proef") == 0
    assert [one["public"] for one in listed(capsys)] == [True]
    assert run("hide", "proef") == 0
    assert [one["public"] for one in listed(capsys)] == [False]
    file.write_text("iets anders", encoding="utf-8")
    assert run("list") == 0
    assert "VERANDERD" in capsys.readouterr().out
    for answer in ("n\n", ""):
        monkeypatch.setattr("sys.stdin", io.StringIO(answer))
        assert run("drop", "proef") == 0
        assert len(listed(capsys)) == 1
    assert run("drop", "proef", "--yes") == 0
    assert listed(capsys) == []


def test_public_at_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("keep", "proef", file, "--public", "--no-sex") == 0
    assert [(one["public"], one["sexes"]) for one in listed(capsys)] == [(True, [])]


def test_a_refusal_is_a_sentence(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("keep", "Geen Naam", file) == 2
    assert "kleine letters" in capsys.readouterr().err
    assert run("drop", "nooit", "--yes") == 2
    assert "flows list" in capsys.readouterr().err
    assert run("keep", "proef", file.parent / "er-niet.csv") == 2
    assert "er-niet.csv" in capsys.readouterr().err


def test_the_area_in_the_manual_is_one() -> None:
    manual = Path(__file__).parents[2] / "docs" / "beheer" / "stromen-bewaren.md"
    (codes,) = re.findall(r"flows keep .*--areas (\S+)", manual.read_text(encoding="utf-8"))
    assert [area(code).code for code in codes.split(",")] == codes.split(",")
