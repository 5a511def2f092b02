"""DUO's mbo students: the real file, a later edition, and what the publisher may change."""

from pathlib import Path

import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import FileReport, Outcome
from pactwerk.figures.sources.mbo_students import seat
from tests.figures.sources.bent import amounts, shuffled, table_of, years_later
from tests.figures.sources.conftest import Query, Read
from tests.figures.sources.invented import Table, write

_FILE = "duo-mbo/03-deelnemers-mbo-per-instelling-plaats-opleiding-niveau-geslacht-2015-2019.csv"
# National totals as the data README states them.
_TOTALS = {"2015/16": 471_848, "2016/17": 479_505, "2017/18": 482_900, "2018/19": 492_410, "2019/20": 501_903}
_SUMS = "SELECT period, sum(low)::INT FROM facts WHERE {} GROUP BY 1 ORDER BY 1"


@pytest.fixture(scope="module")
def table(shared: Path) -> Table:
    return table_of(shared / _FILE)


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> FileReport:
    return sources.read(shared / _FILE, workdir=tmp_path_factory.mktemp("mbo"))


def test_totals_and_sexes_are_those_of_the_file(real: FileReport, table: Table, query: Query) -> None:
    assert (real.outcome, real.table, real.edition) == (Outcome.READ, "mbo_students", "2015/16 – 2019/20")
    assert dict(query(real, _SUMS.format("in_total"))) == _TOTALS
    counted = amounts(table)
    assert query(real, _SUMS.format("sex = 'male' AND by_sex")) == [
        (f"{year}/{year - 1999}", counted[f"MAN{year}"]) for year in range(2015, 2020)
    ]
    assert query(real, "SELECT count(*) FROM facts WHERE in_total AND by_sex") == [(0,)]


def test_stray_lines_are_told_and_no_seat_is_without_a_municipality(real: FileReport, query: Query) -> None:
    assert real.rows_read == 19_229
    assert len(real.rows_refused) == 29
    assert real.warnings == ()
    assert query(real, "SELECT DISTINCT concept, peildatum FROM facts WHERE period = '2016/17'") == [
        ("seat", "2016-10-01")
    ]
    assert query(real, "SELECT count(*) FROM facts WHERE municipality IS NULL OR institution IS NULL") == [(0,)]
    assert query(real, "SELECT count(DISTINCT municipality), count(DISTINCT programme) FROM facts") == [(37, 1_360)]


def test_domains_levels_and_routes_are_the_publishers(real: FileReport, table: Table, query: Query) -> None:
    domain = amounts(table, DOMEIN="Bouw en infra", KWALIFICATIENIVEAU="4")["TOTAAL2019"]
    assert query(real, _SUMS.format("in_total AND domain = 'Bouw en infra' AND level = '4'"))[-1] == ("2019/20", domain)
    route = amounts(table, TYPE_MBO="BBL")["TOTAAL2017"]
    assert query(real, _SUMS.format("in_total AND pathway = 'BBL'"))[2] == ("2017/18", route)
    place = amounts(table, PLAATSNAAM="ALKMAAR")["TOTAAL2019"]
    assert query(real, _SUMS.format("in_total AND municipality = 'GM0361'"))[-1] == ("2019/20", place)


def test_a_cell_is_found_again_by_its_row(real: FileReport, shared: Path, query: Query) -> None:
    lines = (shared / _FILE).read_text(encoding="utf-8").split("\n")
    place = lines[0].rstrip().split(";").index("TOTAAL2018")
    found = query(
        real,
        "SELECT row, low::INT FROM facts WHERE in_total AND period = '2018/19' ORDER BY hash(row) LIMIT 50",
    )
    assert len(found) == 50
    for row, low in found:
        assert int(lines[row - 1].split(";")[place]) == low


def test_a_later_edition_in_another_order_with_hidden_cells(
    table: Table, read: Read, query: Query, tmp_path: Path
) -> None:
    few = Table(table.header, table.rows[:400])
    row = next(place for place, cells in enumerate(few.rows) if 0 < int(cells[-1] or 0) < 5)
    kept = amounts(few)["TOTAAL2019"] - int(few.rows[row][-1])
    later = shuffled(years_later(few.cell(row, "TOTAAL2019", "<5"), 4).renamed({"BRIN NUMMER": "INSTELLINGSCODE"}))
    report = read(write(tmp_path, "mbo.csv", later.text(quoted=True), "utf-8"))
    assert report.outcome is Outcome.READ, report.reason
    assert report.edition == "2019/20 – 2023/24"
    bounds = "SELECT sum(low)::INT, sum(high)::INT FROM facts WHERE in_total AND period = '2023/24'"
    assert query(report, bounds) == [(kept + 1, kept + 4)]
    assert query(report, "SELECT low, high FROM facts WHERE suppressed") == [(1, 4)]


def test_the_year_may_stand_before_the_sex(table: Table, read: Read, query: Query, tmp_path: Path) -> None:
    header = tuple(f"{name[-4:]} {name[:-4]}" if name[-4:].isdigit() else name for name in table.header)
    report = read(write(tmp_path, "mbo.csv", Table(header, table.rows[:60]).text(), "utf-8"))
    assert report.outcome is Outcome.READ, report.reason
    expected = amounts(Table(table.header, table.rows[:60]))["TOTAAL2019"]
    assert dict(query(report, _SUMS.format("in_total")))["2019/20"] == expected


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("PLAATSNAAM", "PLAATS VAN VESTIGING", ("PLAATS VAN VESTIGING", "PLAATSNAAM")),
        ("TOTAAL2017", "SOM2017", ("SOM2017", "TOTAAL2017")),
        ("DOMEIN", "RICHTING", ("RICHTING", "DOMEIN")),
    ],
)
def test_a_renamed_column_is_refused_by_name(  # noqa: PLR0917
    table: Table, read: Read, tmp_path: Path, old: str, new: str, named: tuple[str, str]
) -> None:
    few = Table(table.header, table.rows[:60]).renamed({old: new})
    report = read(write(tmp_path, "mbo.csv", few.text(), "utf-8"))
    assert (report.outcome, report.table) == (Outcome.REFUSED, "mbo_students")
    assert all(name in report.reason for name in named)


def test_a_total_that_is_not_the_sum_of_its_parts_is_told(table: Table, read: Read, tmp_path: Path) -> None:
    few = Table(table.header, table.rows[:60]).cell(0, "TOTAAL2015", "9")
    report = read(write(tmp_path, "mbo.csv", few.text(), "utf-8"))
    assert report.outcome is Outcome.READ
    assert any("2015/16: TOTAAL telt op tot" in warning for warning in report.warnings)


def test_words_that_are_new_are_told_and_cost_only_the_code(
    table: Table, read: Read, query: Query, tmp_path: Path
) -> None:
    few = Table(table.header, table.rows[:60]).cell(3, "PLAATSNAAM", "NERGENSHUIZEN").cell(4, "TYPE MBO", "BOLX")
    report = read(write(tmp_path, "mbo.csv", few.text(), "utf-8"))
    told = " ".join(report.warnings)
    assert "NERGENSHUIZEN" in told
    assert "BOLX" in told
    assert sum(total for _, total in query(report, _SUMS.format("in_total"))) == sum(
        total for name, total in amounts(few).items() if name.startswith("TOTAAL")
    )
    assert query(report, "SELECT count(DISTINCT row) FROM facts WHERE municipality IS NULL") == [(1,)]


def test_a_totals_row_is_never_summed(table: Table, read: Read, query: Query, tmp_path: Path) -> None:
    few = Table(table.header, table.rows[:60])
    totals = ("", "", "", "Totaal", *[""] * 9, *["99"] * 15)
    report = read(write(tmp_path, "mbo.csv", few.with_rows(totals).text(), "utf-8"))
    assert [problem.row for problem in report.rows_refused] == [62]
    assert dict(query(report, _SUMS.format("in_total")))["2019/20"] == amounts(few)["TOTAAL2019"]


@pytest.mark.parametrize(
    ("town", "municipality"),
    [("HENGELO OV", "GM0164"), ("EDE GLD", "GM0228"), ("'S-GRAVENHAGE", "GM0518"), ("VEGHEL", "GM1948"),
     ("ZAANDAM", "GM0479"), ("Alkmaar", "GM0361")],
)  # fmt: skip
def test_the_seat_lies_in_a_municipality_of_today(town: str, municipality: str) -> None:
    assert seat(town) == (municipality,)


def test_a_town_that_nobody_knows_has_no_municipality() -> None:
    assert seat("NERGENSHUIZEN") is None
