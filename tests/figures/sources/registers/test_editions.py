"""Other editions of the registers: shuffled, renamed, cut off, with words and lines that do not belong."""

from pathlib import Path

import pytest

from pactwerk.figures.sources import Outcome
from tests.figures.sources.conftest import Query, Read
from tests.figures.sources.invented import Table, write

SUCCESSIONS = Table(
    ("NR_ADMIN_VAN", "CODE_FUNCTIE_VAN", "NR_ADMIN_NAAR", "CODE_FUNCTIE_NAAR", "DT_OVERGANG", "CODE_OVERGANG",
     "NAAM_OVERGANG", "IND_VOLLEDIG"),
    (
        ("99AA", "U", "99AB", "U", "1-8-2026", "F", "Fusie", "J"),
        ("99AA01", "D", "99AB03", "D", "01-08-2026", "F", "Fusie, met naam", "J"),
        ("99AC", "U", "99AD", "U", "2027-01-31", "S", "Splitsing", "N"),
    ),
)  # fmt: skip


def _line(code: str, name: str, opened: str = "20260801", closed: str = "") -> str:
    return f"{code}{name:<30}1811{'ALKMAAR':<24}{opened:<8}{closed:<8}OPBOpenbaar"


INSTITUTIONS = [_line("99AA", "De Proef"), _line("99AB", "Café", closed="20270801"), _line("99AC", "Zuid", "19990101")]


def _fixed(lines: list[str]) -> bytes:
    return ("\r\n".join(lines) + "\r\n").encode("cp1252")


def test_later_successions_in_another_order_and_spelling(read: Read, query: Query, tmp_path: Path) -> None:
    later = SUCCESSIONS.order([5, 0, 7, 2, 4, 3, 1, 6]).renamed({"NR_ADMIN_VAN": "NR ADMIN VAN"})
    report = read(write(tmp_path, "OVERGANGEN_20270113.csv", later.text(delimiter=",", quoted=True), "utf-8-sig"))
    assert report.outcome is Outcome.READ, report.reason
    assert report.edition == "2027-01"
    assert query(report, "SELECT day, old, new, kind, whole FROM facts ORDER BY row") == [
        ("2026-08-01", "99AA", "99AB", "fusie", True),
        ("2026-08-01", "99AA01", "99AB03", "fusie", True),
        ("2027-01-31", "99AC", "99AD", "splitsing", False),
    ]


def test_the_latest_succession_dates_a_file_whose_name_does_not(read: Read, tmp_path: Path) -> None:
    assert read(write(tmp_path, "overgangen.csv", SUCCESSIONS.text(delimiter=","), "utf-8")).edition == "2027-01"


def test_the_caller_dates_a_file_better_than_its_latest_succession(read: Read, tmp_path: Path) -> None:
    path = write(tmp_path, "overgangen.csv", SUCCESSIONS.text(delimiter=","), "utf-8")
    assert read(path, edition="2027-03").edition == "2027-03"
    assert read(path, edition="2026/27").edition == "2027-01"


@pytest.mark.parametrize("name", ["DT_OVERGANG", "NR_ADMIN_NAAR", "IND_VOLLEDIG"])
def test_a_renamed_column_is_refused_by_name(read: Read, tmp_path: Path, name: str) -> None:
    report = read(write(tmp_path, "overgangen.csv", SUCCESSIONS.renamed({name: "ANDERS"}).text(), "utf-8"))
    assert (report.outcome, report.table) == (Outcome.REFUSED, "successions")
    assert name in report.reason
    assert "ANDERS" in report.reason


def test_a_day_that_is_none_is_refused_with_line_and_column(read: Read, tmp_path: Path) -> None:
    report = read(write(tmp_path, "o.csv", SUCCESSIONS.cell(1, "DT_OVERGANG", "32-8-2026").text(), "utf-8"))
    assert [(problem.row, problem.column) for problem in report.rows_refused] == [(3, "DT_OVERGANG")]


def test_the_same_succession_twice_is_refused(read: Read, tmp_path: Path) -> None:
    report = read(write(tmp_path, "o.csv", SUCCESSIONS.with_rows(SUCCESSIONS.rows[0]).text(), "utf-8"))
    assert report.outcome is Outcome.REFUSED
    assert "stond al op regel 2" in report.reason


def test_a_new_kind_and_a_new_column_are_told(read: Read, query: Query, tmp_path: Path) -> None:
    more = Table((*SUCCESSIONS.header, "IND_NIEUW"), tuple((*row, "x") for row in SUCCESSIONS.rows))
    report = read(write(tmp_path, "o.csv", more.cell(0, "CODE_OVERGANG", "Q").text(), "utf-8"))
    told = " ".join(report.warnings)
    assert "'Q'" in told
    assert "IND_NIEUW" in told
    assert query(report, "SELECT kind FROM facts WHERE row = 2") == [("Q",)]


def test_footers_and_blank_lines_are_no_successions(read: Read, tmp_path: Path) -> None:
    blank = ("",) * len(SUCCESSIONS.header)
    report = read(write(tmp_path, "o.csv", SUCCESSIONS.with_rows(blank).text(), "utf-8"))
    assert report.outcome is Outcome.READ, report.reason
    assert (report.rows_read, len(report.rows_refused)) == (3, 1)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_fixed_positions_in_every_encoding(read: Read, query: Query, tmp_path: Path, encoding: str, end: str) -> None:
    text = end.join(INSTITUTIONS) + end
    report = read(write(tmp_path, "Dec_brinnummer.asc", text, encoding))
    assert (report.outcome, report.table, report.edition) == (Outcome.READ, "brin_register", "2026-08")
    assert query(report, "SELECT brin, name, closed FROM facts ORDER BY row") == [
        ("99AA", "De Proef", None), ("99AB", "Café", "2027-08-01"), ("99AC", "Zuid", None)
    ]  # fmt: skip


def test_the_order_of_the_lines_does_not_matter(read: Read, tmp_path: Path) -> None:
    one = read(write(tmp_path, "a.asc", _fixed(INSTITUTIONS)))
    other = read(write(tmp_path, "b.asc", _fixed(INSTITUTIONS[::-1])))
    assert one.content_hash == other.content_hash
    assert one.sha256 != other.sha256


@pytest.mark.parametrize(
    ("lines", "row", "said"),
    [
        ([*INSTITUTIONS, _line("99AA", "De Proef")], 4, "stond al op regel 1"),
        ([*INSTITUTIONS, _line("99AD", "Fout", "20261301")], 4, "past niet in deze kolom"),
        ([*INSTITUTIONS, "9X" + _line("99AD", "Verschoven")], 4, "vaste posities"),
        ([*INSTITUTIONS, _line("99AD", "Half")[:50]], 4, "past niet in deze kolom"),
    ],
)
def test_a_wrong_line_is_refused_with_its_number(
    read: Read, tmp_path: Path, lines: list[str], row: int, said: str
) -> None:
    many = [_line(f"98{first}{second}", "Veel") for first in "ABC" for second in "ABCDEF"]
    report = read(write(tmp_path, "Dec_brinnummer.asc", _fixed([*lines, *many])))
    assert (report.outcome, report.table) == (Outcome.REFUSED, "brin_register")
    assert report.rows_refused[0].row == row
    assert said in report.reason


def test_totals_and_blank_lines_are_told_and_left_out(read: Read, tmp_path: Path) -> None:
    report = read(write(tmp_path, "Dec_brinnummer.asc", _fixed([*INSTITUTIONS, "", "Totaal 3"])))
    assert report.outcome is Outcome.READ, report.reason
    assert (report.rows_read, [problem.row for problem in report.rows_refused]) == (3, [4, 5])


def test_a_file_cut_off_is_told(read: Read, tmp_path: Path) -> None:
    report = read(write(tmp_path, "Dec_brinnummer.asc", _fixed(INSTITUTIONS)[:-2]))
    assert any("zonder regeleinde" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    "text",
    ["crebo,naam\n25655,Entree\n25656,Bouw\n25657,Infra\n", "Een brief\nvan enkele regels\nzonder cijfers\n",
     "10000;5\n10001;6\n10002;7\n", "12345\n23456\n34567\n"],
)  # fmt: skip
def test_other_text_is_no_register(read: Read, tmp_path: Path, text: str) -> None:
    assert read(write(tmp_path, "iets.csv", text)).outcome is Outcome.SKIPPED


def test_municipalities_two_years_later(read: Read, query: Query, tmp_path: Path) -> None:
    table = Table(
        ("Provincienaam", "Gemeentenaam", "GemeentecodeGM", "ProvinciecodePV"),
        (("Noord-Holland", "Alkmaar", "GM0361", "PV27"), ("Drenthe", "Assen", "106", "22")),
    )
    report = read(write(tmp_path, "Gemeenten alfabetisch 2025.csv", table.text(delimiter="\t"), "cp1252"))
    assert (report.outcome, report.edition, report.part) == (Outcome.READ, "2025", ""), report.reason
    assert query(report, "SELECT municipality, province FROM facts ORDER BY row") == [
        ("GM0361", "PV27"), ("GM0106", "PV22")
    ]  # fmt: skip
    renamed = table.renamed({"GemeentecodeGM": "Code"})
    report = read(write(tmp_path, "Gemeenten 2025.csv", renamed.text(), "cp1252"))
    assert report.outcome is Outcome.REFUSED
    assert "GemeentecodeGM" in report.reason


def test_a_list_without_a_year_is_refused_with_the_question(read: Read, tmp_path: Path) -> None:
    table = Table(("GM_CODE", "GM_NAAM"), (("GM0361", "Alkmaar"),))
    report = read(write(tmp_path, "gemeenten.csv", table.text(), "utf-8"))
    assert report.outcome is Outcome.REFUSED
    assert "van welk jaar" in report.reason


@pytest.mark.parametrize("renamed", ["GM_CODE", "GM_NAAM"])
def test_of_a_list_of_two_columns_the_renamed_one_is_named(read: Read, tmp_path: Path, renamed: str) -> None:
    table = Table(("GM_CODE", "GM_NAAM"), (("GM0361", "Alkmaar"),)).renamed({renamed: "ANDERS"})
    report = read(write(tmp_path, "gemeenten_2027.csv", table.text(), "utf-8"))
    assert (report.outcome, report.table) == (Outcome.REFUSED, "municipality_list")
    assert "ANDERS" in report.reason
