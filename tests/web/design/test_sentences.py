"""Sentences of a chart count in the singular and the plural, in both languages."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from pactwerk.web.design.charts import sentences
from tests.web.design.tables import row


@pytest.mark.parametrize(
    ("language", "count", "bars", "places"),
    [
        ("nl", 1, "met 1 staaf,", "1 gemeente,"),
        ("nl", 3, "met 3 staven,", "3 gemeenten,"),
        ("en", 1, "with 1 bar,", "1 municipality,"),
        ("en", 3, "with 3 bars,", "3 municipalities,"),
    ],
)
def test_one_bar_is_no_bars(language: str, count: int, bars: str, places: str) -> None:
    from pactwerk.figures.disclosure_control import open_own_figures

    rows = [(f"naam {n}", row("2017/18", 10.0 + n, unit="%")) for n in range(count)]
    table = open_own_figures([])
    with override(language):
        assert bars in sentences.of_bars(table, rows, "2017/18")
        assert places in sentences.of_map(table, rows, "2017/18", tiles=False)
