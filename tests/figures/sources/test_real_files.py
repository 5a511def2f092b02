"""The publishers' own files give the numbers that were counted from them independently."""

from pathlib import Path

import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import FileReport, Outcome
from tests.figures.sources.conftest import Query

_PUPILS = "duo-vo/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{}.csv"


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("work")


def _read(shared: Path, name: str, work: Path) -> FileReport:
    report = sources.read(shared / name, workdir=work)
    assert report.outcome is Outcome.READ, report.reason
    assert report.warnings == ()
    return report


@pytest.mark.parametrize(
    ("edition", "period", "rows", "pupils", "locations", "technical_nh", "n_profile"),
    [
        ("2016-2017", "2016/17", 28_362, 1_002_338, 1_457, 3_279, 53_538),
        ("2017-2018", "2017/18", 25_172, 992_195, 1_462, 3_154, 53_025),
    ],
)
def test_pupils(  # noqa: PLR0917
    shared: Path, work: Path, query: Query, edition: str, period: str, rows: int, pupils: int, locations: int,
    technical_nh: int, n_profile: int,
) -> None:  # fmt: skip
    report = _read(shared, _PUPILS.format(edition), work)
    assert (report.table, report.edition, report.rows_read) == ("vo_pupils", period, rows)
    assert query(report, "SELECT sum(count), count(*), min(row), max(row) FROM facts") == [
        (pupils, report.observations, 2, rows + 1)
    ]
    assert query(report, "SELECT count(DISTINCT location) FROM facts") == [(locations,)]
    # Published: K04 Noord-Holland 2017/18 (year 3 and 4, edition 2018) and K09 2016/17.
    assert query(
        report,
        "SELECT sum(count) FROM facts WHERE grade IN (3, 4) AND track IN ('bb', 'kb', 'gl') "
        "AND sector = 'TECHNIEK' AND province = 'PV27'",
    ) == [(technical_nh,)]
    assert query(
        report, "SELECT sum(count) FROM facts WHERE grade = 4 AND track IN ('havo', 'vwo') AND profile LIKE 'N%'"
    ) == [(n_profile,)]


@pytest.mark.parametrize(
    ("name", "rows", "totals"),
    [
        (
            "examenkandidaten-en-geslaagden-2014-2019.csv",
            13_986,
            {"2014/15": 193_336, "2015/16": 198_186, "2016/17": 200_946, "2017/18": 199_721, "2018/19": 196_552},
        ),
        (
            "examenkandidaten-en-geslaagden-2019-2022.csv",
            12_782,
            {"2019/20": 188_626, "2020/21": 182_258, "2021/22": 172_211},
        ),
    ],
)
def test_exams(  # noqa: PLR0917
    shared: Path,
    work: Path,
    query: Query,
    name: str,
    rows: int,
    totals: dict[str, int],
) -> None:
    report = _read(shared, f"duo-vo/{name}", work)
    assert report.rows_read == rows
    assert report.periods == tuple(totals)
    found = query(
        report,
        "SELECT period, sum(low) FROM facts WHERE sex = 'total' AND measure = 'candidates' AND NOT suppressed "
        "GROUP BY period",
    )
    assert dict(found) == totals
    assert query(report, "SELECT count(*) FROM facts WHERE municipality IS NULL") == [(0,)]
    assert query(report, "SELECT DISTINCT low, high FROM facts WHERE suppressed") == (
        [(1, 4)] if rows == 12_782 else []
    )


@pytest.mark.parametrize(
    ("name", "table", "date", "rows"),
    [
        ("duo-vo/alle-vestigingen-vo-2020-10.csv", "vo_addresses", "2020-10", 1_610),
        ("duo-po/02.-alle-schoolvestigingen-basisonderwijs-2013-06.csv", "po_addresses", "2013-06", 6_899),
        ("duo-po/alle-vestigingen-bo-2020-12.csv", "po_addresses", "2020-12", 6_268),
    ],
)
def test_addresses(  # noqa: PLR0917
    shared: Path,
    work: Path,
    query: Query,
    name: str,
    table: str,
    date: str,
    rows: int,
) -> None:
    report = _read(shared, name, work)
    assert (report.table, report.edition, report.rows_read, report.observations) == (table, date, rows, rows)
    assert query(report, "SELECT count(*) FROM facts WHERE municipality IS NULL OR province IS NULL") == [(0,)]
    columns = {row[0] for row in query(report, "DESCRIBE facts")}
    assert not columns & {"telephone", "phone", "mail", "email", "internet"}


def test_no_telephone_number_or_web_address_is_kept(shared: Path, work: Path) -> None:
    report = _read(shared, "duo-vo/alle-vestigingen-vo-2020-10.csv", work)
    assert report.parquet is not None
    kept = report.parquet.read_bytes()
    assert b"0592340973" not in kept
    assert b"www." not in kept
    assert not list((work / "scratch").iterdir())


def test_the_sub_region_is_the_address_files_own(shared: Path, work: Path, query: Query) -> None:
    report = _read(shared, "duo-vo/alle-vestigingen-vo-2020-10.csv", work)
    assert query(report, "SELECT count(*) FROM facts WHERE wgr = 'Noord-Kennemerland'") == [(28,)]
    assert query(report, "SELECT count(*) FROM facts WHERE rpa = 'Noord-Holland-Noord'") == [(59,)]


def test_identical_bytes_of_two_years_are_two_editions(shared: Path, work: Path, query: Query) -> None:
    one, other = (_read(shared, f"duo-registers/dec/Dec_postcodecijfers_{year}.asc", work) for year in (2023, 2024))
    assert one.sha256 == other.sha256
    assert (one.edition, other.edition) == ("2023", "2024")
    assert one.file_id != other.file_id
    assert one.content_hash != other.content_hash
    assert query(one, "SELECT municipality FROM facts WHERE postcode4 = '1703'") == [("GM1980",)]


def test_a_postcode_follows_its_municipality(shared: Path, work: Path, query: Query) -> None:
    report = _read(shared, "duo-registers/dec/Dec_postcodecijfers_2021.asc", work)
    assert report.rows_read == 4_877
    assert query(report, "SELECT municipality FROM facts WHERE postcode4 = '1703'") == [("GM0398",)]
    assert query(report, "SELECT min(postcode4), max(postcode4) FROM facts") == [("1000", "9999")]


@pytest.mark.parametrize(
    ("name", "year", "count"),
    [("gemeente_2023", "2023", 342), ("gemeente_2025", "2025", 342), ("gemeenten-2022-pdok", "2022", 345)],
)
def test_borders(  # noqa: PLR0917
    shared: Path,
    work: Path,
    query: Query,
    name: str,
    year: str,
    count: int,
) -> None:
    report = _read(shared, f"geo/{name}.geojson", work)
    assert (report.edition, report.rows_read) == (year, count)
    assert query(report, "SELECT name, geometry LIKE '{%Polygon%}' FROM facts WHERE municipality = 'GM0361'") == [
        ("Alkmaar", True)
    ]
