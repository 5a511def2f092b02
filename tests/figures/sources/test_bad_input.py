"""What is broken is refused with file, line and column, and leaves nothing behind."""

from pathlib import Path

import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import Outcome
from tests.figures.sources.conftest import Query, Read, as_ordinary_user
from tests.figures.sources.invented import ADDRESSES, PUPILS, exams, write

NAME = "leerlingen-vo-2019.csv"
_M3 = "LEER- OF VERBLIJFSJAAR 3 - MAN"


def _refused(read: Read, folder: Path, data: str | bytes, *parts: str, name: str = NAME) -> sources.FileReport:
    report = read(write(folder, name, data))
    assert report.outcome is Outcome.REFUSED, (report.outcome, report.reason)
    for part in parts:
        assert part in report.reason
    assert report.reason.en
    left = [path for path in (folder / "work").rglob("*") if path.is_file()] if (folder / "work").exists() else []
    assert left == []
    return report


def test_a_web_page_named_csv(read: Read, tmp_path: Path) -> None:
    _refused(read, tmp_path, "<!DOCTYPE html><html><body>404</body></html>", "HTML")
    assert read(write(tmp_path, "page.html", "<html></html>")).outcome is Outcome.SKIPPED


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n", b"\x00\x00", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(read: Read, tmp_path: Path, data: bytes) -> None:
    _refused(read, tmp_path, data, "leeg")


def test_half_a_line(read: Read, tmp_path: Path) -> None:
    text = PUPILS.text()
    report = _refused(read, tmp_path, text[: text.rindex(";Friesland;VWO") + 14], "regel 6", "cellen")
    assert report.rows_refused[0].row == 6
    assert report.table == "vo_pupils"


def test_half_a_quoted_file(read: Read, tmp_path: Path) -> None:
    text = PUPILS.text(quoted=True)
    _refused(read, tmp_path, text[:-40], "regel 6")
    _refused(read, tmp_path, text[: text.rindex('"')], "regel 6")


def test_rows_in_another_separator_than_the_header(read: Read, tmp_path: Path) -> None:
    head, rest = PUPILS.text().split("\r\n", 1)
    _refused(read, tmp_path, f"{head}\r\n{rest.replace(';', ',')}", "regel 2", "scheidingsteken")


def test_a_comma_inside_a_name_of_a_comma_separated_file(read: Read, tmp_path: Path) -> None:
    table = PUPILS.cell(2, "INSTELLINGSNAAM VESTIGING", "Locatie, zuid")
    _refused(read, tmp_path, table.text().replace(";", ","), "regel 3")


def test_an_unknown_column(read: Read, tmp_path: Path) -> None:
    report = _refused(
        read, tmp_path, PUPILS.renamed({"AFDELING": "RICHTING"}).text(), "RICHTING", "AFDELING", "regel 1"
    )
    assert {problem.column for problem in report.rows_refused} == {"RICHTING", "AFDELING"}


def test_a_missing_column(read: Read, tmp_path: Path) -> None:
    _refused(read, tmp_path, PUPILS.without("PROVINCIE VESTIGING").text(), "PROVINCIE VESTIGING", "ontbreekt")
    _refused(read, tmp_path, PUPILS.without(_M3).text(), _M3, "ontbreekt")
    lines = exams([2019], unknown_sex=False, cells={"VMBO T": ("1",) * 9})
    missing = "GESLAAGDEN SCHOOLJAAR 2019-2020 - VROUW"
    _refused(read, tmp_path, lines.without(missing).text(), missing)


def test_a_column_twice(read: Read, tmp_path: Path) -> None:
    _refused(read, tmp_path, PUPILS.renamed({"OPLEIDINGSNAAM": "AFDELING"}).text(), "twee keer")
    _refused(read, tmp_path, PUPILS.renamed({"LEER- OF VERBLIJFSJAAR 3 - VROUW": _M3}).text(), _M3)


@pytest.mark.parametrize("text", ["abc", "1.5", "1e3", "-4", "12.34", "1,001", "", " ", "<6", "5%", "99999999999", "½"])
def test_a_number_that_is_none(read: Read, tmp_path: Path, text: str) -> None:
    report = _refused(read, tmp_path, PUPILS.cell(2, _M3, text).text().encode(), "regel 4", _M3, f"'{text.strip()}'")
    assert report.rows_refused[0][:2] == (4, _M3)


def test_all_bad_cells_are_listed(read: Read, tmp_path: Path) -> None:
    table = PUPILS.cell(1, _M3, "x").cell(3, "LEER- OF VERBLIJFSJAAR 6 - VROUW", "y")
    report = _refused(read, tmp_path, table.text(), "en nog 1")
    assert [problem.row for problem in report.rows_refused] == [3, 5]


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("VESTIGINGSNUMMER", "00AH00"),
        ("VESTIGINGSNUMMER", "123"),
        ("VESTIGINGSNUMMER", ""),
    ],
)
def test_a_location_that_is_none(read: Read, tmp_path: Path, column: str, text: str) -> None:
    _refused(read, tmp_path, PUPILS.cell(2, column, text).text(), "regel 4", column, text)


def test_a_brin_that_is_none(read: Read, tmp_path: Path) -> None:
    _refused(read, tmp_path, PUPILS.cell(2, "BRIN NUMMER", "9A").text(), "regel 4", "9A")


def test_a_nul_byte(read: Read, tmp_path: Path) -> None:
    _refused(read, tmp_path, PUPILS.text().replace("Zuid", "Zu\x00id").encode(), "regel 4", "NUL")


def test_a_byte_of_no_encoding(read: Read, tmp_path: Path) -> None:
    _refused(read, tmp_path, PUPILS.text().encode("cp1252").replace(b"Zuid", b"Zu\x81id"), "regel 4")


def test_a_header_without_rows(read: Read, tmp_path: Path) -> None:
    _refused(read, tmp_path, PUPILS.text().split("\r\n")[0] + "\r\n", "geen gegevens")


def test_the_same_location_twice(read: Read, tmp_path: Path) -> None:
    table = ADDRESSES.with_rows(ADDRESSES.rows[0])
    _refused(read, tmp_path, table.text(), "regel 4", "regel 2", name="adressen-2020-12.csv")


def test_the_same_location_twice_in_two_spellings(read: Read, tmp_path: Path) -> None:
    table = ADDRESSES.with_rows(ADDRESSES.rows[0]).cell(2, "VESTIGINGSNUMMER", "00")
    _refused(read, tmp_path, table.text(), "regel 4", "regel 2", name="adressen-2020-12.csv")


@pytest.mark.parametrize("delimiter", [";", ","])
def test_the_same_line_of_pupils_twice(read: Read, tmp_path: Path, delimiter: str) -> None:
    table = PUPILS.with_rows(PUPILS.rows[1])
    _refused(read, tmp_path, table.text(delimiter=delimiter), "regel 7", "regel 3")


@pytest.mark.parametrize("column", ["LWOO INDICATIE", "ELEMENTCODE", "OPLEIDINGSNAAM"])
def test_pupils_of_one_programme_in_two_lines_are_added_up(
    read: Read, query: Query, tmp_path: Path, column: str
) -> None:
    """A publisher may split a programme by a column that is not counted by."""
    table = PUPILS.with_rows(PUPILS.rows[1]).cell(5, column, "X")
    report = read(write(tmp_path, NAME, table.text()))
    assert report.outcome is Outcome.READ, report.reason
    assert query(report, "SELECT sum(count) FROM facts WHERE department LIKE 'Prod%'") == [(86,)]


def test_a_postcode_that_is_none(read: Read, tmp_path: Path) -> None:
    name = "adressen-2020-12.csv"
    _refused(read, tmp_path, ADDRESSES.cell(1, "POSTCODE", "94O6").text(), "regel 3", "POSTCODE", name=name)


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("PROVINCIE VESTIGING", "Atlantis", "province"),
        ("ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR", "VMBO XX lj 3", "track"),
        ("VMBO SECTOR", "Ruimtevaart", "sector"),
    ],
)
def test_an_unknown_word_is_warned_about_and_gets_no_code(  # noqa: PLR0917
    read: Read, query: Query, tmp_path: Path, column: str, text: str, code: str
) -> None:
    report = read(write(tmp_path, NAME, PUPILS.cell(2, column, text).text()))
    assert report.outcome is Outcome.READ
    (warning,) = (found for found in report.warnings if text in found)
    assert column in warning
    assert "regel 4" in warning
    assert "line 4" in warning.en
    assert query(report, f"SELECT DISTINCT {code} FROM facts WHERE row = 4") == [(None,)]
    assert query(report, "SELECT sum(count) FROM facts") == [(492,)]


def test_an_unknown_programme_is_warned_about(read: Read, query: Query, tmp_path: Path) -> None:
    table = exams([2019], unknown_sex=False, cells={"VMBO T": ("1",) * 9, "VMBO Q - techniek": ("1",) * 9})
    report = read(write(tmp_path, NAME, table.text()))
    assert any("VMBO Q" in warning and "OPLEIDINGSNAAM" in warning for warning in report.warnings)
    assert query(report, "SELECT DISTINCT track FROM facts WHERE row = 3") == [(None,)]


def test_the_same_programme_twice(read: Read, tmp_path: Path) -> None:
    table = exams([2019], unknown_sex=False, cells={"VMBO T": ("1",) * 9})
    _refused(read, tmp_path, table.with_rows(table.rows[0]).text(), "regel 3", "regel 2")


def test_an_edition_for_many_files_does_not_hurt_one_that_tells_its_own(read: Read, tmp_path: Path) -> None:
    report = read(write(tmp_path, "adressen-2020-12.csv", ADDRESSES.text()), edition="2019/20")
    assert (report.outcome, report.edition) == (Outcome.READ, "2020-12")
    report = read(write(tmp_path, NAME, PUPILS.text()), edition="2017/18")
    assert report.edition == "2019/20"
    assert any("--edition" in warning for warning in report.warnings)


def test_empty_columns_of_a_spreadsheet_are_no_columns(read: Read, tmp_path: Path) -> None:
    report = read(write(tmp_path, NAME, PUPILS.text().replace("\r\n", ";;\r\n")))
    assert report.outcome is Outcome.READ, report.reason


def test_fixed_positions_that_do_not_fit(read: Read, tmp_path: Path) -> None:
    lines = [f"{code}N0361Alkmaar" for code in range(1800, 1900)]
    cut = "\r\n".join(lines).removesuffix("maar")
    _refused(read, tmp_path, cut, "regel 100", name="Dec_postcodecijfers_2022.asc")
    lines[50] = "1850N036"
    _refused(read, tmp_path, "\r\n".join(lines) + "\r\n", "regel 51", name="Dec_postcodecijfers_2022.asc")


def test_borders_that_are_not_whole(read: Read, tmp_path: Path) -> None:
    feature = '{"type":"Feature","properties":{"statcode":"GM0361","statnaam":"A"},"geometry":%s}'
    head, tail = '{"type":"FeatureCollection","features":[', "]}"
    metres = '{"type":"Polygon","coordinates":[[[110000,515000],[110001,515000],[110000,515001],[110000,515000]]]}'
    _refused(read, tmp_path, head + feature % metres + tail, "WGS84", name="grenzen-2022.geojson")
    _refused(read, tmp_path, head + feature % metres, "JSON", name="grenzen-2022.geojson")


def test_a_file_that_is_not_there(read: Read, tmp_path: Path) -> None:
    report = read(tmp_path / "nothing.csv")
    assert report.outcome is Outcome.REFUSED


def test_a_file_without_permission(open_folder: Path) -> None:
    path = write(open_folder, NAME, PUPILS.text())
    path.chmod(0)

    def refused() -> bool:
        report = sources.read(path, workdir=open_folder / "work")
        return report.outcome is Outcome.REFUSED and "toestemming" in report.reason

    assert as_ordinary_user(refused)


def test_an_edition_that_nothing_tells_is_asked_for(read: Read, tmp_path: Path) -> None:
    report = _refused(read, tmp_path, PUPILS.text(), "welk schooljaar", "--edition", name="leerlingen.csv")
    path = write(tmp_path, "leerlingen.csv", PUPILS.text())
    assert report.table == "vo_pupils"
    assert read(path, edition="2018/19").edition == "2018/19"
    assert read(path, edition="2018-2019").edition == "2018/19"
    assert read(path, edition="2018-10").outcome is Outcome.REFUSED
    assert read(path, edition="zomaar").outcome is Outcome.REFUSED
    addresses = write(tmp_path, "adressen-2020.csv", ADDRESSES.text())
    assert "peildatum" in read(addresses).reason
    assert read(addresses, edition="2020-10").edition == "2020-10"


def test_nothing_known_is_skipped_not_refused(read: Read, tmp_path: Path) -> None:
    for name, data in (
        ("notes.txt", "hello"),
        ("other.csv", "a;b\n1;2\n"),
        ("x.docx", b"PK\x03\x04zip"),
        (".keep", b""),
    ):
        assert read(write(tmp_path, name, data)).outcome is Outcome.SKIPPED


def test_a_full_disk_is_no_fault_of_the_file(tmp_path: Path) -> None:
    """A working folder that cannot be written raises: the caller must not take it for a bad file."""
    blocked = tmp_path / "work"
    blocked.write_text("a file where the folder should be")
    with pytest.raises(OSError, match="work"):
        sources.read(write(tmp_path, NAME, PUPILS.text()), workdir=blocked)


def test_a_workbook_that_asks_a_later_zip_is_refused(read: Read, shared: Path, tmp_path: Path) -> None:
    """Found by the fuzzer: the version in the zip's directory made the library raise what nobody caught."""
    data = bytearray((shared / "cbs" / "pc4_2024_v1.xlsx").read_bytes())
    data[data.rindex(b"PK\x01\x02") + 6] = 204
    path = tmp_path / "pc4_2024_v1.xlsx"
    path.write_bytes(data)
    report = read(path)
    assert report.outcome is Outcome.REFUSED
    assert report.parquet is None
