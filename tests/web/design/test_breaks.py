"""No line crosses a break: not in the specification, not in the drawing."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, open_published_figures
from pactwerk.web.design.charts.drawing import clean, draw
from pactwerk.web.design.charts.line import WIDE, line_spec
from pactwerk.web.design.charts.positions import position
from pactwerk.web.design.charts.series import drawn_breaks, points
from tests.web.design.tables import computed, row, side_by_side

SVG = "{http://www.w3.org/2000/svg}"
rows_of_a_series = st.lists(
    st.tuples(st.integers(2005, 2022), st.sampled_from(["sector", "profile", "sector-lj34"]), st.booleans()),
    max_size=14,
    unique_by=lambda item: (item[0], item[1]),
)


def built(items: list[tuple[int, str, bool]]) -> PublishableTable:
    """A table of one series; an item without a value is known by its bounds only."""
    return computed(*(made(year, definition, exact) for year, definition, exact in items))


def made(year: int, definition: str, exact: bool) -> Row:
    period = f"{year}/{(year + 1) % 100:02d}"
    if exact:
        return row(period, 20.0 + year % 7, definition=definition)
    return row(period, None, definition=definition, low=10.0, high=30.0)


@settings(deadline=None)
@given(rows_of_a_series)
def test_a_run_never_crosses_a_break_or_an_interval_and_has_one_definition(
    items: list[tuple[int, str, bool]],
) -> None:
    table = built(items)
    runs: dict[str, list[Row]] = {}
    for point in points(table):
        runs.setdefault(point.run, []).append(point.row)
    assert sum(map(len, runs.values())) == len(items)  # every figure is drawn, none twice
    for rows in runs.values():
        ordered = sorted(rows, key=lambda one: position(one.period))
        assert len({(one.definition, one.publication_edition) for one in ordered}) == 1
        assert len(ordered) == 1 or all(one.value is not None for one in ordered)
        for start, end in pairwise(ordered):
            for before, after in table.breaks():
                assert not (start.period <= before and after <= end.period)


def test_in_the_drawing_no_line_reaches_over_the_mark_of_the_break() -> None:
    table = computed(
        *(row(f"{year}/{year % 100 + 1}", 20.0 + year % 5, definition="sector") for year in (2013, 2014, 2015)),
        *(row(f"{year}/{year % 100 + 1}", 26.0 + year % 5) for year in (2016, 2017, 2018)),
    )
    image = ET.fromstring(clean(draw(line_spec(table, (), WIDE), "nl-NL"), "t", "d"))
    (rule,) = [one for one in image.iter(f"{SVG}line") if one.get("stroke-dasharray") == "3,3"]
    at = float(re.findall(r"translate\(([\d.]+)", rule.get("transform", ""))[0])
    lines = [one.get("d", "") for one in image.iter(f"{SVG}path") if one.get("stroke-width") == "3"]
    spans = [[float(x) for x in re.findall(r"[ML](-?[\d.]+),", d)] for d in lines]
    assert len(spans) == 2
    assert all(max(xs) < at or min(xs) > at for xs in spans)


def cited(period: str, value: float, edition: str) -> Row:
    """A value of a publication; computed figures of one definition are one series, whatever file they are from."""
    source = Source("monitor", url="https://www.techniekpactmonitor.nl/")
    return row(period, value, basis="published", publication_edition=edition, sources=(source,))


def test_files_of_two_editions_are_one_line() -> None:
    found = [row(f"{y}/{y % 100 + 1}", 40.0, publication_edition=str(y)) for y in (2014, 2015, 2016)]
    assert len({point.run for point in points(computed(*found))}) == 1


def test_two_editions_of_a_publication_are_two_lines() -> None:
    first = [cited(f"{y}/{y % 100 + 1}", 40.0, "2017") for y in (2014, 2015, 2016)]
    second = [cited(f"{y}/{y % 100 + 1}", 41.0, "2018") for y in (2014, 2015, 2016)]
    runs = {point.run: point.row.publication_edition for point in points(open_published_figures([*first, *second]))}
    assert sorted(runs.values(), key=str) == ["2017", "2018"]


def test_an_interval_is_a_range_with_its_text_and_never_a_point() -> None:
    table = computed(row("2016/17", None, unit="aantal", low=1, high=4), row("2017/18", 12.0, unit="aantal"))
    spec = line_spec(table, (), WIDE)
    marks = [layer for layer in spec["layer"] if layer["mark"]["type"] in ("line", "point")]
    assert all(datum["value"] is not None for layer in marks for datum in layer["data"]["values"])
    (spread,) = [layer for layer in spec["layer"] if layer["mark"]["type"] == "rule"]
    assert [(d["low"], d["high"], d["text"]) for d in spread["data"]["values"]] == [(1, 4, "<5")]


def test_a_figure_over_a_span_of_years_does_not_hide_a_break() -> None:
    table = open_published_figures(
        [cited("2007/08", 34.0, "2009"), cited("2014/15-2016/17", 40.0, "2017"), cited("2018/19", 41.0, "2019")]
    )
    assert drawn_breaks(table) == [(2007.0, 2018.0)]
    rules = [layer for layer in line_spec(table, (), WIDE)["layer"] if layer["mark"]["type"] == "rule"]
    assert [datum["x"] for datum in rules[0]["data"]["values"]] == [2012.5]


def test_the_legend_tells_published_computed_and_own_apart() -> None:
    svg = clean(draw(line_spec(side_by_side(), (), WIDE), "nl-NL"), "t", "d")
    assert [word for word in ("berekend", "gepubliceerd", "eigen telling") if f">{word}<" not in svg] == []
