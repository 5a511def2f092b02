"""Sums beside their parts, parts of a whole, and numbers that can be read in two ways: never counted silently."""

from dataclasses import replace
from pathlib import Path

import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import FileReport, Outcome
from tests.figures.sources.conftest import Query, Read
from tests.figures.sources.invented import PUPILS, exams, write
from tests.figures.sources.real_tables import FILES, Bendable, bendable

TYPE = "ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR"
NAME = "leerlingen-vo-2022.csv"


def _read(file: Bendable, folder: Path, name: str = "") -> FileReport:
    path = folder / (name or file.name)
    path.write_bytes(file.data())
    return sources.read(path, workdir=folder / "work", edition=file.file.edition, sample=True)


def _sum(report: FileReport, query: Query) -> list[tuple[object, ...]]:
    return query(report, "SELECT measure, sum(low), sum(high) FROM facts GROUP BY 1 ORDER BY 1")


def test_a_locations_own_total_of_pupils_is_no_pupil(read: Read, query: Query, tmp_path: Path) -> None:
    plain = read(write(tmp_path, NAME, PUPILS.text()))
    total = tuple("Totaal" if name == TYPE else cell for name, cell in zip(PUPILS.header, PUPILS.rows[0], strict=True))
    report = read(write(tmp_path, NAME, PUPILS.with_rows(total).text()))
    assert query(report, "SELECT sum(count) FROM facts") == query(plain, "SELECT sum(count) FROM facts")
    assert [(bad.row, bad.column) for bad in report.rows_refused] == [(7, TYPE)]
    assert report.rows_read == plain.rows_read


def test_a_locations_own_total_of_candidates_is_no_candidate(read: Read, query: Query, tmp_path: Path) -> None:
    cells: dict[str, tuple[str, ...]] = dict.fromkeys(
        ("VMBO B - techniek", "Totaal"), ("6", "5", "80", "2", "2", "90", "8", "7", "87")
    )
    report = read(write(tmp_path, "examen.csv", exams([2022], unknown_sex=False, cells=cells).text()))
    assert report.outcome is Outcome.READ, report.reason
    wanted = "SELECT sum(low) FROM facts WHERE measure = 'candidates' AND sex = 'total'"
    assert query(report, wanted) == [(8,)]
    assert [str(bad.reason) for bad in report.rows_refused] == ["totaalregel, niet meegeteld"]


@pytest.mark.parametrize(
    ("table", "column"),
    [("mbo_students", "TYPE MBO"), ("ho_entrants", "GESLACHT"), ("marks", "AFDELING"), ("po_pupils", "SOORT_PO")],
)
def test_a_total_in_a_column_of_words_is_put_aside(
    shared: Path, query: Query, tmp_path: Path, table: str, column: str
) -> None:
    file = bendable(shared, FILES[table])
    plain = _sum(_read(file, tmp_path), query)
    total = file.cell(0, file.place(column), "Totaal").rows[0]
    report = _read(replace(file, rows=(*file.rows, total)), tmp_path)
    assert _sum(report, query) == plain
    assert any("'Totaal': een som van andere regels" in warning for warning in report.warnings)


def test_marital_statuses_are_parts_of_the_population(shared: Path, query: Query, tmp_path: Path) -> None:
    file = bendable(shared, FILES["population"])
    statuses = ("Totaal burgerlijke staat", "Ongehuwd", "Gehuwd")
    rows = tuple((*row, status) for row in file.rows for status in statuses)
    report = _read(replace(file, header=(*file.header, "Burgerlijke staat"), rows=rows), tmp_path)
    assert _sum(report, query) == _sum(_read(file, tmp_path), query)
    assert any("'Ongehuwd': een deel van het totaal" in warning for warning in report.warnings)
    report = _read(replace(file, header=(*file.header, "Herkomst"), rows=rows), tmp_path)
    assert report.outcome is Outcome.REFUSED
    assert "kolom 'Herkomst': 'Totaal burgerlijke staat' naast delen ervan" in report.reason


def test_schools_of_some_municipalities_are_no_edition(shared: Path, tmp_path: Path) -> None:
    file = bendable(shared, FILES["po_pupils"])
    report = _read(file.cell(0, file.place("GEMEENTENUMMER"), "0106"), tmp_path)
    assert report.outcome is Outcome.REFUSED
    assert "scholen van 2 gemeenten" in report.reason
    assert not list((tmp_path / "work").glob("*/*.parquet"))


def test_points_that_may_part_thousands_are_refused_unless_a_cell_tells(
    shared: Path, query: Query, tmp_path: Path
) -> None:
    file = bendable(shared, FILES["home_distance"])
    place = file.place("AFSTAND")
    rows = [(*row[:place], f"{number + 1}.562", *row[place + 1 :]) for number, row in enumerate(file.rows)]
    report = _read(replace(file, rows=tuple(rows)), tmp_path)
    assert report.outcome is Outcome.REFUSED
    assert "regel 2, kolom 'AFSTAND': de punt kan duizendtallen" in report.reason
    told = replace(file, rows=tuple(rows)).cell(3, place, "812.5")
    report = _read(told, tmp_path)
    assert query(report, "SELECT low FROM facts WHERE measure = 'distance' AND row = 2") == [(1.562,)]


def test_thousands_of_cbs_are_no_numbers(shared: Path, tmp_path: Path) -> None:
    file = bendable(shared, FILES["education_level"])
    header = tuple(name.replace("(aantal)", "(x 1 000)") for name in file.header)
    report = _read(replace(file, header=header), tmp_path)
    assert any("Bevolking (x 1 000)" in warning for warning in report.warnings)
    header = tuple(name.replace("(%)", "(x 1 000)") for name in file.header)
    assert _read(replace(file, header=header), tmp_path).outcome is not Outcome.READ
    source = (shared / FILES["key_figures"].path).read_text(encoding="utf-8-sig")
    path = tmp_path / "kerncijfers.csv"
    path.write_text(source.replace('"aantal";"aantal"', '"x 1 000";"aantal"', 1), encoding="utf-8")
    report = sources.read(path, workdir=tmp_path / "work")
    assert any("Voortgezet onderwijs (x 1 000)', niet gelezen" in warning for warning in report.warnings)


def test_other_subjects_of_cbs_beside_the_ones_we_read_do_not_matter(
    shared: Path, query: Query, tmp_path: Path
) -> None:
    file = bendable(shared, FILES["key_figures"])
    plain = _sum(_read(file, tmp_path), query)
    above = file.above.replace('Wetenschappelijk onderwijs"', 'Wetenschappelijk onderwijs";"Dichtheid"')
    header = tuple(name.replace("Regio's", "Regio") for name in (*file.header, "per km²"))
    more = replace(file, above=above, header=header, rows=tuple((*row, "1,5") for row in file.rows))
    report = _read(more, tmp_path)
    assert report.outcome is Outcome.READ, report.reason
    assert _sum(report, query) == plain


def test_many_unknown_words_of_a_column_are_one_warning(shared: Path, tmp_path: Path) -> None:
    file = bendable(shared, FILES["mbo_students"])
    place = file.place("PLAATSNAAM")
    rows = tuple((*row[:place], f"Nieuwstad {n % 14:02}", *row[place + 1 :]) for n, row in enumerate(file.rows))
    told = [warning for warning in _read(replace(file, rows=rows), tmp_path).warnings if "onbekende waarde" in warning]
    assert len(told) == 1
    assert "14 onbekende waarden: 'Nieuwstad 00', 'Nieuwstad 01'" in told[0]
    assert "en nog 4 (vanaf regel 2, 40 regels)" in told[0]


def test_a_new_profiles_code_is_warned_of(read: Read, tmp_path: Path) -> None:
    table = PUPILS.cell(1, "AFDELING", "NWP").cell(2, "AFDELING", "Metalectro -ISP")
    report = read(write(tmp_path, NAME, table.text()))
    assert [w for w in report.warnings if "AFDELING" in w] == [
        "kolom 'AFDELING': onbekende waarde 'NWP' (vanaf regel 3, 1 regels), telt zonder code mee"
    ]


def test_exams_without_a_year_between_are_refused_by_name(read: Read, tmp_path: Path) -> None:
    table = exams([2021, 2023], unknown_sex=False, cells={"HAVO - N&T": ("5", "5", "100") * 6})
    report = read(write(tmp_path, "examen.csv", table.text()))
    assert report.outcome is Outcome.REFUSED
    assert "EXAMENKANDIDATEN SCHOOLJAAR 2022-2023 - MAN" in report.reason


def test_graduates_without_their_own_column_are_no_entrants(shared: Path, tmp_path: Path) -> None:
    file = bendable(shared, FILES["ho_graduates"])
    renamed = replace(file, header=tuple(name.replace("SOORT DIPLOMA", "SOORT GRAAD") for name in file.header))
    named, nameless = _read(renamed, tmp_path), _read(renamed, tmp_path, "hbo.csv")
    assert "'SOORT DIPLOMA' ontbreekt" in named.reason
    assert "onbekende kolom 'SOORT GRAAD'" in nameless.reason
