"""The world of the matrix."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.permissions.figures_home import figures_do_as_told
from tests.permissions.world import World, make_world

__all__ = ["figures_do_as_told"]


@pytest.fixture(autouse=True)
def thousands_of_expected_refusals_are_not_logged() -> Iterator[None]:
    logger = logging.getLogger("django")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    yield
    logger.setLevel(level)


@pytest.fixture
def world(db: None) -> World:
    return make_world()
