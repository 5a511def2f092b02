"""CBS's own files: what is read is what a plain count of the same bytes gives."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from pactwerk.figures.sources import Outcome
from tests.figures.sources.conftest import Query, Read

POPULATION = "cbs/Bevolking__geslacht__leeftijd__regio_11042024_073404.csv"
KEY_FIGURES = "cbs/Regionale_kerncijfers_Nederland_10062024_133622.csv"
EDUCATION = "cbs/onderwijsniveau-per-landsdeel-provincie"


def _lines(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_population_is_that_of_the_lines_with_a_number(read: Read, query: Query, shared: Path) -> None:
    report = read(shared / POPULATION)
    assert (report.outcome, report.table, report.rows_read) == (Outcome.READ, "population", 33_400), report.reason
    wanted = Counter[tuple[str, str]]()
    for age, year, _, amount in _lines(shared / POPULATION)[1:]:
        wanted[year, age.removesuffix(" jaar")] += int(amount or 0)
    found = query(report, "SELECT period, age, sum(low)::INT FROM facts WHERE in_total GROUP BY 1, 2")
    assert {(period, age): total for period, age, total in found} == wanted
    in_2023 = "SELECT count(DISTINCT municipality), count(*) FILTER (WHERE municipality IS NULL) FROM facts"
    assert query(report, f"{in_2023} WHERE period = '2023'") == [(342, 0)]
    assert query(report, "SELECT DISTINCT peildatum FROM facts ORDER BY 1") == [("2022-01-01",), ("2023-01-01",)]
    # An empty cell is a municipality that was not there, never a zero.
    assert any("19.660 cellen" in warning for warning in report.warnings)


def test_groningen_and_the_two_bergens_have_their_code(read: Read, query: Query, shared: Path) -> None:
    report = read(shared / POPULATION)
    lines = {(age, name): amount for age, year, name, amount in _lines(shared / POPULATION)[1:] if year == "2023"}
    for name, code in (("Groningen (gemeente)", "GM0014"), ("Bergen (NH.)", "GM0373"), ("Bergen (L.)", "GM0893")):
        where = f"municipality = '{code}' AND age = '12' AND period = '2023'"
        assert query(report, f"SELECT low FROM facts WHERE {where}") == [(float(lines["12 jaar", name]),)]


def test_key_figures_by_home_municipality(read: Read, query: Query, shared: Path) -> None:
    report = read(shared / KEY_FIGURES)
    assert (report.outcome, report.rows_read) == (Outcome.READ, 4_000), report.reason
    assert [(stray.row, stray.reason[:4]) for stray in report.rows_refused] == [(4006, "voet")]
    wanted = Counter[tuple[str, str]]()
    for period, _, *amounts in _lines(shared / KEY_FIGURES)[5:-1]:
        for level, amount in zip(("vo", "bol", "bbl", "hbo", "wo"), amounts, strict=True):
            wanted[period, level] += int(amount) if amount not in {"", "."} else 0
    found = query(report, "SELECT period, level, sum(low)::INT FROM facts GROUP BY 1, 2")
    assert {(period, level): total for period, level, total in found} == {key: n for key, n in wanted.items() if n}
    assert any("gemeenten, waar er nu" in warning for warning in report.warnings)
    alkmaar = "SELECT row, low::INT FROM facts WHERE municipality = 'GM0361' AND period = '2000' AND level = 'hbo'"
    assert query(report, alkmaar) == [(11, 1767)]


@pytest.mark.parametrize("year", range(2015, 2024))
def test_education_levels_are_rows_of_whole_areas(read: Read, query: Query, shared: Path, year: int) -> None:
    path = shared / EDUCATION / f"{year}_onderwijsniveau.csv"
    report = read(path)
    assert (report.outcome, report.rows_read, report.warnings) == (Outcome.READ, 17, ()), report.reason
    areas = {area for (area,) in query(report, "SELECT DISTINCT area FROM facts")}
    assert areas == {"NL", *(f"LD0{n}" for n in range(1, 5)), *(f"PV{n}" for n in range(20, 32))}
    status = "voorlopig" if _lines(path)[1][2].endswith("*") else "definitief"
    assert query(report, "SELECT DISTINCT status, period FROM facts") == [(status, str(year))]
    friesland = next(line for line in _lines(path) if line[3] == "Fryslan (PV)")
    values = query(report, "SELECT low FROM facts WHERE area = 'PV21' AND measure = 'share' ORDER BY domain")
    assert [value for (value,) in values] == [float(cell.replace(",", ".")) for cell in friesland[5:]]
    assert query(report, "SELECT DISTINCT municipality FROM facts") == [(None,)]


def test_unemployment_by_quarter_and_area(read: Read, query: Query, shared: Path) -> None:
    path = shared / "cbs/Werkloosheidpercentage-per-provincie-kwartaal.csv"
    report = read(path)
    lines = _lines(path)
    assert (report.outcome, report.observations) == (Outcome.READ, 41 * 13), report.reason
    assert (report.periods[0], report.periods[-1]) == ("2015-Q1", "2025-Q1")
    last = query(report, "SELECT low FROM facts WHERE period = '2025-Q1' AND area = 'PV27'")
    assert last == [(float(lines[-1][9].replace(",", ".")),)]
    assert query(report, "SELECT low FROM facts WHERE row = 2 AND area = 'PV21'") == [(8.8,)]


def test_postcode_population_keeps_the_secret_as_an_interval(read: Read, query: Query, shared: Path) -> None:
    report = read(shared / "cbs/pc4_2024_v1.xlsx")
    assert (report.outcome, report.edition, report.rows_read) == (Outcome.READ, "2024", 4_072), report.reason
    first = "SELECT age, low::INT FROM facts WHERE postcode4 = '1011' AND measure = 'population' ORDER BY age"
    assert query(report, first) == [("0-14", 680), ("15-24", 1330), ("25-44", 3475), ("45-64", 2495), ("65+", 2025)]
    total = "SELECT sex, low::INT FROM facts WHERE postcode4 = '1011' AND measure = 'inhabitants' ORDER BY sex"
    assert query(report, total) == [("female", 4850), ("male", 5160), ("total", 10010)]
    assert query(report, "SELECT DISTINCT low, high FROM facts WHERE suppressed") == [(0, 4)]
    assert query(report, "SELECT min(low) FROM facts") == [(0,)]
    assert query(report, "SELECT DISTINCT status, peildatum FROM facts") == [("definitief", "2024-01-01")]
