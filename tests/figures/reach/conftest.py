"""A home with the real files that reach stands on, loaded once and kept between runs; never changed."""

from pathlib import Path

import pytest

from pactwerk.figures.reach import Ground, ground
from pactwerk.figures.releases import current_release
from pactwerk.figures.releases.loading import load
from tests.figures.built import built_home

PUPILS = "duo-vo/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv"
EARLIER = "duo-vo/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2016-2017.csv"
ADDRESSES = "duo-vo/alle-vestigingen-vo-2020-10.csv"
HOMES = "duo-po/leerlingen-po-per-gemeente-2024-10-01"
POINTS = "postcode/postcode_coords.csv"
SCHOOLS = "derived/scholen-geojson-edugis/scholen20220501.geo.zip"
FILES = (PUPILS, EARLIER, ADDRESSES, HOMES, POINTS, SCHOOLS)


@pytest.fixture(scope="session")
def reach_home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`PACTWERK_HOME` with those files."""
    home = tmp_path_factory.mktemp("reach")
    paths = [shared / name for name in FILES]

    def make(root: Path) -> None:
        assert load(root, paths).made

    built_home("reach", paths, home / "figures", make)
    return home


@pytest.fixture(scope="session")
def real(reach_home: Path) -> Ground:
    """The ground of the real files."""
    found = current_release(reach_home / "figures")
    assert found is not None
    return ground(found)
