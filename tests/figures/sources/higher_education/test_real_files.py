"""DUO's entrants, graduates and enrolled students of higher education: the real files, counted independently."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import FileReport, Outcome
from tests.figures.sources.bent import amounts, table_of
from tests.figures.sources.conftest import Query

_ENTRANTS = "duo-ho/03b-eerstejaars-ingeschrevenen-hbo-domein-hbo-2019.csv"
_WO = "duo-ho/eerstejaars-ingeschrevenen-wo-2013-2017.csv"
_GRADUATES = "duo-ho/05-gediplomeerden-hbo-2019.csv"
_ENROLLED = "duo-ho/ingeschrevenen-hbo-2020-2024.json"
_SUMS = "SELECT period, sum(low)::INT FROM facts WHERE {} GROUP BY 1 ORDER BY 1"


@pytest.fixture(scope="module")
def reports(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, FileReport]:
    work = tmp_path_factory.mktemp("ho")
    return {name: sources.read(shared / name, workdir=work) for name in (_ENTRANTS, _WO, _GRADUATES, _ENROLLED)}


@pytest.mark.parametrize(
    ("name", "table", "part", "edition", "rows", "strays"),
    [
        (_ENTRANTS, "ho_entrants", "hbo", "2015/16 – 2019/20", 3_815, 7),
        (_WO, "ho_entrants", "wo", "2013/14 – 2017/18", 1_460, 2),
        (_GRADUATES, "ho_graduates", "hbo", "2014/15 – 2018/19", 3_849, 7),
        (_ENROLLED, "ho_enrolled", "hbo", "2020/21 – 2024/25", 4_430, 0),
    ],
)
def test_what_each_file_is(  # noqa: PLR0917
    reports: dict[str, FileReport], name: str, table: str, part: str, edition: str, rows: int, strays: int
) -> None:
    report = reports[name]
    assert report.outcome is Outcome.READ, report.reason
    assert (report.table, report.part, report.edition, report.rows_read) == (table, part, edition, rows)
    assert len(report.rows_refused) == strays


@pytest.mark.parametrize("name", [_ENTRANTS, _GRADUATES])
def test_hbo_adds_up_by_year_sex_domain_and_province(
    shared: Path, reports: dict[str, FileReport], query: Query, name: str
) -> None:
    table = table_of(shared / name)
    for sql, where in (
        ("true", {}),
        ("sex = 'female'", {"GESLACHT": "vrouw"}),
        ("domain = 'techniek' AND province = 'PV27'", {"CROHO_ONDERDEEL": "techniek", "PROVINCIE": "Noord-Holland"}),
        ("pathway = 'duaal'", {"OPLEIDINGSVORM": "duaal onderwijs"}),
        ("municipality = 'GM0014'", {"GEMEENTENAAM": "Groningen"}),
        ("institution = '25BE'", {"BRIN_NUMMER_ACTUEEL": "25BE"}),
    ):  # fmt: skip
        counted = amounts(table, **where)
        expected = [(f"{year}/{int(year) - 1999}", total) for year, total in counted.items()]
        assert query(reports[name], _SUMS.format(sql)) == expected
    assert query(reports[name], "SELECT DISTINCT level, concept FROM facts") == [("hbo", "school")]


def test_the_published_totals_of_hbo_entrants(reports: dict[str, FileReport], query: Query) -> None:
    found = dict(query(reports[_ENTRANTS], _SUMS.format("true")))
    assert (found["2015/16"], found["2019/20"]) == (95_961, 113_422)


def test_the_totals_row_of_wo_is_told_and_is_the_sum(
    shared: Path, reports: dict[str, FileReport], query: Query
) -> None:
    lines = list(csv.reader(io.StringIO((shared / _WO).read_text(encoding="cp1252"), newline=""), delimiter=";"))
    totals = [int(cell) for cell in lines[-1] if cell.isdigit()]
    assert [total for _, total in query(reports[_WO], _SUMS.format("true"))] == totals
    assert [(problem.row, problem.reason) for problem in reports[_WO].rows_refused] == [
        (1462, "lege regel, overgeslagen"),
        (1463, "totaalregel, niet meegeteld"),
    ]
    assert query(reports[_WO], "SELECT DISTINCT sex, level FROM facts ORDER BY ALL") == [
        ("female", "wo"), ("male", "wo")
    ]  # fmt: skip


def test_hidden_cells_of_the_enrolled_are_one_to_four(
    shared: Path, reports: dict[str, FileReport], query: Query
) -> None:
    records: list[dict[str, Any]] = json.loads((shared / _ENROLLED).read_text(encoding="utf-8"))
    for year in range(2020, 2025):
        cells = [record[str(year)] for record in records]
        known, hidden = sum(cell for cell in cells if cell != "<5"), cells.count("<5")
        bounds = f"SELECT sum(low)::INT, sum(high)::INT FROM facts WHERE period = '{year}/{year - 1999}'"
        assert query(reports[_ENROLLED], bounds) == [(known + hidden, known + 4 * hidden)]
    assert query(reports[_ENROLLED], "SELECT count(DISTINCT programme) FROM facts") == [(437,)]
    assert query(reports[_ENROLLED], "SELECT max(row) FROM facts") == [(4_430,)]


def test_diplomas_have_no_count_date_and_enrolments_have(reports: dict[str, FileReport], query: Query) -> None:
    assert query(reports[_GRADUATES], "SELECT count(peildatum) FROM facts") == [(0,)]
    dates = "SELECT DISTINCT peildatum FROM facts WHERE period = '2016/17'"
    assert query(reports[_ENTRANTS], dates) == [("2016-10-01",)]
