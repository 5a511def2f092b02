"""A home with the real publisher files loaded once for all tests of a session."""

from pathlib import Path

import pytest

from pactwerk.figures.releases import Release, current_release
from pactwerk.figures.releases.loading import load
from tests.figures.built import built_home

VO = "duo-vo"
PO = ("02.-alle-schoolvestigingen-basisonderwijs-2013-06.csv", "alle-vestigingen-bo-2020-12.csv")


@pytest.fixture(scope="session")
def loaded_home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`PACTWERK_HOME` with a release of the pupils, exam, address and border files."""
    home = tmp_path_factory.mktemp("home")
    paths = [shared / VO, *(shared / "duo-po" / name for name in PO), shared / "geo" / "gemeente_2023.geojson"]

    def make(root: Path) -> None:
        result = load(root, paths)
        assert result.exit_code == 0, [line.reason for line in result.lines]

    built_home("school", paths, home / "figures", make)
    return home


@pytest.fixture(scope="session")
def real_release(loaded_home: Path) -> Release:
    """The release of the real files."""
    found = current_release(loaded_home / "figures")
    assert found is not None
    return found
