"""A figures home of its own, example files to upload, and a reader that runs at once instead of in the background."""

from __future__ import annotations

from pathlib import Path

import pytest
from demo.example_files import write_example_files
from pytest_django import Settings

from pactwerk.progress.releases import background, starting
from tests.web import stage


@pytest.fixture(scope="session")
def example_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's example files in a folder."""
    folder = tmp_path_factory.mktemp("voorbeeldbestanden")
    write_example_files(folder, clock=stage.CLOCK)
    return folder


@pytest.fixture
def home(tmp_path: Path, settings: Settings) -> Path:
    """An empty figures home that the platform uses."""
    settings.PACTWERK_HOME = tmp_path
    return tmp_path / "figures"


@pytest.fixture
def read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading is done before the upload returns."""
    monkeypatch.setattr(starting, "start_reader", background.read_upload)


@pytest.fixture
def nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader never starts."""
    monkeypatch.setattr(starting, "start_reader", lambda _root, _upload: None)
