"""Long names beside a chart: broken over lines, because a name that is cut off may name another series."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

LINES = "split(datum.label, '\\n')"
"""The Vega expression that shows a broken name as lines."""
LETTER = 7.0
"""Drawing units that a letter of 14 units takes on average."""


def broken(name: str, room: float) -> str:
    """The name in lines that fit `room` units; a word longer than a line stays whole."""
    return "\n".join(textwrap.wrap(name, max(int(room / LETTER), 8), break_long_words=False)) or name


def most_lines(names: Iterable[str]) -> int:
    """How many lines the longest of the broken names takes."""
    return max((name.count("\n") + 1 for name in names), default=1)
