"""The example files: visibly invented, the same every time, and true to the publishers' layouts."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from demo.example_files import write_example_files
from demo.example_files.calendar import Calendar
from demo.example_files.cohorts import Cohorts
from demo.example_files.world import BOARDS, PRIMARY, VO

from pactwerk.basis.identifiers import location_key
from pactwerk.basis.places import EXAMPLE_MUNICIPALITIES, members

CLOCK = date(2026, 11, 22)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("example")
    write_example_files(place, clock=CLOCK)
    return place


def rows(path: Path, encoding: str = "cp1252") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as handle:
        return list(csv.DictReader(handle, delimiter=";"))


def test_same_clock_same_bytes(folder: Path, tmp_path: Path) -> None:
    for path in write_example_files(tmp_path, clock=CLOCK):
        assert path.read_bytes() == (folder / path.name).read_bytes()


def test_another_seed_gives_other_pupils(folder: Path, tmp_path: Path) -> None:
    name = "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2025-2026.csv"
    write_example_files(tmp_path, clock=CLOCK, seed=1)
    assert (tmp_path / name).read_bytes() != (folder / name).read_bytes()


def test_every_school_and_board_is_visibly_invented() -> None:
    assert all("Voorbeeld" in location.name for location in VO)
    assert all("Voorbeeld" in name for name in BOARDS.values())
    assert {location.municipality for location in VO} == set(EXAMPLE_MUNICIPALITIES)
    assert {location.board for location in VO} | {board.number for board in PRIMARY} <= set(BOARDS)


def test_no_code_is_in_use(folder: Path, shared: Path) -> None:
    used = {line[:4] for line in (shared / "duo-registers/dec/Dec_brinnummer.asc").read_text("cp1252").splitlines()}
    table = (shared / "duo-registers/dec/Dec_postcodecijfers_2024.asc").read_text("cp1252")
    postcodes = {line[:4] for line in table.splitlines()}
    assert len(postcodes) > 4000
    invented = {row["BRIN NUMMER"] for path in folder.glob("alle-*.csv") for row in rows(path)}
    assert len(invented) > 20
    assert not invented & used
    for path in folder.glob("alle-*.csv"):
        for row in rows(path):
            assert location_key(row["BRIN NUMMER"], row["VESTIGINGSNUMMER"]) == row["VESTIGINGSNUMMER"]
            assert row["POSTCODE"][:4] not in postcodes


def test_eight_school_years_up_to_the_clock(folder: Path) -> None:
    years = sorted(path.stem[-9:] for path in folder.glob("01.-*.csv"))
    assert years[0] == "2018-2019"
    assert years[-1] == "2025-2026"
    assert len(years) == 8
    assert Calendar.at(date(2027, 2, 28)).latest_pupils == 2025
    assert Calendar.at(date(2027, 3, 1)).latest_pupils == 2026


def test_columns_disappear_as_at_the_publisher(folder: Path) -> None:
    files = sorted(folder.glob("01.-*.csv"))
    support = ["LWOO INDICATIE" in rows(path)[0] for path in files]
    sector = ["VMBO SECTOR" in rows(path)[0] for path in files]
    assert support == [True] * 3 + [False] * 5
    assert sector == [True] * 5 + [False] * 3


def test_the_same_cohort_moves_up(folder: Path) -> None:
    def grade(year: int, number: int) -> int:
        path = folder / f"01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{year}-{year + 1}.csv"
        columns = [f"LEER- OF VERBLIJFSJAAR {number} - {sex}" for sex in ("MAN", "VROUW")]
        return sum(int(row[column]) for row in rows(path) for column in columns)

    for year in range(2018, 2023):
        assert grade(year, 1) == grade(year + 1, 2) == grade(year + 2, 3)


def test_a_merged_school_disappears_and_its_pupils_do_not(folder: Path) -> None:
    cohorts = Cohorts(Calendar.at(CLOCK))
    merged = next(location for location in VO if location.merged_into)
    closing = next(year for year in cohorts.calendar.pupil_years if not cohorts.is_open(merged, year))
    heir = next(location for location in VO if location.key == merged.merged_into)
    own = sum(cohorts.cohort(heir, "bb", closing - 2).values())
    joined = sum(cohorts.pupils(heir, "bb", 3, closing).values())
    assert joined == own + sum(cohorts.cohort(merged, "bb", closing - 2).values())
    newest = {row["VESTIGINGSNUMMER"] for row in rows(folder / "alle-vestigingen-vo-2025-10.csv")}
    assert merged.key not in newest
    assert heir.key in newest


def test_small_counts_are_hidden_in_the_new_layout_only(folder: Path) -> None:
    assert "<5" not in (folder / "examenkandidaten-en-geslaagden-2018-2022.csv").read_text("cp1252")
    cells = [
        cell
        for row in rows(folder / "examenkandidaten-en-geslaagden-2022-2025.csv", "utf-8")
        for name, cell in row.items()
        if name.startswith(("EXAMENKANDIDATEN", "GESLAAGDEN"))
    ]
    assert "<5" in cells
    assert "0" in cells
    assert not {"1", "2", "3", "4"} & set(cells)


def test_candidates_add_up_and_nobody_passes_without_sitting(folder: Path) -> None:
    for row in rows(folder / "examenkandidaten-en-geslaagden-2018-2022.csv"):
        for year in ("2018-2019", "2021-2022"):
            counts = {
                sex: int(row[f"EXAMENKANDIDATEN SCHOOLJAAR {year} - {sex}"])
                for sex in ("MAN", "VROUW", "ONBEKEND", "TOTAAL")
            }
            assert counts["TOTAAL"] == counts["MAN"] + counts["VROUW"] + counts["ONBEKEND"]
            assert int(row[f"GESLAAGDEN SCHOOLJAAR {year} - TOTAAL"]) <= counts["TOTAAL"]


def test_boards_with_four_schools_change_between_the_copies(folder: Path) -> None:
    def large(name: str) -> int:
        inside = {code.removeprefix("GM") for code in members("RG-WATERRIJK").municipalities}
        counts: dict[str, int] = {}
        for row in rows(folder / name):
            if row["GEMEENTENUMMER"] in inside:
                counts[row["BEVOEGD GEZAG NUMMER"]] = counts.get(row["BEVOEGD GEZAG NUMMER"], 0) + 1
        return sum(count >= 4 for count in counts.values())

    assert large("alle-vestigingen-bo-2020-12.csv") == 4
    assert large("alle-vestigingen-bo-2025-12.csv") == 3
