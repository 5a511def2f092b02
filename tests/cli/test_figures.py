"""The command `pactwerk figures` as a user runs it."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pactwerk.cli.main import main
from tests.figures.releases.homes import pupils_file
from tests.figures.sources.invented import PUPILS, write


@pytest.fixture
def here(loaded_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PACTWERK_HOME", str(loaded_home))
    monkeypatch.delenv("PACTWERK_LANGUAGE", raising=False)
    return loaded_home


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, str]], str]:
    code = main(["figures", *arguments, "--format", "csv"])
    captured = capsys.readouterr()
    return code, list(csv.DictReader(io.StringIO(captured.out))), captured.err


def test_show_as_csv(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, rows, _ = shown(capsys, "show", "K03", "--area", "NL", "--period", "2017/18", "--by", "track")
    assert code == 0
    assert list(rows[0]) == [
        *("indicator", "definition", "area", "period", "track", "value", "low", "high"),
        *("numerator", "denominator", "unit", "status", "sources", "break"),
        *("basis", "publication_edition", "known_at", "peildatum", "concept"),
    ]
    assert [(row["track"], row["value"]) for row in rows] == [("bb", "23.79"), ("kb", "21.93"), ("gl", "9.02")]
    assert rows[0]["numerator"] == "4743"
    assert rows[0]["denominator"] == "19940"


def test_show_a_series_as_json(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "show", "E01", "--area", "TP-NOORD", "--period", "all", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["period"] for row in rows][:2] == ["2014/15", "2015/16"]
    assert rows[0]["value"] == rows[0]["low"]
    assert rows[-1]["value"] is None


def test_show_as_table_names_definition_break_and_source(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "show", "E01", "--area", "PV27", "--period", "all"]) == 0
    out = capsys.readouterr().out
    assert "breuk: 2018/19 | 2019/20" in out
    assert "[sector]" in out
    assert "examenkandidaten-en-geslaagden-2014-2019.csv" in out


def test_show_in_english(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACTWERK_LANGUAGE", "en")
    assert main(["figures", "show", "K09", "--area", "PV20", "--period", "2016/17"]) == 0
    assert "Number N-profile" in capsys.readouterr().out


def test_an_area_of_unknown_composition_says_so(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, rows, errors = shown(capsys, "show", "K09", "--area", "TP-OOST", "--period", "all")
    assert code == 0
    assert "samenstelling niet bekend" in errors
    assert all(row["status"] == "gepubliceerd" for row in rows)


@pytest.mark.parametrize("command", ["show", "explain"])
def test_every_basis_side_by_side(here: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    _, computed, _ = shown(capsys, command, "K03", "--area", "NL", "--period", "all")
    _, cited, _ = shown(capsys, command, "K03", "--area", "NL", "--period", "all", "--basis", "published")
    code, rows, errors = shown(capsys, command, "K03", "--area", "NL", "--period", "all", "--basis", "all")
    assert (code, errors) == (0, "")
    assert computed
    assert cited
    assert rows == [*computed, *cited]


@pytest.mark.parametrize("typed", ["2013/14", "2013-2014", "2013/2014"])
@pytest.mark.parametrize("basis", [(), ("--basis", "all"), ("--basis", "published")])
def test_a_period_that_is_only_published_in_every_spelling(
    here: Path, capsys: pytest.CaptureFixture[str], typed: str, basis: tuple[str, ...]
) -> None:
    code, rows, errors = shown(capsys, "show", "K09", "--area", "NL", "--period", typed, *basis)
    assert code == 0
    assert {(row["period"], row["status"]) for row in rows} == {("2013/14", "gepubliceerd")}
    assert ("gepubliceerde cijfers" in errors) == ("published" not in basis)
    code, rows, errors = shown(capsys, "show", "K09", "--area", "NL", "--period", typed, "--basis", "computed")
    assert (code, rows) == (2, [])
    assert "2017/18" in errors


@pytest.mark.parametrize("basis", [(), ("--basis", "all"), ("--basis", "published"), ("--basis", "computed")])
@pytest.mark.parametrize("code", ["K03", "K05"])
def test_a_nonsense_period_is_an_error_for_every_basis(
    here: Path, capsys: pytest.CaptureFixture[str], code: str, basis: tuple[str, ...]
) -> None:
    for typed in ("gisteren", "2012/14", "2012-2014"):
        assert shown(capsys, "show", code, "--area", "NL", "--period", typed, *basis)[:2] == (2, [])


def test_computed_never_turns_into_published(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for code, area in (("L01", "NL"), ("K09", "TP-NOORDWEST")):
        exit_code, rows, errors = shown(capsys, "show", code, "--area", area, "--period", "all", "--basis", "computed")
        assert (exit_code, rows) == (2, [])
        assert "--basis published" in errors
        exit_code, rows, errors = shown(capsys, "show", code, "--area", area, "--period", "all")
        assert exit_code == 0
        assert rows
        assert "gepubliceerde cijfers" in errors


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("K99", "--area", "NL", "--period", "all"), "K09"),
        (("K03", "--area", "NERGENS", "--period", "all"), "PV27"),
        (("K03", "--area", "NL", "--period", "2030/31"), "2017/18"),
        (("K03", "--area", "NL", "--period", "vorig jaar"), "2017/18"),
        (("K03", "--area", "NL", "--period", "all", "--by", "kleur"), "track"),
        (("K03", "--area", "NL", "--period", "all", "--definition", "x"), "profile"),
    ],
)
def test_a_wrong_question_is_exit_code_2_with_a_suggestion(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], names: str
) -> None:
    code, rows, errors = shown(capsys, "show", *arguments)
    assert (code, rows) == (2, [])
    assert names in errors
    assert "Traceback" not in errors


def test_every_edition_of_a_figure_and_other_borders(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, rows, _ = shown(capsys, "show", "K04", "--area", "GM0361", "--period", "2017/18", "--known")
    assert code == 0
    assert [(row["publication_edition"], row["basis"]) for row in rows] == [("2017/18", "computed")]
    code, rows, errors = shown(capsys, "show", "K04", "--area", "GM0361", "--period", "2017/18", "--borders", "1850")
    assert (code, rows) == (2, [])
    assert "1850" in errors


def test_explain_names_file_hash_and_rows(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "explain", "K04", "--area", "GM0361", "--period", "2017/18"]) == 0
    out = capsys.readouterr().out
    assert "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv" in out
    assert "518a30d77a13c0c73880f56459b45dbfdb7f592ae3575d660c5160d45ecf4c1a" in out
    assert "regels 3902" in out


def test_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "catalogue", "--format", "json"]) == 0
    entries = {entry["code"]: entry["state"] for entry in json.loads(capsys.readouterr().out)}
    for code in ("K03", "K04", "K07", "K08", "K09", "K10", "K11", "K20", "K21", "E01", "E04", "R01"):
        assert entries[code] == "computed"
    assert entries["K01"] == "own_records"
    assert entries["L01"] == "published_only"
    assert main(["figures", "catalogue"]) == 0
    assert "alleen gepubliceerd" in capsys.readouterr().out


def test_releases(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "releases"]) == 0
    assert "actueel" in capsys.readouterr().out
    assert main(["figures", "releases", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["current"] is True


def test_without_a_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PACTWERK_HOME", str(tmp_path))
    code, rows, errors = shown(capsys, "show", "K03", "--area", "GM0361", "--period", "all")
    assert (code, rows) == (1, [])
    assert "nog geen uitgave" in errors
    for more, wanted in (((), 0), (("--basis", "all"), 0), (("--basis", "computed"), 1)):
        code, rows, errors = shown(capsys, "show", "K03", "--area", "NL", "--period", "all", *more)
        assert code == wanted
        assert bool(rows) == (wanted == 0)
        assert "definitief" not in {row["status"] for row in rows}
        assert "nog geen uitgave" in errors
    assert main(["figures", "releases"]) == 0
    assert main(["figures", "show", "K05", "--area", "NL", "--period", "all", "--format", "csv"]) == 0
    assert "gepubliceerd" in capsys.readouterr().out


def test_load_reports_per_file_and_its_exit_codes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PACTWERK_HOME", str(tmp_path / "home"))
    good = pupils_file(tmp_path / "in")
    other = write(tmp_path / "in", "lees-mij.txt", "hallo")
    assert main(["figures", "load", str(tmp_path / "in")]) == 0
    captured = capsys.readouterr()
    assert good.name in captured.out
    assert "vo_pupils" in captured.out
    assert other.name in captured.out
    assert good.name in captured.err
    broken = write(tmp_path / "in", "kapot-2018-2019.csv", PUPILS.text()[:-40])
    assert main(["figures", "load", str(broken), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["release"] is None
    assert report["files"][0]["outcome"] == "refused"
    assert report["files"][0]["rows_refused"][0]["row"] > 1
    more = pupils_file(tmp_path / "in", "meer-2019-2020.csv")
    assert main(["figures", "load", str(broken), str(more)]) == 2


@pytest.mark.parametrize("arguments", [[], ["onzin"], ["figures"], ["figures", "onzin"], ["figures", "show", "K03"]])
def test_a_wrong_command_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2


def test_show_imports_neither_ibis_nor_django_nor_pandas(here: Path) -> None:
    """The read path stays light: what it imports is what makes it fast."""
    script = (
        "import sys; from pactwerk.cli.main import main;"
        "code = main(['figures', 'show', 'K03', '--area', 'NL', '--period', 'all', '--format', 'csv']);"
        "heavy = {'ibis', 'django', 'pandas', 'pyarrow', 'sqlglot', 'duckdb', 'pactwerk.figures.sources'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], env=os.environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, "[]")
