"""A release made from real publisher files, once, and a product home that points at it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings

hypothesis_settings.register_profile("patient", deadline=None)
hypothesis_settings.load_profile("patient")

FILES = (
    "duo-vo/examenkandidaten-en-geslaagden-2014-2019.csv",
    "duo-vo/examenkandidaten-en-geslaagden-2019-2022.csv",
    "duo-vo/alle-vestigingen-vo-2020-10.csv",
    "duo-po/02.-alle-schoolvestigingen-basisonderwijs-2013-06.csv",
    "duo-po/alle-vestigingen-bo-2020-12.csv",
)


@pytest.fixture(scope="session")
def loaded_home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A product home with a release of the exam files and the address files."""
    from pactwerk.figures.releases.loading import load

    home = tmp_path_factory.mktemp("loaded")
    load(home / "figures", [shared / name for name in FILES])
    return home


@pytest.fixture
def figures(loaded_home: Path, settings: Any) -> Path:
    """The product reads the release of real files."""
    settings.PACTWERK_HOME = loaded_home
    return loaded_home


@pytest.fixture
def no_figures(tmp_path: Path, settings: Any) -> Path:
    """The product has no release at all."""
    settings.PACTWERK_HOME = tmp_path
    return tmp_path
