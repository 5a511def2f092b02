"""Other editions of a table: columns renamed, gone, in another order; other encodings, line ends, quotes."""

import random
from pathlib import Path
from typing import Any

import pytest

from pactwerk.figures.sources import FileReport, Outcome
from tests.figures.sources.conftest import Query, Read
from tests.figures.sources.invented import ADDRESSES, PUPILS, Table, exams, write

NAME = "leerlingen-vo-per-vestiging-naar-onderwijstype-2019.csv"
_FACTS = "SELECT * EXCLUDE (file_id, row, sector) FROM facts ORDER BY ALL"


def _shuffled(table: Table) -> Table:
    places = list(range(len(table.header)))
    random.Random(4).shuffle(places)
    return table.order(places)


def _backwards(table: Table) -> Table:
    return Table(table.header, tuple(reversed(table.rows)))


def _lost_zeros(table: Table) -> Table:
    return table.cell(0, "VESTIGINGSNUMMER", "0").cell(1, "VESTIGINGSNUMMER", "7").cell(2, "ELEMENTCODE", "102")


EDITIONS: dict[str, bytes] = {
    "cp1252, CRLF": PUPILS.text().encode("cp1252"),
    "LF": PUPILS.text(end="\n").encode("cp1252"),
    "UTF-8": PUPILS.text().encode(),
    "UTF-8 with mark": PUPILS.text().encode("utf-8-sig"),
    "UTF-16": PUPILS.text().encode("utf-16"),
    "quoted": PUPILS.text(quoted=True).encode(),
    "no last line end": PUPILS.text().rstrip().encode(),
    "comma as separator": PUPILS.text(delimiter=",", quoted=True).encode(),
    "tab as separator": PUPILS.text(delimiter="\t").encode(),
    "no LWOO column": PUPILS.without("LWOO INDICATIE").text().encode("cp1252"),
    "no sector column": PUPILS.without("VMBO SECTOR", "LWOO INDICATIE").text().encode("cp1252"),
    "columns in another order": _shuffled(PUPILS).text().encode("cp1252"),
    "rows in another order": _backwards(PUPILS).text().encode("cp1252"),
    "zeros lost": _lost_zeros(PUPILS).text().encode("cp1252"),
    "underscores": PUPILS.renamed({"BRIN NUMMER": "BRIN_NUMMER"}).text().encode("cp1252"),
    "one word": PUPILS.renamed({"BRIN NUMMER": "BRINNUMMER"}).text().encode("cp1252"),
    "new names": PUPILS.renamed({"BRIN NUMMER": "INSTELLINGSCODE", "VESTIGINGSNUMMER": "VESTIGINGSCODE"})
    .cell(1, "VESTIGINGSCODE", "99AA07").text().encode("cp1252"),
    "profile codes": PUPILS.text().replace("Produceren, installeren en energie", "PIE").encode("cp1252"),
}  # fmt: skip


def _parsed(read: Read, query: Query, folder: Path, data: bytes) -> tuple[FileReport, list[tuple[Any, ...]]]:
    report = read(write(folder, NAME, data))
    assert report.outcome is Outcome.READ, report.reason
    return report, query(report, _FACTS)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_edition_gives_the_same_figures(read: Read, query: Query, tmp_path: Path, edition: str) -> None:
    _, plain = _parsed(read, query, tmp_path, EDITIONS["cp1252, CRLF"])
    report, found = _parsed(read, query, tmp_path, EDITIONS[edition])
    assert (report.table, report.edition, report.rows_read) == ("vo_pupils", "2019/20", 5)
    assert sum(row[-4] for row in found) == sum(row[-4] for row in plain) == 492
    if edition == "profile codes":
        assert {row[1:4] for row in found} == {row[1:4] for row in plain}
        assert {row[8] for row in found} == {row[8] for row in plain}
    else:
        assert found == plain


def test_a_copy_in_other_clothes_has_the_same_content_hash(read: Read, query: Query, tmp_path: Path) -> None:
    same = ("cp1252, CRLF", "LF", "UTF-8 with mark", "quoted", "columns in another order", "rows in another order")
    hashes = {name: _parsed(read, query, tmp_path, EDITIONS[name])[0].content_hash for name in same}
    assert len(set(hashes.values())) == 1, hashes
    changed = PUPILS.cell(1, "LEER- OF VERBLIJFSJAAR 3 - MAN", "21").text().encode()
    assert _parsed(read, query, tmp_path, changed)[0].content_hash not in hashes.values()


def test_the_words_become_codes(read: Read, query: Query, tmp_path: Path) -> None:
    report, _ = _parsed(read, query, tmp_path, EDITIONS["UTF-8"])
    assert query(report, "SELECT DISTINCT location, province, track, sector, profile FROM facts ORDER BY ALL") == [
        ("99AA00", "PV27", None, "NVT", None),
        ("99AA07", "PV27", "bb", "TECHNIEK", "PIE"),
        ("99AB00", "PV21", "havo", "NVT", "NTNG"),
        ("99AB00", "PV21", "kb", "ZORG_WELZIJN", "ZWE"),
    ]
    assert query(report, "SELECT row, grade, sex, count FROM facts WHERE location = '99AA07' ORDER BY ALL") == [
        (3, 3, "female", 3), (3, 3, "male", 20), (3, 4, "female", 2), (3, 4, "male", 18),
    ]  # fmt: skip


def test_without_sectors_the_sector_is_not_known(read: Read, query: Query, tmp_path: Path) -> None:
    report, _ = _parsed(read, query, tmp_path, EDITIONS["no sector column"])
    assert query(report, "SELECT DISTINCT sector FROM facts") == [(None,)]
    assert any("VMBO SECTOR ontbreekt" in warning and "K03" in warning for warning in report.warnings)
    whole, _ = _parsed(read, query, tmp_path, EDITIONS["UTF-8"])
    assert not any("VMBO SECTOR ontbreekt" in warning for warning in whole.warnings)


def test_thousands_and_suppressed_cells(read: Read, query: Query, tmp_path: Path) -> None:
    table = PUPILS.cell(0, "LEER- OF VERBLIJFSJAAR 1 - MAN", "1.091").cell(1, "LEER- OF VERBLIJFSJAAR 3 - VROUW", "<5")
    report, _ = _parsed(read, query, tmp_path, table.text().encode())
    assert query(report, "SELECT count FROM facts WHERE row = 2 AND grade = 1 AND sex = 'male'") == [(1091,)]
    cell = "row = 3 AND grade = 3 AND sex = 'female'"
    assert query(report, f"SELECT count, low, high, suppressed FROM facts WHERE {cell}") == [(None, 1, 4, True)]
    assert any("<5" in warning for warning in report.warnings)


def test_stray_lines_and_totals_are_listed_and_never_summed(read: Read, query: Query, tmp_path: Path) -> None:
    total = ("Totaal", *([""] * 10), *(["492"] * 12))
    text = PUPILS.with_rows(total).text()
    lines = text.split("\r\n")
    lines[2:2] = ['""', ""]
    report, found = _parsed(read, query, tmp_path, "\r\n".join(lines).encode())
    assert sum(row[-4] for row in found) == 492
    assert report.rows_read == 5
    assert [(problem.row, problem.reason[:6]) for problem in report.rows_refused] == [
        (3, "lege r"), (4, "lege r"), (9, "totaal"),
    ]  # fmt: skip
    # True line numbers: the second row stands on line 5 now.
    assert query(report, "SELECT DISTINCT row FROM facts WHERE location = '99AA07'") == [(5,)]


def test_a_line_end_inside_quotes_keeps_line_numbers_true(read: Read, query: Query, tmp_path: Path) -> None:
    table = PUPILS.cell(0, "INSTELLINGSNAAM VESTIGING", "Café\néén")
    report, _ = _parsed(read, query, tmp_path, table.text(end="\n", quoted=True).encode())
    assert query(report, "SELECT DISTINCT row FROM facts ORDER BY 1") == [(2,), (4,), (5,), (6,)]


def test_exams_old_and_new_layout(read: Read, query: Query, tmp_path: Path) -> None:
    old = exams([2014, 2015], unknown_sex=True, cells={
        "VMBO B - techniek": ("6", "5", "83,3%", "2", "2", "100,0%", "0", "0", ",0%", "8", "7", "87,5%"),
        "VMBO LWT - techniek": ("1", "1", "100,0%", "0", "0", ",0%", "0", "0", ",0%", "1", "1", "100,0%"),
    })  # fmt: skip
    report = read(write(tmp_path, "exam.csv", old.text(end="\n")))
    assert report.outcome is Outcome.READ, report.reason
    assert report.periods == ("2014/15", "2015/16")
    candidates = "SELECT sum(low) FROM facts WHERE sex = 'total' AND track = 'bb' AND measure = 'candidates'"
    assert query(report, candidates) == [(18,)]
    new = exams([2019, 2020, 2021, 2022, 2023], unknown_sex=False, cells={
        "HAVO - N&T / N&G": ("<5", "<5", "100", "0", "0", "0", "<5", "<5", "90.9"),
    }).renamed({"BRIN NUMMER": "INSTELLINGSCODE", "VESTIGINGSNUMMER": "VESTIGINGSCODE"})  # fmt: skip
    report = read(write(tmp_path, "exam2.csv", new.text(quoted=True), "utf-8"))
    assert report.outcome is Outcome.READ, report.reason
    assert report.periods[-1] == "2023/24"
    facts = "SELECT DISTINCT track, profile, sex, low, high, suppressed, municipality FROM facts ORDER BY ALL"
    assert query(report, facts) == [
        ("havo", "NTNG", "male", 1, 4, True, "GM0361"),
        ("havo", "NTNG", "total", 1, 4, True, "GM0361"),
    ]


def test_addresses_in_older_and_newer_spelling(read: Read, query: Query, tmp_path: Path) -> None:
    table = ADDRESSES.renamed({"VESTIGINGSNAAM": "VESTIGINGSNAAM "})
    report = read(write(tmp_path, "alle-schoolvestigingen-basisonderwijs-2013-12.csv", table.text()))
    assert report.outcome is Outcome.READ, report.reason
    assert (report.table, report.edition) == ("po_addresses", "2013-12")
    facts = "SELECT location, postcode4, municipality, province, rpa, wgr FROM facts ORDER BY 1"
    assert query(report, facts) == [
        ("99AA00", "1811", "GM0361", "PV27", "Noord-Holland-Noord", "Noord-Kennemerland"),
        ("99AB07", "9406", "GM0106", "PV22", "Centraal-Groningen", ""),
    ]  # fmt: skip
    structure = Table((*table.header, "ONDERWIJSSTRUCTUUR"), tuple((*row, "HAVO/VWO") for row in table.rows))
    report = read(write(tmp_path, "vestigingen-20231001.csv", structure.text(quoted=True), "utf-8"))
    assert (report.table, report.edition) == ("vo_addresses", "2023-10"), report.reason


def test_the_last_line_without_line_end_is_mentioned(read: Read, tmp_path: Path) -> None:
    report = read(write(tmp_path, NAME, EDITIONS["no last line end"]))
    assert any("afgebroken" in warning for warning in report.warnings)


def test_mixed_and_old_line_ends(read: Read, query: Query, tmp_path: Path) -> None:
    _, plain = _parsed(read, query, tmp_path, EDITIONS["UTF-8"])
    lines = PUPILS.text(end="\n").split("\n")
    mixed = "\r\n".join(lines[:3]) + "\n" + "\n".join(lines[3:])
    for text in (mixed, PUPILS.text(end="\r"), PUPILS.text(end="\r", quoted=True)):
        report, found = _parsed(read, query, tmp_path, text.encode())
        assert found == plain
        assert query(report, "SELECT DISTINCT row FROM facts ORDER BY 1") == [(2,), (3,), (4,), (5,)]


def test_a_small_file_is_mentioned_unless_it_is_an_example(read: Read, query: Query, tmp_path: Path) -> None:
    report, _ = _parsed(read, query, tmp_path, EDITIONS["UTF-8"])
    assert any("landelijk bestand" in warning for warning in report.warnings)
    example = PUPILS.text().replace("Noord-Holland", "Voorbeeldland").replace("Friesland", "Voorbeeldland")
    report, _ = _parsed(read, query, tmp_path, example.encode())
    assert report.warnings == ()
    assert query(report, "SELECT DISTINCT province FROM facts") == [("PV99",)]
