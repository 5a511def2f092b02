"""Homes with and without figures, and a pact on the stage."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.cast import Cast
from tests.web import stage


@pytest.fixture(scope="session")
def example_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A product home with a release of the example files, made once."""
    home = tmp_path_factory.mktemp("example-home")
    stage.load_example(home)
    return home


@pytest.fixture
def figures(example_home: Path, settings: Settings) -> Path:
    """The pages read the example release."""
    settings.PACTWERK_HOME = example_home
    return example_home


@pytest.fixture
def no_figures(tmp_path: Path, settings: Settings) -> Path:
    """The pages find no release at all."""
    settings.PACTWERK_HOME = tmp_path
    return tmp_path


@pytest.fixture
def scene(cast: Cast) -> stage.Scene:
    """A pact of office A."""
    return stage.make_scene(cast.office_a)
