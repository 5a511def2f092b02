"""CBS's tables two years later: other columns, other order, totals among the rows."""

import random
from pathlib import Path

import pytest

from pactwerk.figures.sources import Outcome
from pactwerk.figures.sources.cbs import words
from tests.figures.sources.conftest import Query, Read

POPULATION = [
    ["Geslacht", "Leeftijd", "Regio's", "Perioden", "Bevolking op 1 januari (aantal)"],
    *(
        [sex, age, region, "2026*", str(amount)]
        for age, amounts in (("12 jaar", (12, 7, 5)), ("13 jaar", (9, 4, 5)), ("Totaal", (21, 11, 10)))
        for region in ("Alkmaar", "Groningen (gemeente)", "Noord-Holland (PV)", "Centraal persoonsregister (CPR)")
        for sex, amount in zip(("Totaal mannen en vrouwen", "Mannen", "Vrouwen"), amounts, strict=True)
    ),
]


def _text(rows: list[list[str]], delimiter: str = ";") -> str:
    return "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)


def test_sexes_and_totals_of_a_later_population_are_not_added_up(read: Read, query: Query, tmp_path: Path) -> None:
    path = tmp_path / "bevolking.csv"
    order = list(range(5))
    random.Random(2).shuffle(order)
    path.write_text(_text([[row[place] for place in order] for row in POPULATION]), encoding="utf-8-sig")
    report = read(path)
    assert report.outcome is Outcome.READ, report.reason
    sums = "SELECT municipality, sum(low)::INT FROM facts WHERE in_total GROUP BY 1 ORDER BY 1"
    assert query(report, sums) == [("GM0014", 21), ("GM0361", 21)]
    by_sex = "SELECT sex, sum(low)::INT FROM facts WHERE by_sex GROUP BY 1 ORDER BY 1"
    assert query(report, by_sex) == [("female", 20), ("male", 22)]
    assert query(report, "SELECT DISTINCT period, status FROM facts") == [("2026", "voorlopig")]
    told = " ".join(report.warnings)
    assert "'Totaal': een som" in told
    assert "CPR" in told
    assert "Noord-Holland (PV)" in told


def test_a_renamed_amount_is_refused_by_name_and_an_extra_column_told(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "bevolking.csv"
    path.write_text(_text(POPULATION).replace("Leeftijd", "Leeftijdsklasse"), encoding="utf-8")
    report = read(path)
    assert report.outcome in {Outcome.REFUSED, Outcome.SKIPPED}
    path.write_text(_text([[*row, "x"] for row in POPULATION]).replace('"x"', '"Toelichting"', 1), encoding="utf-8")
    report = read(path)
    assert report.outcome is Outcome.READ
    assert any("Toelichting" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("het eerste kwartaal van 2015", ("2015-Q1", "definitief")),
        ("2026 4e kwartaal*", ("2026-Q4", "voorlopig")),
        ("2e kwartaal 2026", ("2026-Q2", "definitief")),
        ("2015-Q3", ("2015-Q3", "definitief")),
        ("het vijfde kwartaal van 2015", None),
        ("2015", None),
    ],
)
def test_quarters_in_words(text: str, period: tuple[str, str] | None) -> None:
    assert words.quarter(text) == period


@pytest.mark.parametrize(
    ("text", "area"),
    [("Nederland", "NL"), ("Noord-Nederland (LD)", "LD01"), ("Fryslân (PV)", "PV21"), ("Utrecht (PV)", "PV26")],
)
def test_whole_areas(text: str, area: str) -> None:
    assert words.area(text) == (area,)
    assert words.area("Groningen (gemeente)") is None
    assert words.no_municipality(text)
    assert not words.no_municipality("Utrecht (gemeente)")
    assert not words.no_municipality("Groningen")


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("0 jaar", "0"),
        ("tot 15 jaar", "0-14"),
        ("15 tot 25 jaar", "15-24"),
        ("95 jaar of ouder", "95+"),
        ("jong", None),
    ],
)
def test_ages(text: str, age: str | None) -> None:
    assert words.age(text) == ((age,) if age else None)
