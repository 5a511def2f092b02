"""Where periods stand on the axis of time, and which of them get a label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.web.design.charts.positions import on_axis, position, ticks
from tests.web.design.conftest import Draw
from tests.web.design.tables import published as cited
from tests.web.design.tables import row


@pytest.mark.parametrize(
    ("period", "place"),
    [("2017/18", 2017.0), ("2013-06", 2013 + 5 / 12), ("2014", 2014.0), ("2022Q3", 2022.5)],
)
def test_a_period_stands_at_its_year(period: str, place: float) -> None:
    assert position(period) == pytest.approx(place)
    assert on_axis(period)


@pytest.mark.parametrize("period", ["2014/15-2016/17", "onbekend", "2013/14 → 2014/15"])
def test_what_is_no_moment_has_no_place(period: str) -> None:
    assert not on_axis(period)
    with pytest.raises(ValueError, match="periode"):
        position(period)


@given(st.sets(st.integers(2000, 2030), min_size=1), st.integers(2, 12))
def test_labels_are_few_true_and_end_at_the_last_period(years: set[int], most: int) -> None:
    labels = ticks([f"{year}/{(year + 1) % 100:02d}" for year in years], most)
    assert len(labels) <= most
    assert max(labels) == max(years)
    assert all(position(text) == place for place, text in labels.items())


def test_a_published_span_stands_in_the_table_and_the_reader_is_told(draw: Draw) -> None:
    table = cited(row("2014/15", 40.0), row("2014/15-2016/17", 41.0))
    html = draw("{% line_chart table %}", table=table)
    assert "1 cijfer gaat over meer dan één moment en staat alleen in de tabel." in html
    assert "41\u202f%" in html[html.index("<details") :]
