"""The world the trace table speaks of: the demo with real publisher files."""

from __future__ import annotations

from pathlib import Path

import pytest
from demo.build import build_records
from demo.release import build_release
from django.test import Client
from pytest_django import Settings

from tests.cast import CLOCK


@pytest.fixture(scope="session")
def real_home(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Path:
    """A product home with a release of the real files, made once."""
    home = tmp_path_factory.mktemp("real-home")
    patch = pytest.MonkeyPatch()
    patch.setenv("PACTWERK_SHARED", str(shared.parent))
    build_release(home, CLOCK, progress=str)
    patch.undo()
    return home


@pytest.fixture
def demo_world(db: None, real_home: Path, settings: Settings, client: Client) -> Client:
    """A visitor of the demo, its records built through operations, its figures from the publishers' files."""
    settings.PACTWERK_HOME = real_home
    build_records(real_home)
    return client
