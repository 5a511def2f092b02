"""The world of the matrix."""

from __future__ import annotations

import pytest

from tests.permissions.world import World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()
