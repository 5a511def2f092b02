"""A home with pupils, exams, addresses, postcode tables and registers; loaded once, never changed."""

from pathlib import Path

import pytest

from pactwerk.figures.releases import Release, current_release
from pactwerk.figures.releases.loading import load

FILES = (
    "duo-vo/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2016-2017.csv",
    "duo-vo/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv",
    "duo-vo/examenkandidaten-en-geslaagden-2014-2019.csv",
    "duo-vo/examenkandidaten-en-geslaagden-2019-2022.csv",
    "duo-vo/alle-vestigingen-vo-2020-10.csv",
)
REGISTERS = ("dec/Dec_brinnummer.asc", "dec/Dec_brinvestigingsnummer.asc", "OVERGANGEN_20250113.csv")
YEARS = (2021, 2022, 2023, 2024)


def postcode_files(shared: Path) -> list[Path]:
    return [shared / "duo-registers" / "dec" / f"Dec_postcodecijfers_{year}.asc" for year in YEARS]


def release_of(home: Path) -> Release:
    found = current_release(home)
    assert found is not None
    return found


@pytest.fixture(scope="session")
def placed(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release without registers: locations that no address knows stay where the exam file says, or nowhere."""
    home = tmp_path_factory.mktemp("placed")
    result = load(home, [*(shared / name for name in FILES), *postcode_files(shared)])
    assert result.exit_code == 0, [line.reason for line in result.lines]
    return release_of(home)


@pytest.fixture(scope="session")
def registered(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release of one year of pupils with the registers of locations and successions."""
    home = tmp_path_factory.mktemp("registered")
    files = [shared / FILES[1], shared / FILES[4], *(shared / "duo-registers" / name for name in REGISTERS)]
    result = load(home, [*files, *postcode_files(shared), *(shared / "geo" / "2015").glob("Gemeente*.json")])
    assert result.exit_code == 0, [line.reason for line in result.lines]
    return release_of(home)
