"""`pactwerk figures flows check` and `count` as a user runs them: nothing of a person is ever printed."""

import json
import re
import tempfile
from pathlib import Path

import pytest

from pactwerk.cli.main import main
from pactwerk.figures.flows.records.layout import REQUIRED
from tests.figures.flows.records.populations import Row, enrolment, parquet, text

IDS = [f"pgn-{number:05}-zz" for number in range(60)]


def people() -> list[Row]:
    """Sixty persons over three years: thirty from vmbo kb to mbo 2, ten of them gone; and some with faults."""
    rows: list[Row] = []
    for number, person in enumerate(IDS[:50]):
        sex = "female" if number % 2 else "male"
        rows.append(enrolment(person=person, year=2015, sex=sex, grade="4", diploma="vmbo-kb"))
        if number >= 15:
            rows.append(enrolment(person=person, year=2016, level="mbo", track="2", grade="", sex=sex))
    rows += [enrolment(person=person, year=2016, level="hbo", track="ba", grade="") for person in IDS[50:]]
    return [*rows, enrolment(person=IDS[0], year=2015, institution="25LN", level="mbo", track="2")]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PACTWERK_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PACTWERK_LANGUAGE", raising=False)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["figures", "flows", *arguments])
    found = capsys.readouterr()
    assert not any(person in found.out + found.err for person in IDS)
    return code, found.out, found.err


def test_count_gives_rounded_counts_and_shares(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(parquet(home / "rows.parquet", people()))
    code, out, err = run(capsys, "count", path, "--grain", "level,track", "--format", "json", "--memory", "200")
    assert code == 0
    assert "stap 1 van 1" in err
    rows = [row for row in json.loads(out) if row["unit"] == "personen"]
    counts = {(row["from"], row["to"]): (row["value"], row["low"], row["high"]) for row in rows}
    # 36 in 2016 came from kb, one from the mbo that counts before vo; 14 left; 10 are new
    for pair, exact in (("vo:kb", "mbo:2"), 35), (("vo:kb", "out"), 14), (("nieuw", "hbo:ba"), 10):
        value, low, high = counts[pair]
        assert value % 10 == 0
        assert low <= exact <= high
        assert high - low >= 9
    assert run(capsys, "count", path, "--grain", "level,track", "--format", "json")[1] == out


def test_count_of_one_source_and_one_target(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(parquet(home / "rows.parquet", people()))
    _, out, _ = run(capsys, "count", path, "--grain", "level,track", "--from", "vo", "--to", "mbo:2", "--format", "csv")
    assert re.findall(r"vo:kb|nieuw|hbo:ba|out", out) == ["vo:kb", "vo:kb"]
    _, out, _ = run(capsys, "count", path, "--by", "sex,diploma", "--years", "2015")
    assert re.search(r"schooljaar +gebied +geslacht +diploma +van +naar +aantal +aandeel", out)
    assert re.search(r"2015/16 +hele bestand +meisjes +vmbo-kb +vo +mbo +\d0", out)
    assert "male" not in out
    code, out, err = run(capsys, "count", path, "--years", "2016-2020")
    assert (code, out) == (2, "")
    assert "Kies uit 2015." in err


def test_a_file_of_one_institution_says_that_leaving_is_too_high(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "Dit bestand is van één instelling"
    several = str(parquet(home / "several.parquet", people()))
    single = str(parquet(home / "single.parquet", people()[:-1]))
    unnamed = str(parquet(home / "unnamed.parquet", [{**row, "institution": ""} for row in people()]))
    assert words in run(capsys, "count", single)[2]
    assert words in run(capsys, "rates", single, "--year", "2015")[2]
    assert words not in run(capsys, "check", single)[2]
    assert words not in run(capsys, "count", several)[2]
    assert words not in run(capsys, "count", unnamed)[2]


def test_the_table_in_english(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACTWERK_LANGUAGE", "en")
    _, out, _ = run(capsys, "count", str(parquet(home / "rows.parquet", people())), "--by", "sex")
    assert re.search(r"school year +area +sex +from +to +count +share", out)
    assert re.search(r"whole file +girls", out)


def test_the_grain_is_as_fine_as_the_states_that_are_asked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(parquet(home / "rows.parquet", people()))
    _, out, _ = run(capsys, "count", path, "--from", "vo:kb", "--to", "mbo", "--years", "2015-2020", "--format", "csv")
    assert re.findall(r"vo:kb,mbo:2", out) == ["vo:kb,mbo:2"] * 2
    code, out, err = run(capsys, "count", path, "--from", "vo:kb", "--grain", "level,grade")
    assert (code, out) == (2, "")
    assert "fijner dan --grain level,grade: de richting" in err
    assert "--grain level,track,grade" in err
    code, _, err = run(capsys, "count", path, "--from", "vo:kb", "--to", "vo:havo")
    assert code == 0
    assert "van of naar die toestand" in err
    assert "grovere" not in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "vo:kbb"), "Bedoelt u vo:kb?"),
        (("--to", "mbo:kb"), "Kies uit mbo:1, mbo:2, mbo:3, mbo:4, mbo:onbekend."),
        (("--from", "out"), "Die schoolsoort is niet bekend"),
        (("--from", IDS[0]), "Die schoolsoort is niet bekend"),
        (("--from", f"vo:{IDS[0]}"), "Die richting is niet bekend"),
        (("--from", "vo:kb:123456782"), "Dat veld is niet bekend"),
        (("--from", f"vo:kb::{IDS[0]}"), "Dat leerjaar is niet bekend"),
        (("--years", "123456782"), "Die jaren kunnen niet"),
        (("--years", "2030-2040"), "Kies uit 2015."),
    ],
)
def test_a_state_or_year_that_is_not_known_is_refused_and_not_repeated(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, str], said: str
) -> None:
    path = str(parquet(home / "rows.parquet", people()))
    code, out, err = run(capsys, "count", path, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "123456782" not in err
    assert "kbb" not in err


def test_check_names_faults_rounded(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [*people(), *(enrolment(person=person, year=2018) for person in IDS[:15])]
    rows += [enrolment(person=person, year=2017, level="zomaar iets") for person in IDS[15:40]]
    code, out, _ = run(capsys, "check", str(parquet(home / "rows.parquet", rows)))
    assert code == 0
    assert "onderbreking" in out
    assert re.search(r"2017/18 +zomaar iets +[23]0 personen", out)
    assert re.search(r"2015/16 +mbo > vo +<10 personen", out)
    code, out, _ = run(capsys, "check", str(parquet(home / "clean.parquet", people()[:-1])))
    assert out.strip() == "2015-2016: geen fouten gevonden."


@pytest.mark.parametrize("command", ["check", "count"])
@pytest.mark.parametrize("column", REQUIRED)
@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_ids_in_any_column_are_never_printed(
    home: Path, capsys: pytest.CaptureFixture[str], command: str, column: str, kind: str
) -> None:
    """A column that holds the ids (a wrong mapping), and one that cannot be read."""
    wrong = [{**row, column: row["person"]} for row in people()]
    if kind == "csv" or column == "year":
        path = text(home / "rows.csv", wrong)
        path.write_text(path.read_text() + f'2016;{IDS[0]};"{IDS[1]}\n')
    else:
        path = parquet(home / "rows.parquet", wrong)
    grain = ["--grain", "level,track,field,grade", "--by", "sex,area,diploma"] if command == "count" else []
    run(capsys, command, str(path), *grain)
    if kind == "csv":
        path.write_text("\n".join(path.read_text().splitlines()[:-1]) + "\n")
        run(capsys, command, str(path), *grain)


def test_wrong_questions_are_answered_with_what_is_possible(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(parquet(home / "rows.parquet", people()))
    for arguments, said in (
        (["--grain", "track"], "level hoort er altijd bij"),
        (["--by", "schoenmaat"], "kies uit sex, area, diploma"),
        (["--from", "a:b:c:d:e"], "soort:richting:veld:leerjaar"),
        (["--years", "ooit"], "2016-2020"),
        (["--mapping", "weg.toml"], "weg.toml"),
    ):
        code, _, err = run(capsys, "count", path, *arguments)
        assert code == 2
        assert said in err


def test_nothing_of_the_file_is_left_behind(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setattr(tempfile, "tempdir", str(home))  # where DuckDB spills
    run(capsys, "count", str(parquet(home / "rows.parquet", people())))
    run(capsys, "check", str(home / "rows.parquet"))
    assert {file.name for file in home.iterdir()} == {"home", "rows.parquet"}
    kept = [file for file in (home / "home").rglob("*") if file.is_file()]
    assert [file.name for file in kept] == [".rounding"]
