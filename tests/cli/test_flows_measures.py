"""`pactwerk figures flows cohort, identity, technasium, terms, passages`: what an analyst types and sees."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from pactwerk.cli import figures
from tests.figures.flows.records.populations import Row, enrolment, parquet


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACTWERK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PACTWERK_LANGUAGE", "nl")


def going(count: int, name: str, first: dict[str, str | int], later: dict[str, str | int] | None) -> list[Row]:
    """So many persons with one place in 2016 and another, or none, in 2017."""
    people = [f"{name}{number}" for number in range(count)]
    rows = [enrolment(person=person, **first) for person in people]
    if later:
        rows += [enrolment(person=person, year=2017, **later) for person in people]
    return rows


OO: dict[str, str | int] = {"track": "havo", "field": "", "oo": "yes", "oo_rule": "elective"}
YEAR_4: dict[str, str | int] = {**OO, "grade": "4"}
ROWS = [
    *going(120, "on", OO, YEAR_4),
    *going(60, "without", OO, {**YEAR_4, "oo": "no", "field": "em"}),
    *going(40, "duty", {**OO, "oo_rule": "compulsory"}, {**YEAR_4, "oo": "no", "field": "nt"}),
    *going(30, "gone", OO, None),
    *going(3, "secretperson", OO, {**OO, "grade": "3"}),
]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(parquet(tmp_path_factory.mktemp("rows") / "leerlingen.parquet", ROWS))


def run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert figures.run(["flows", *words]) == 0
    printed = capsys.readouterr()
    assert "secretperson" not in printed.out + printed.err
    return printed.out


def test_a_cohort_with_its_size_shares_and_notes(capsys: pytest.CaptureFixture[str], file: str) -> None:
    text = run(capsys, "cohort", file, "--start", "vo:havo::3", "--year", "2016/17", "--later", "1")
    assert "Cohort 2016/17: havo, leerjaar 3" in text
    assert "omvang" in text
    assert "1 jaar later, 1 oktober 2017" in text
    assert "niet in bekostigd onderwijs" in text
    assert "Wilson" in text
    assert "253" not in text, "the exact size"


def test_a_cohort_as_data(capsys: pytest.CaptureFixture[str], file: str) -> None:
    words = ("cohort", file, "--start", "vo:havo::3", "--year", "2016", "--later", "1")
    links = list(csv.DictReader(io.StringIO(run(capsys, *words, "--format", "csv", "--show", "links"))))
    assert {row["to"] for row in links} == {"vo:havo", "out"}
    assert all(int(row["value"]) % 10 == 0 for row in links)
    tables = json.loads(run(capsys, *words, "--format", "json", "--by", "sex"))
    assert set(tables) == {"shares", "links", "stocks"}


def test_the_identity_prints_its_residual(capsys: pytest.CaptureFixture[str], file: str) -> None:
    text = run(capsys, "identity", file, "--year", "2016", "--grain", "level,track,grade")
    assert "Residu: 0" in text
    assert "blijft (onvertraagd)" in text
    assert "uitstroom, niet nader te zeggen" in text, "the file has no age and no register of residents"
    data = json.loads(run(capsys, "identity", file, "--year", "2016", "--format", "json"))
    assert data["identity"]


def test_rates_of_the_terms_with_their_population(capsys: pytest.CaptureFixture[str], file: str) -> None:
    text = run(capsys, "rates", file, "--year", "2016")
    assert "van leerlingen in vo en vso" in text
    assert "Het advies staat niet in de indeling" in text
    rows = list(csv.DictReader(io.StringIO(run(capsys, "rates", file, "--year", "2016", "--format", "csv"))))
    left = next(row for row in rows if (row["term"], row["definition"]) == ("uitstroom", "afronding"))
    assert float(left["low"]) <= 100 * 30 / 253 <= float(left["high"])


def test_technasium_tells_compulsory_and_elective_apart(capsys: pytest.CaptureFixture[str], file: str) -> None:
    text = run(capsys, "technasium", file, "--year", "2016")
    assert "O&O gekozen" in text
    assert "O&O verplicht" in text
    assert "bruto behoud" in text
    rows = list(csv.DictReader(io.StringIO(run(capsys, "technasium", file, "--year", "2016", "--format", "csv"))))
    assert {row["indicator"] for row in rows} == {"behoud_bruto", "behoud_netto", "profielbehoud"}
    gross = next(row for row in rows if (row["indicator"], row["rule"]) == ("behoud_bruto", "elective"))
    assert float(gross["low"]) <= 100 * 120 / 213 <= float(gross["high"])


def test_technasium_before_and_after(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    later = [
        *going(100, "early", {**OO, "year": 2016}, None),
        *[enrolment(person=f"l{n}", **{**OO, "year": 2017}) for n in range(100)],
        *[enrolment(person=f"l{n}", **{**YEAR_4, "year": 2018}) for n in range(90)],
    ]
    path = parquet(tmp_path / "twee.parquet", later)
    text = run(capsys, "technasium", str(path), "--year", "2016", "--compare", "2017", "--by", "level")
    _, _, differences = text.partition("Verschil 2017 min 2016")
    assert "Newcombe" in differences
    (gross,) = [line for line in differences.splitlines() if "bruto behoud" in line and "procentpunt" in line]
    assert "kan toeval zijn" not in gross


def test_a_difference_that_may_be_chance_is_called_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    same = [
        row
        for year, stay in ((2016, 80), (2017, 84))
        for row in (
            *[enrolment(person=f"{year}-{n}", **{**OO, "year": year}) for n in range(100)],
            *[enrolment(person=f"{year}-{n}", **{**YEAR_4, "year": year + 1}) for n in range(stay)],
        )
    ]
    path = parquet(tmp_path / "gelijk.parquet", same)
    text = run(capsys, "technasium", str(path), "--year", "2016", "--compare", "2017", "--by", "level")
    (gross,) = [line for line in text.splitlines() if "bruto behoud" in line and "procentpunt" in line]
    assert "kan toeval zijn" in gross


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("cohort", "--start", "vo:havo::3", "--year", "2016", "--later", "3"), "2018/19, 2019/20 staat niet in"),
        (("cohort", "--start", "vo:a:b:c:d", "--year", "2016"), "schrijf een plaats"),
        (("cohort", "--start", "foo:bb::3", "--year", "2016"), "Die schoolsoort is niet bekend"),
        (("cohort", "--start", "vo:bbb::3", "--year", "2016"), "Bedoelt u vo:bb?"),
        (("technasium", "--year", "2019"), "2019/20, 2020/21 staat niet in"),
        (("technasium", "--year", "2016", "--by", "wijk"), "kies uit sex, school, level"),
        (("identity", "--year", "2016", "--grain", "grade"), "level hoort er altijd bij"),
        (("identity", "--year", "2030"), "Kies een ander --year"),
        (("rates", "--year", "2030"), "Kies een ander --year"),
    ],
)
def test_what_cannot_be_asked_is_told(
    words: tuple[str, ...], told: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert figures.run(["flows", words[0], file, *words[1:]]) != 0
    printed = capsys.readouterr()
    assert told in printed.err
    assert printed.out == ""


def test_a_year_that_is_none_is_told(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert figures.run(["flows", "identity", file, "--year", "2016/18"]) == 2
    assert "2016/17" in capsys.readouterr().err


def test_the_terms_with_their_source(capsys: pytest.CaptureFixture[str]) -> None:
    text = run(capsys, "terms")
    assert "voortijdig schoolverlater (vsv) [vsv]" in text
    assert "niet precies narekenen" in text
    found = json.loads(run(capsys, "terms", "--format", "json"))
    assert {row["use"] for row in found} == {"term", "class"}
    assert all(row["definition_nl"] and row["definition_en"] and row["reference"] for row in found)


def test_the_passages_of_cbs(capsys: pytest.CaptureFixture[str]) -> None:
    text = run(capsys, "passages")
    assert "84120" in text
    assert "CBS rondt deze aantallen af op 10." in text
    assert len(json.loads(run(capsys, "passages", "--format", "json"))) == 6
