"""The real files, loaded once."""

from pathlib import Path

import pytest

from pactwerk.figures.releases import Release, current_release
from pactwerk.figures.releases.loading import load
from tests.figures.built import built_home
from tests.figures.loaded import loaded_home, real_release

__all__ = ["loaded_home", "real_release", "tidy_release"]

TIDY = (
    *("duo-ho", "duo-mbo", "derived/schooladviezen-2019-2025", "cbs/onderwijsniveau-per-landsdeel-provincie"),
    "cbs/Bevolking__geslacht__leeftijd__regio_11042024_073404.csv",
    "cbs/Regionale_kerncijfers_Nederland_10062024_133622.csv",
    "cbs/Werkloosheidpercentage-per-provincie-kwartaal.csv",
    *(
        f"duo-vo/{name}"
        for name in (
            "05.-zittenblijven-vo-brinvest-1516-tov-1617.csv",
            "07.-geslaagden,-gezakten-en-cijfers-2015-2016.csv",
            "geslaagden-gezakten-en-cijfers-2018-2019.csv",
            "examenkandidaten-havo-en-examencijfers-2018-2019.csv",
            "vsv-per-swv-2015.csv",
        )
    ),
    "duo-po/gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2019-2020.csv",
    "duo-po/leerlingen-po-per-gemeente-2024-10-01/Assen afgeschermd.csv",
)
"""Every tidy table that an indicator is computed from; of primary pupils one municipality's file."""


@pytest.fixture(scope="session")
def tidy_release(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release of the tables outside the school family."""
    home = tmp_path_factory.mktemp("tidy") / "figures"
    paths = [shared / name for name in TIDY]

    def make(root: Path) -> None:
        load(root, paths)

    built_home("tidy", paths, home, make)
    found = current_release(home)
    assert found is not None
    return found
