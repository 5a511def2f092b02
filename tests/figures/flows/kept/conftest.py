"""One file and one home for the tests that only read."""

from pathlib import Path

import pytest

from tests.figures.flows.kept.enrolled import enrolments, kept


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return enrolments(tmp_path / "inschrijvingen.csv")


@pytest.fixture(scope="module")
def read_only(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one kept set that is not public."""
    root = tmp_path_factory.mktemp("home") / "figures"
    kept(root, enrolments(root.parent / "inschrijvingen.csv"), title="Vmbo naar mbo")
    return root
