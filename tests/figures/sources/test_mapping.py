"""Tables of other publishers by a declaration: examples load; what is wrong is named by file, row, column and key."""

from pathlib import Path

import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import FileReport, Outcome
from pactwerk.figures.sources.mapping import MappingError, add_mapping, installed_tables, load_mapping
from pactwerk.figures.sources.mapping.parsing import parse_mapping
from pactwerk.figures.sources.mapping.tables import table_of
from tests.figures.sources.conftest import Query

EXAMPLES = Path(sources.__file__).parent / "mapping" / "examples"
UWV = EXAMPLES / "uwv_spanningsindicator.toml"
ROA = EXAMPLES / "sbb_roa_vooruitzicht.toml"
CBS = EXAMPLES / "cbs_odata_lang.toml"


def _read(data: Path, mapping: Path, work: Path) -> FileReport:
    return sources.read(data, workdir=work, mapped=[table_of(load_mapping(mapping))])


def test_the_uwv_layout_loads(query: Query, tmp_path: Path) -> None:
    report = _read(UWV.with_suffix(".csv"), UWV, tmp_path)
    assert (report.outcome, report.table, report.rows_read) == (Outcome.READ, "own_uwv_spanning", 6), report.reason
    assert report.periods == ("2025-Q3", "2025-Q4")
    vacancies = "SELECT sum(low)::INT FROM facts WHERE measure = 'vacancies'"
    assert query(report, vacancies) == [(240 + 35 + 90 + 260 + 30 + 84,)]
    tight = "SELECT low, weight FROM facts WHERE measure = 'tightness' AND domain = 'ICT' ORDER BY period"
    assert query(report, tight) == [(1.25, 28), (0.75, 40)]
    assert query(report, "SELECT low, high FROM facts WHERE suppressed") == [(1, 4)]
    assert query(report, "SELECT DISTINCT concept FROM facts") == [("work",)]


def test_the_roa_layout_loads(query: Query, tmp_path: Path) -> None:
    report = _read(ROA.with_suffix(".csv"), ROA, tmp_path)
    assert (report.outcome, report.rows_read) == (Outcome.READ, 3), report.reason
    found = query(report, "SELECT measure, low FROM facts WHERE programme = 'werktuigbouw' ORDER BY 1")
    assert found == [("expansion", -120), ("inflow", 390), ("ita", 1.06), ("replacement", 480)]
    assert query(report, "SELECT DISTINCT area, status, period FROM facts") == [("PV99", "voorlopig", "2030")]


def test_the_long_layout_of_a_fetched_table_loads(query: Query, tmp_path: Path) -> None:
    report = _read(CBS.with_suffix(".csv"), CBS, tmp_path)
    assert (report.outcome, report.rows_read) == (Outcome.READ, 4), report.reason
    found = query(report, "SELECT period, municipality, low, status FROM facts WHERE low IS NOT NULL ORDER BY ALL")
    assert found == [
        ("2023", "GM9901", 1200, "definitief"),
        ("2023", "GM9902", 310, "definitief"),
        ("2024", "GM9901", 1230.5, "voorlopig"),
    ]
    assert query(report, "SELECT DISTINCT measure FROM facts") == [("employed",)]


@pytest.mark.parametrize("example", [UWV, ROA, CBS])
def test_examples_are_marked_and_of_invented_places(example: Path) -> None:
    mapping = load_mapping(example)
    assert mapping.example
    assert "voorbeeldgegevens" in mapping.publisher
    assert "99" in example.with_suffix(".csv").read_text() or "Voorbeeldland" in example.with_suffix(".csv").read_text()


def test_a_publishers_own_table_is_never_read_by_a_declaration(shared: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "grab.toml"
    mapping.write_text(
        UWV.read_text().replace('"Kwartaal"', '"Perioden"').replace('"Gemeentecode"', '"Leeftijd"'), encoding="utf-8"
    )
    report = _read(shared / "cbs/Bevolking__geslacht__leeftijd__regio_11042024_073404.csv", mapping, tmp_path / "work")
    assert report.table == "population"


def test_a_renamed_column_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    path.write_text(UWV.with_suffix(".csv").read_text().replace("Openstaande vacatures", "Vacatures"))
    report = _read(path, UWV, tmp_path / "work")
    assert report.outcome is Outcome.REFUSED
    assert "'Vacatures'" in report.reason
    assert "'Openstaande vacatures' ontbreekt" in report.reason


def test_a_cell_that_is_no_amount_is_named_with_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    path.write_text(UWV.with_suffix(".csv").read_text().replace(";35;", ";veel;"))
    report = _read(path, UWV, tmp_path / "work")
    assert report.outcome is Outcome.REFUSED
    assert [(problem.row, problem.column) for problem in report.rows_refused] == [(3, "Openstaande vacatures")]


def test_an_unknown_code_is_told(tmp_path: Path) -> None:
    path = tmp_path / "uwv.csv"
    path.write_text(UWV.with_suffix(".csv").read_text().replace("ICT-beroepen", "zorgberoepen"))
    report = _read(path, UWV, tmp_path / "work")
    assert report.outcome is Outcome.READ
    assert any("zorgberoepen" in warning for warning in report.warnings)


def test_rows_in_another_order_are_the_same_content(tmp_path: Path) -> None:
    lines = UWV.with_suffix(".csv").read_text().splitlines()
    path = tmp_path / "uwv.csv"
    path.write_text("\r\n".join([lines[0], *reversed(lines[1:])]) + "\r\n", encoding="utf-8-sig")
    first = _read(UWV.with_suffix(".csv"), UWV, tmp_path / "a")
    assert _read(path, UWV, tmp_path / "b").content_hash == first.content_hash


WRONG = {
    'name = "uwv_spanning"': ('name = "UWV Spanning"', "name"),
    'concept = "work"': ('concept = "elders"', "concept"),
    'licence = "voorbeeldgegevens"': ("", "licence"),
    'kind = "quarter"': ('kind = "maand"', "period.kind"),
    "highest = 4": ("highest = 0", "marks.highest"),
    'field = "municipality"': ('field = "ignore"', "columns"),
    'field = "domain"': ('field = "beroep"', "columns[3].field"),
    'header = "Spanningsindicator"': ('header = "Kwartaal"', "columns"),
    'decimal = "comma"': ("decimal = 2", "amounts[3].decimal"),
    "header_row = 1": ('header_row = "1"', "file.header_row"),
    "example = true": ("voorbeeld = true", "voorbeeld"),
    'nl = "Openstaande': ('nl2 = "Openstaande', "definition.nl"),
    "[[columns]]": ("[[colums]]", "colums"),
}


@pytest.mark.parametrize("right", WRONG)
def test_a_wrong_mapping_names_file_and_key(right: str, tmp_path: Path) -> None:
    text = UWV.read_text(encoding="utf-8")
    assert right in text
    wrong, key = WRONG[right]
    with pytest.raises(MappingError) as caught:
        parse_mapping(text.replace(right, wrong), "uwv.toml")
    assert caught.value.message_nl.startswith("uwv.toml: ")
    assert key in {caught.value.key, "colums" if "columns" in caught.value.key else ""}
    assert caught.value.message_en


def test_a_mapping_is_installed_once_and_found_by_the_header(tmp_path: Path) -> None:
    home = tmp_path / "figures"
    assert installed_tables(home) == ()
    add_mapping(home, UWV)
    add_mapping(home, UWV)
    tables = installed_tables(home)
    assert [table.contract.table for table in tables] == ["own_uwv_spanning"]
    report = sources.read(UWV.with_suffix(".csv"), workdir=tmp_path / "work", mapped=tables)
    assert report.outcome is Outcome.READ
    broken = tmp_path / "x.toml"
    broken.write_text("name = ")
    with pytest.raises(MappingError):
        add_mapping(home, broken)
    assert len(installed_tables(home)) == 1
