"""The world of the matrix."""

from __future__ import annotations

import pytest

from tests.permissions.figures_home import figures_do_as_told
from tests.permissions.world import World, make_world

__all__ = ["figures_do_as_told"]


@pytest.fixture
def world(db: None) -> World:
    return make_world()
