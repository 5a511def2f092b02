"""The commands about releases: their answers, exit codes and words."""

import csv
import io
import json
from pathlib import Path

import pytest

from pactwerk.cli.main import main
from tests.figures.releases.homes import PUPILS_2018, current, pupils_file
from tests.figures.sources.invented import PUPILS, write

MORE = PUPILS.cell(1, "LEER- OF VERBLIJFSJAAR 3 - MAN", "30")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A home with one release."""
    monkeypatch.setenv("PACTWERK_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PACTWERK_LANGUAGE", raising=False)
    assert main(["figures", "load", str(pupils_file(tmp_path / "files")), "--by", "An"]) == 0
    capsys.readouterr()
    return tmp_path / "home" / "figures"


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["figures", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def prepared(capsys: pytest.CaptureFixture[str], path: Path) -> str:
    code, out, _ = said(capsys, "stage", path, "--format", "json", "--by", "An")
    assert code == 0
    return str(json.loads(out)["candidate"])


def test_from_preparing_to_withdrawing(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = current(home).id
    code, out, progress = said(capsys, "stage", pupils_file(tmp_path / "more", PUPILS_2018, MORE))
    assert code == 0
    assert PUPILS_2018 in progress
    assert "vergelijken" in progress
    (name,) = (line.split()[-1] for line in out.splitlines() if line.startswith("voorbereide uitgave"))
    assert f"pactwerk figures use {name}" in out
    assert name in said(capsys, "candidates")[1]
    assert current(home).id == first
    assert said(capsys, "use", name, "--by", "Bo")[0] == 0
    assert current(home).id == name
    assert said(capsys, "back", "--reason", "te vroeg")[0] == 0
    assert current(home).id == first
    assert said(capsys, "withdraw", name, "--reason", "verkeerd bestand", "--by", "Bo")[0] == 0
    assert "ingetrokken: verkeerd bestand" in said(capsys, "releases")[1]
    code, out, errors = said(capsys, "use", name)
    assert (code, out) == (1, "")
    assert "verkeerd bestand" in errors
    assert said(capsys, "reinstate", name, "--reason", "toch goed")[0] == 0
    told = json.loads(said(capsys, "history", "--format", "json")[1])
    assert [act["kind"] for act in told] == [
        *("loaded", "staged", "made_current", "went_back", "withdrawn", "reinstated"),
    ]
    assert [act["by"] for act in told if act["kind"] in {"loaded", "made_current", "withdrawn"}] == ["An", "Bo", "Bo"]
    assert "verkeerd bestand" in said(capsys, "history")[1]


def test_withdrawing_without_a_reason_is_a_wrong_command(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "withdraw", current(home).id)[0] == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("back",), "geen eerdere uitgave"),
        (("use", "nergens"), "geen uitgave nergens"),
        (("discard", "nergens"), "geen voorbereide uitgave"),
        (("stage", "weg.csv"), ""),
    ],
)
def test_what_cannot_be_done_is_exit_code_1(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    before = current(home).id
    code, _, errors = said(capsys, *arguments)
    assert code == 1
    assert words in errors
    assert "Traceback" not in errors
    assert current(home).id == before


def test_a_candidate_can_be_thrown_away(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = prepared(capsys, pupils_file(tmp_path / "more", PUPILS_2018, MORE))
    assert said(capsys, "discard", name)[0] == 0
    assert "geen voorbereide uitgave" in said(capsys, "candidates")[1]
    assert json.loads(said(capsys, "candidates", "--format", "json")[1]) == []


def test_a_release_made_anew(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = current(home).id
    assert said(capsys, "rebuild", "--reason", "correctie")[0] == 0
    assert current(home).id != before
    assert "correctie" in said(capsys, "history")[1]


def test_quality_of_the_current_and_of_another_release(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = said(capsys, "quality")
    assert code == 0
    assert "Tellen de delen op tot het totaal?" in out
    name = prepared(capsys, pupils_file(tmp_path / "more", table=MORE, name="meer-2018-2019.csv"))
    code, out, _ = said(capsys, "quality", "--release", name, "--format", "json")
    report = json.loads(out)
    assert (code, report["release"], report["previous"]) == (0, name, current(home).id)
    assert {"coverage", "missing", "residuals", "unmatched_codes", "restated", "left_out", "breaks", "due"} <= set(
        report["sections"]
    )
    assert said(capsys, "quality", "--release", "nergens")[0] == 2


def test_differences_as_table_csv_and_json(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = current(home).id
    assert main(["figures", "load", str(pupils_file(tmp_path / "m", table=MORE)), "--replace"]) == 0
    capsys.readouterr()
    second = current(home).id
    _, out, _ = said(capsys, "differences", first, second)
    assert "grootste verschillen" in out
    rows = list(csv.DictReader(io.StringIO(said(capsys, "differences", first, second, "--format", "csv")[1])))
    asked = ("K04", "sector", "NL", "")
    (row,) = (row for row in rows if (row["indicator"], row["definition"], row["area"], row["by"]) == asked)
    assert (row["kind"], row["before_low"], row["after_high"]) == ("restated", "23", "33")
    data = json.loads(said(capsys, "differences", first, second, "--format", "json")[1])
    assert (data["before"], data["after"]) == (first, second)
    assert "geen enkel cijfer" in said(capsys, "differences", first, first)[1]
    assert said(capsys, "differences", first, "nergens")[0] == 2


def test_a_delivery(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "delivery", "--area", "PV27")
    assert code == 0
    assert out.startswith("Datalevering: Noord-Holland (PV27)")
    assert json.loads(said(capsys, "delivery", "--area", "PV27", "--format", "json")[1])["area"] == "PV27"
    assert said(capsys, "delivery", "--area", "PV27", "--format", "csv")[1].startswith("indicator,name,")
    assert said(capsys, "delivery", "--area", "NERGENS")[0] == 2


def test_due_names_the_edition_and_what_the_notice_rests_on(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "due")
    assert code == 0
    assert "vo_pupils" in out
    assert "aanname" in out
    assert json.loads(said(capsys, "due", "--format", "json")[1])[0]["last"] == "2017/18"


def test_where_a_file_came_from_is_kept(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = pupils_file(tmp_path / "more", PUPILS_2018, MORE)
    code, _, _ = said(capsys, "load", path, "--url", "https://duo.example/a.csv", "--retrieved", "2019-03-01")
    assert code == 0
    (kept,) = (kept for kept in current(home).manifest.files if kept.name == PUPILS_2018)
    assert (kept.url, kept.retrieved, kept.publisher) == ("https://duo.example/a.csv", "2019-03-01", "DUO")
    assert kept.known_at
    assert kept.licence


@pytest.mark.parametrize("command", ["quality", "delivery", "due", "history", "candidates", "releases"])
def test_before_the_first_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.setenv("PACTWERK_HOME", str(tmp_path))
    more = ("--area", "NL") if command == "delivery" else ()
    code, _, errors = said(capsys, command, *more)
    assert code == (2 if command in {"quality", "delivery"} else 0)
    assert "Traceback" not in errors


def test_in_english(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACTWERK_LANGUAGE", "en")
    assert "Quality report of release" in said(capsys, "quality")[1]
    assert "loaded and made current" in said(capsys, "history")[1]
    assert "Data delivery" in said(capsys, "delivery", "--area", "PV27")[1]


def test_a_file_that_is_refused_is_said(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = write(tmp_path, "half-2018-2019.csv", PUPILS.text()[:-40])
    code, out, _ = said(capsys, "stage", broken)
    assert code == 1
    assert "geweigerd" in out
    assert "geen uitgave voorbereid" in out
