"""What every test may ask for: the publisher files and the cast."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cast import Cast, make_cast

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PACTWERK_SHARED") or ROOT.parent / "shared")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real publisher files; on CI it must be there."""
    if not (SHARED / "data").is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"no publisher files in {SHARED}: set PACTWERK_SHARED")
        pytest.skip("no publisher files: set PACTWERK_SHARED")
    return SHARED / "data"


@pytest.fixture
def cast(db: None) -> Cast:
    """Alice manages office A, Bob edits it, Carol reads it; Charlie manages another office; Dirk runs the platform."""
    return make_cast()
