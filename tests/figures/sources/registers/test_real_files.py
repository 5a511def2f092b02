"""The registers of DUO, RIO and CBS: the real files, counted independently."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import FileReport, Outcome
from tests.figures.sources.conftest import Query, Read

_DEC = "duo-registers/dec/Dec_{}.asc"
_SUCCESSIONS = "duo-registers/OVERGANGEN_20250113.csv"


def _lines(shared: Path, name: str) -> list[str]:
    return (shared / _DEC.format(name)).read_text(encoding="cp1252").splitlines()


@pytest.fixture(scope="module")
def successions(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> FileReport:
    return sources.read(shared / _SUCCESSIONS, workdir=tmp_path_factory.mktemp("register"))


@pytest.mark.parametrize(
    ("name", "table", "rows", "edition"),
    [
        ("brinnummer", "brin_register", 19_210, "2023-12"),
        ("brinvestigingsnummer", "location_register", 26_991, "2023-12"),
        ("ho_ISCED", "ho_programmes_isced", 3_968, "ongedateerd"),
        ("opleidingscode", "ho_programme_names", 4_114, "ongedateerd"),
        ("vest_ho", "ho_locations", 482, "ongedateerd"),
        ("ho-inst", "ho_institutions", 316, "ongedateerd"),
        ("vooropl", "prior_education_original", 9_470, "2020-08"),
        ("vopl", "prior_education", 192, "ongedateerd"),
    ],
)
def test_every_decode_table_is_recognised(  # noqa: PLR0917
    shared: Path, read: Read, query: Query, name: str, table: str, rows: int, edition: str
) -> None:
    report = read(shared / _DEC.format(name))
    assert report.outcome is Outcome.READ, report.reason
    assert (report.table, report.edition, report.rows_read, report.observations) == (table, edition, rows, rows)
    assert any("van wanneer" in warning for warning in report.warnings) == (edition == "ongedateerd")
    lines = _lines(shared, name)
    key = {"brinnummer": 4, "ho-inst": 4, "vest_ho": 6, "brinvestigingsnummer": 6}.get(name, 5)
    column = {4: "brin", 6: "location"}.get(key, "code" if "prior" in table else "programme")
    assert query(report, f"SELECT row, {column} FROM facts ORDER BY row") == [
        (number, line[:key]) for number, line in enumerate(lines, 1) if line[:key].strip()
    ]


def test_the_days_and_places_of_institutions(shared: Path, read: Read, query: Query) -> None:
    report = read(shared / _DEC.format("brinnummer"))
    lines = _lines(shared, "brinnummer")
    still_open = sum(1 for line in lines if not line[70:78].strip())
    assert query(report, "SELECT count(*) FROM facts WHERE closed IS NULL") == [(still_open,)]
    assert query(report, "SELECT min(opened), max(opened), max(closed) FROM facts") == [
        ("1575-02-08", "2023-12-01", "2024-08-01")
    ]
    assert query(report, "SELECT * EXCLUDE (file_id) FROM facts WHERE row = 1") == [
        (1, "00AC", "Muziekschool Odeion", "6191", "BEEK LB", "1980-10-01", "2014-08-01", "OPB", "Openbaar")
    ]
    without = sum(1 for line in lines if not line[34:38].strip())
    assert query(report, "SELECT count(*) FROM facts WHERE postcode4 IS NULL") == [(without,)]


def test_the_odd_first_line_is_the_date_and_is_told(shared: Path, read: Read) -> None:
    report = read(shared / _DEC.format("vooropl"))
    assert [(problem.row, problem.reason) for problem in report.rows_refused] == [
        (1, "regel met de datum van het bestand")
    ]


def test_an_edition_may_be_given_to_an_undated_table(shared: Path, read: Read) -> None:
    report = read(shared / _DEC.format("vest_ho"), edition="2025-01")
    assert (report.edition, report.warnings) == ("2025-01", ())


def test_successions_with_days_kinds_and_extent(shared: Path, successions: FileReport, query: Query) -> None:
    assert (successions.table, successions.edition, successions.rows_read) == ("successions", "2025-01", 8_785)
    assert successions.warnings == ()
    text = (shared / _SUCCESSIONS).read_text(encoding="utf-8-sig")
    records = list(csv.DictReader(io.StringIO(text, newline="")))
    kinds = Counter(record["NAAM_OVERGANG"].lower().split()[0].rstrip(".") for record in records)
    assert dict(query(successions, "SELECT kind, count(*) FROM facts GROUP BY 1")) == {
        "fusie": kinds["fusie"], "overdracht": kinds["overdracht"], "splitsing": kinds["splitsing"],
        "verzelfstandiging": 1,
    }  # fmt: skip
    assert (kinds["fusie"], kinds["overdracht"], kinds["splitsing"]) == (4_933, 3_674, 177)
    whole = sum(1 for record in records if record["IND_VOLLEDIG"] == "J")
    assert query(successions, "SELECT count(*) FROM facts WHERE whole") == [(whole,)]
    for number, record in list(enumerate(records, 2))[::700]:
        day, month, year = record["DT_OVERGANG"].split("-")
        assert query(successions, f"SELECT old, new, day FROM facts WHERE row = {number}") == [
            (record["NR_ADMIN_VAN"], record["NR_ADMIN_NAAR"], f"{year}-{int(month):02}-{int(day):02}")
        ]


def test_locations_and_institutions_succeed_their_like(successions: FileReport, query: Query) -> None:
    counted = """SELECT old_function, length(old), count(*) FROM facts
        WHERE old_function = new_function AND length(old) = length(new) AND old_function IN ('D', 'U') GROUP BY ALL"""
    assert sorted(query(successions, counted)) == [("D", 6, 2_261), ("U", 4, 2_121)]


def test_municipalities_of_a_year_as_workbook_and_as_text(shared: Path, read: Read, query: Query) -> None:
    book = read(shared / "cbs" / "Gemeenten alfabetisch 2023.xlsx")
    text = read(shared / "cbs" / "gemeenten_2023.csv")
    for report in (book, text):
        assert (report.table, report.edition, report.rows_read) == ("municipality_list", "2023", 342)
        assert report.warnings == ()
    # the text does not know the provinces: it takes no whole list's place
    assert (book.part, text.part) == ("", "zonder province")
    names = "SELECT municipality, municipality_name FROM facts ORDER BY 1"
    assert [code for code, _ in query(book, names)] == [code for code, _ in query(text, names)]
    assert query(book, "SELECT count(DISTINCT province) FROM facts") == [(12,)]
    found = "SELECT municipality_name, province FROM facts WHERE municipality = 'GM0361'"
    assert query(book, found) == [("Alkmaar", "PV27")]
