"""Later editions of the tables of higher education, and files that do not say which one they are."""

import json
from pathlib import Path

import pytest

from pactwerk.figures.sources import Outcome
from pactwerk.figures.sources.higher_education.codes import level_of, part_of
from tests.figures.sources.bent import amounts, shuffled, table_of, years_later
from tests.figures.sources.conftest import Query, Read
from tests.figures.sources.invented import Table, write

_ENTRANTS = "duo-ho/03b-eerstejaars-ingeschrevenen-hbo-domein-hbo-2019.csv"
_WO = "duo-ho/eerstejaars-ingeschrevenen-wo-2013-2017.csv"
_GRADUATES = "duo-ho/05-gediplomeerden-hbo-2019.csv"
_ENROLLED = "duo-ho/ingeschrevenen-hbo-2020-2024.json"
_NEW_NAMES = {
    "BRIN NUMMER ACTUEEL": "INSTELLINGSCODE ACTUEEL",
    "CROHO ONDERDEEL": "ONDERDEEL",
    "CROHO SUBONDERDEEL": "SUBONDERDEEL",
}
_SUMS = "SELECT period, sum(low)::INT FROM facts GROUP BY 1 ORDER BY 1"


@pytest.fixture(scope="module")
def entrants(shared: Path) -> Table:
    return table_of(shared / _ENTRANTS)


@pytest.fixture(scope="module")
def graduates(shared: Path) -> Table:
    return table_of(shared / _GRADUATES)


def test_entrants_two_years_later_under_new_names(entrants: Table, read: Read, query: Query, tmp_path: Path) -> None:
    later = shuffled(years_later(entrants, 2).renamed(_NEW_NAMES))
    report = read(write(tmp_path, "eerstejaars-ingeschrevenen-hbo-2021.csv", later.text(quoted=True), "utf-8"))
    assert report.outcome is Outcome.READ, report.reason
    assert (report.table, report.part, report.edition) == ("ho_entrants", "hbo", "2017/18 – 2021/22")
    assert [total for _, total in query(report, _SUMS)] == list(amounts(entrants).values())


def test_provisional_graduates_with_hidden_cells(graduates: Table, read: Read, query: Query, tmp_path: Path) -> None:
    later = years_later(graduates, 4).cell(0, "2022", "<5").renamed(_NEW_NAMES)
    report = read(write(tmp_path, "voorlopige-aantallen-gediplomeerden-hbo.csv", later.text(), "utf-8"))
    assert (report.table, report.edition) == ("ho_graduates", "2018/19 – 2022/23")
    assert query(report, "SELECT low, high, status FROM facts WHERE suppressed") == [(1, 4, "voorlopig")]


def test_enrolled_of_wo_as_text(shared: Path, read: Read, query: Query, tmp_path: Path) -> None:
    table = table_of(shared / _WO, "cp1252")
    table = Table(table.header, tuple(row for row in table.rows if row[5])).without("")
    report = read(write(tmp_path, "ingeschrevenen-wo-2013-2017.csv", shuffled(table).text(), "cp1252"))
    assert (report.outcome, report.table, report.part) == (Outcome.READ, "ho_enrolled", "wo")
    # so few students are no enrolled ones of the whole country
    assert any("in totaal" in warning for warning in report.warnings)
    assert sum(total for _, total in query(report, _SUMS)) == sum(amounts(table).values())


def test_the_sex_may_stand_before_the_year(shared: Path, read: Read, query: Query, tmp_path: Path) -> None:
    table = table_of(shared / _WO, "cp1252")
    turned = Table(
        tuple(" ".join(reversed(name.split())) if "20" in name else name for name in table.header), table.rows
    )
    report = read(write(tmp_path, "eerstejaars-wo.csv", turned.text(), "cp1252"))
    assert (report.outcome, report.part) == (Outcome.READ, "wo"), report.reason
    assert query(report, _SUMS)[0] == ("2013/14", 45_645)


def test_without_the_name_the_number_of_students_tells(
    shared: Path, entrants: Table, read: Read, tmp_path: Path
) -> None:
    assert read(write(tmp_path, "download.csv", entrants.text(), "utf-8")).table == "ho_entrants"
    enrolled = (shared / _ENROLLED).read_bytes()
    assert read(write(tmp_path, "download.json", enrolled)).table == "ho_enrolled"


def test_where_nothing_tells_the_file_is_refused_with_the_question(entrants: Table, read: Read, tmp_path: Path) -> None:
    few = Table(entrants.header, entrants.rows[:300])
    report = read(write(tmp_path, "download.csv", few.text(), "utf-8"))
    assert report.outcome is Outcome.REFUSED
    assert "eerstejaars of alle ingeschrevenen" in report.reason


@pytest.mark.parametrize(
    ("old", "new"),
    [("CROHO ONDERDEEL", "RICHTING"), ("GEMEENTENUMMER", "GEMEENTE"), ("2017", "NA 2016"), ("GESLACHT", "SEKSE"),
     ("OPLEIDINGSCODE ACTUEEL", "ISAT"), ("BRIN NUMMER ACTUEEL", "SCHOOL")],
)  # fmt: skip
def test_a_renamed_column_is_refused_by_name(entrants: Table, read: Read, tmp_path: Path, old: str, new: str) -> None:
    few = Table(entrants.header, entrants.rows[:100]).renamed({old: new})
    report = read(write(tmp_path, "eerstejaars.csv", few.text(), "utf-8"))
    assert report.outcome is Outcome.REFUSED
    assert old.removesuffix(" ACTUEEL") in report.reason


def test_an_extra_column_is_told(graduates: Table, read: Read, tmp_path: Path) -> None:
    few = Table((*graduates.header, "TAAL"), tuple((*row, "nl") for row in graduates.rows[:100]))
    report = read(write(tmp_path, "gediplomeerden.csv", few.text(), "utf-8"))
    assert report.outcome is Outcome.READ, report.reason
    assert any("TAAL" in warning for warning in report.warnings)


def test_a_cell_that_is_no_amount_is_refused_with_line_and_column(graduates: Table, read: Read, tmp_path: Path) -> None:
    few = Table(graduates.header, graduates.rows[:100]).cell(4, "2016", "veel")
    report = read(write(tmp_path, "gediplomeerden.csv", few.text(), "utf-8"))
    assert report.outcome is Outcome.REFUSED
    assert [(problem.row, problem.column) for problem in report.rows_refused] == [(6, "2016")]


def test_places_in_other_spellings(entrants: Table, read: Read, query: Query, tmp_path: Path) -> None:
    few = Table(entrants.header, entrants.rows[:100])
    few = few.cell(0, "GEMEENTENUMMER", "106").cell(1, "GEMEENTENUMMER", " 637").cell(2, "GEMEENTENUMMER", "GM0106")
    few = few.cell(3, "GEMEENTENUMMER", "elders")
    report = read(write(tmp_path, "eerstejaars.csv", few.text(), "utf-8"))
    places = "SELECT DISTINCT row, municipality FROM facts WHERE row < 6 ORDER BY 1"
    assert query(report, places) == [(2, "GM0106"), (3, "GM0637"), (4, "GM0106"), (5, None)]
    assert any("elders" in warning for warning in report.warnings)


def test_json_without_leading_zeros(read: Read, query: Query, tmp_path: Path, shared: Path) -> None:
    records = json.loads((shared / _ENROLLED).read_text(encoding="utf-8"))[:100]
    records[0]["OPLEIDINGSCODE ACTUEEL"] = 6551
    report = read(write(tmp_path, "ingeschrevenen.json", json.dumps(records), "utf-8"))
    assert query(report, "SELECT DISTINCT programme, level FROM facts WHERE row = 1") == [("06551", "hbo")]


@pytest.mark.parametrize(
    ("code", "level"),
    [("34267", "hbo"), ("44103", "hbo"), ("80009", "hbo"), ("56109", "wo"), ("60257", "wo"), ("06551", None)],
)
def test_a_programme_tells_the_sort_of_higher_education(code: str, level: str | None) -> None:
    assert level_of(code) == level


def test_a_file_of_both_sorts_is_no_part() -> None:
    assert part_of(["34267", "56109"]) == ""
    assert part_of([]) == ""
    assert part_of(["34267"] * 20 + ["56109"]) == "hbo"
