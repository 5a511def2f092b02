"""Restated figures in words: numbers and intervals as the differences of two releases write them."""

from __future__ import annotations

import pytest

from pactwerk.figures.releases.differences import Change, change_data
from pactwerk.web.desk.figures.changes import shown_changes

Bounds = tuple[float | None, float | None]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ((23.79, 23.79), (24.0, 24.0), ("23,79", "24")),
        ((20.637, 22.121), (21.0, 21.0), ("20,63\u201322,13", "21")),
        ((1.0, None), (None, 4.0), ("\u2265\u00a01", "\u2264\u00a04")),
        ((None, None), None, ("geen cijfer", "geen cijfer")),
    ],
)
def test_a_change_is_told_with_both_its_bounds(before: Bounds, after: Bounds | None, shown: tuple[str, str]) -> None:
    change = Change("K03", "sector", "NL", "2017/18", "track=bb", "%", before, after)
    (told,) = shown_changes([change_data(change)])
    assert (told.before, told.after) == shown
    assert (told.area, told.by) == ("Nederland", "Leerweg: vmbo basisberoepsgericht")
