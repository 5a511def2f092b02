"""School advices: DUO's own new layout, and the years that somebody else derived from DUO's tables."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures import sources
from pactwerk.figures.sources import FileReport, Outcome
from pactwerk.figures.sources.advice.derived import CONTRACT, sheet_of
from pactwerk.figures.sources.advice.words import ADVICES
from pactwerk.figures.sources.job import Job
from tests.figures.sources.conftest import Query, Read
from tests.figures.sources.invented import write
from tests.figures.sources.publisher import bent, lines

DERIVED = "derived/schooladviezen-2019-2025"
SAMPLE = "new-layout-samples/04-leerlingen-bo-sbo-schooladviezen-2024-2025_EXCERPT.csv"


@pytest.fixture(scope="module")
def derived(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> FileReport:
    return sources.read(shared / DERIVED / "school_data.json", workdir=tmp_path_factory.mktemp("work"))


def test_the_first_three_years_are_exact(derived: FileReport, query: Query) -> None:
    assert (derived.outcome, derived.table, derived.rows_read) == (Outcome.READ, "school_advice", 37_448)
    found = query(derived, "SELECT period, sum(low)::INTEGER, sum(high)::INTEGER FROM facts GROUP BY 1 ORDER BY 1")
    exact = [("2019/20", 178_882, 178_882), ("2020/21", 181_089, 181_089), ("2021/22", 178_097, 178_097)]
    assert found[:3] == exact
    assert query(derived, "SELECT DISTINCT status, location FROM facts") == [("afgeleid", None)]
    assert "afgeleid" in derived.publisher


def test_a_two_of_later_years_is_an_interval(derived: FileReport, query: Query, shared: Path) -> None:
    schools = json.loads((shared / DERIVED / "school_data.json").read_text())
    kinds = len(ADVICES)
    for year, period in (("2022-2023", "2022/23"), ("2023-2024", "2023/24"), ("2024-2025", "2024/25")):
        cells = Counter(value for years in schools.values() for value in years.get(year, [])[:kinds])
        exact = sum(value * times for value, times in cells.items() if value >= 5)
        found = query(derived, f"SELECT sum(low)::INTEGER, sum(high)::INTEGER FROM facts WHERE period = '{period}'")
        assert found == [(exact + cells[2], exact + 4 * cells[2])]
        # the sum in the file takes each of them for 2: it lies between, and is nowhere shown as a total
        total = sum(years[year][kinds] for years in schools.values() if year in years)
        assert found[0][0] < total < found[0][1]
    assert query(derived, "SELECT count(*) FROM facts WHERE period > '2022' AND high = low AND low < 5") == [(0,)]


def test_the_derived_file_contains_what_duo_published(derived: FileReport, query: Query, shared: Path) -> None:
    """The rows of DUO's own table that we have: each cell lies in the interval that is read from the derived file."""
    for line in lines(shared / SAMPLE, "utf-8"):
        mine = f"period = '2024/25' AND institution = '{line['INSTELLINGSCODE']}'"
        rows = query(derived, f"SELECT domain, low, high FROM facts WHERE {mine}")
        found = {domain: (low, high) for domain, low, high in rows}
        if line["VESTIGINGSCODE"] != "00" or not found:
            continue
        for kind in ADVICES[:-1]:
            cell = line[kind]
            expected = (1.0, 4.0) if cell == "<5" else (float(cell), float(cell))
            assert found.get(kind, (0.0, 0.0)) == expected, (line["INSTELLINGSCODE"], kind)


def test_duos_own_layout(shared: Path, tmp_path: Path, query: Query) -> None:
    report = sources.read(shared / SAMPLE, workdir=tmp_path, sample=True)
    assert (report.table, report.edition, report.rows_read) == ("school_advice", "2024/25", 13)
    own = lines(shared / SAMPLE, "utf-8")
    cells = Counter(line[kind] for line in own for kind in (*ADVICES[:-1], "ADVIES_NIET_MOGELIJK"))
    assert query(report, "SELECT count(*) FROM facts WHERE suppressed") == [(cells["<5"],)]
    assert query(report, "SELECT DISTINCT status FROM facts") == [("definitief",)]
    assert query(report, "SELECT DISTINCT level FROM facts ORDER BY 1") == [("Bo",), ("Sbo",)]
    # a school lies where this file says, not where an address file of another year does
    stated = {(line["INSTELLINGSCODE"], f"GM{line['GEMEENTENUMMER']}") for line in own}
    assert set(query(report, "SELECT DISTINCT institution, municipality FROM facts")) <= stated


def test_a_later_year_of_duos_layout(shared: Path, tmp_path: Path) -> None:
    table = bent(shared / SAMPLE, 13, {"20241001": "20261001"}, encoding="utf-8").renamed({"VMBO_GT": "VMBO_GL_TL"})
    path = write(tmp_path, "adviezen.csv", table.text(quoted=True), "utf-8")
    assert sources.read(path, workdir=tmp_path, sample=True).edition == "2026/27"
    path = write(tmp_path, "adviezen.csv", table.without("HAVO").text(quoted=True), "utf-8")
    assert "'HAVO' ontbreekt" in sources.read(path, workdir=tmp_path, sample=True).reason


@pytest.mark.parametrize("name", ["school_index.json", "national.json"])
def test_the_files_beside_it_are_left_alone_with_words(shared: Path, read: Read, name: str) -> None:
    report = read(shared / DERIVED / name)
    assert report.outcome is Outcome.SKIPPED
    assert "afgeleid hulpbestand bij de schooladviezen" in report.reason


@pytest.mark.parametrize(
    "numbers",
    [[1] * 16, [1] * 12 + [11, 0, 0, 0, 0], ["1"] * 12 + [12, 0, 0, 0, 0], [-1, 1] + [0] * 15, {"a": 1}],
)
def test_another_list_is_refused_with_its_place(read: Read, tmp_path: Path, numbers: object) -> None:
    right = [2] * 12 + [24, 0, 0, 0, 0]
    text = json.dumps({"99AA": {"2019-2020": right}, "99AB": {"2019-2020": numbers}})
    report = read(write(tmp_path, "school_data.json", text))
    assert report.outcome is Outcome.REFUSED
    assert report.reason.startswith("regel 2, kolom '99AB 2019-2020'")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=12, max_size=12), st.integers(2015, 2030))
def test_nothing_from_2022_on_is_sharper_than_duo(counts: list[int], start: int) -> None:
    text = json.dumps({"99AA": {f"{start}-{start + 1}": [*counts, sum(counts), 0, 0, 0, 0]}})
    sheet = sheet_of(Job("x.json", "", text, Path(), None))
    assert sheet is not None
    cells = sheet.records[0][1][2:]
    for cell, count in zip(cells, counts, strict=True):
        assert cell == ("<5" if start >= 2022 and 1 <= count <= 4 else str(count))


def test_both_layouts_say_what_a_hidden_cell_covers() -> None:
    assert (CONTRACT.suppressed, CONTRACT.suppressed_means) == ("<5", (1, 4))
    assert sources.TABLES["school_advice"].publisher == "DUO"
