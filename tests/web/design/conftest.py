"""A way to draw a template from text; every test of this folder starts in Dutch."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.utils.translation import override

from tests.web.design import drawing

Draw = Callable[..., str]


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    """A page asked for in English by an earlier test leaves its language behind."""
    with override("nl"):
        yield


@pytest.fixture
def draw() -> Draw:
    """Render template text with the product's template library loaded."""
    return drawing.drawn
