"""The Sankey diagram: drawn by Vega from the same flow as its table, its shapes links on the page itself."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.flows.flow import Flow
from pactwerk.web.design.charts.anchors import Anchor
from pactwerk.web.design.charts.drawing import clean
from pactwerk.web.design.charts.line import NARROW, SIZES, WIDE, Size
from pactwerk.web.design.charts.sankey import colors_of, panels
from pactwerk.web.design.charts.sankey_figure import SankeyFigure
from pactwerk.web.design.charts.sankey_graph import MOST, OTHERS, graph
from tests.web.design.conftest import Draw
from tests.web.design.flows import Links, Stocks, flow, many

SVG = "{http://www.w3.org/2000/svg}"
SIMPLE: Links = {(0, "vo:kb", "vo:kb"): 80, (0, "vo:kb", "mbo:2"): 15, (0, "vo:bb", "mbo:2"): (1, 4)}
STOCKS: Stocks = {(0, "vo:kb"): 100, (0, "vo:bb"): 30, (1, "vo:kb"): 85, (1, "mbo:2"): (16, 19)}


def figure(found: Flow, **more: object) -> SankeyFigure:
    return SankeyFigure(
        flow=found,
        links=found.links,
        stocks=found.stocks,
        title="Proef",
        node_address=lambda node: f"?knoop={node.stage}.{node.state}#knoop",
        band_address=lambda band: f"#verband-{len(band.rows)}",
        states=list(found.words),
        **more,  # type: ignore[arg-type]  # names are checked by the class
    )


def drawn(found: Flow, size: Size = WIDE) -> ET.Element:
    return ET.fromstring(figure(found).svg(size))


def bands(image: ET.Element) -> list[ET.Element]:
    """The shapes of the links."""
    paths = [path for link in image.iter(f"{SVG}a") for path in link.findall(f"{SVG}path")]
    return [path for path in paths if path.get("stroke-width")]


def widths(image: ET.Element) -> list[float]:
    return sorted(float(str(path.get("stroke-width"))) for path in bands(image))


def test_a_state_at_a_later_stage_is_a_node_of_its_own() -> None:
    found = figure(flow(SIMPLE, STOCKS)).graph
    assert [node.key for node in found.nodes] == [(0, "vo:kb"), (0, "vo:bb"), (1, "vo:kb"), (1, "mbo:2")]


def test_bands_are_as_wide_as_they_count_and_an_interval_as_wide_as_its_upper_bound() -> None:
    hidden, small, large = widths(drawn(flow(SIMPLE, STOCKS)))
    assert large / small == pytest.approx(80 / 15)
    assert hidden / small == pytest.approx(4 / 15, rel=0.01) or hidden == 1.5  # never too thin to see


def test_what_is_hidden_is_hatched_and_said() -> None:
    image = drawn(flow(SIMPLE, STOCKS))
    assert len([path for path in bands(image) if path.get("stroke-dasharray")]) == 1
    assert "1 stroom is alleen als onder- en bovengrens bekend" in figure(flow(SIMPLE, STOCKS)).description


def test_every_node_and_band_is_a_link_with_a_name() -> None:
    image = drawn(flow(SIMPLE, STOCKS, words={"mbo:2": "mbo niveau 2", "vo:bb": "vmbo <basis> & meer"}))
    names = [link.get("aria-label") for link in image.iter(f"{SVG}a")]
    assert len(names) == 3 + 4
    assert "vmbo <basis> & meer → mbo niveau 2: <5" in names
    assert "vo:kb 100" in names
    assert image.get("role") == "group"
    assert all(text.get("aria-hidden") == "true" for text in image.iter(f"{SVG}text"))


def test_nothing_in_it_breaks_the_content_policy() -> None:
    text = figure(flow(SIMPLE, STOCKS)).svg(WIDE)
    assert not re.search(r"\sstyle=|<style|<script|\son[a-z]+=|javascript:|xlink|https?://(?!www\.w3\.org)", text)


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "//evil.example", "https://evil.example", "data:text/html,x", "/desk/", "", "#"),
        *("?a=1\n#x", "#x y", "\\evil", "?x=<script>", "#javascript:alert(1)", "%6aavascript:alert(1)"),
    ],
)
def test_a_shape_leads_nowhere_but_to_its_own_page(address: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Anchor(address, "naam")


def test_a_drawing_cannot_bring_its_own_links() -> None:
    stranger = '<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:alert(1)"><path aria-label="b1"/></a></svg>'
    assert "javascript" not in clean(stranger, "t", "d", {"b1": Anchor("#x", "naam")})


def test_more_nodes_than_a_stage_can_carry_are_drawn_together_and_still_count() -> None:
    found = many(40)
    assert len(found.links) > 500
    drawn_graph = graph(found, found.links, found.stocks)
    for stage in (0, 1):
        nodes = drawn_graph.stage(stage)
        assert len(nodes) == MOST
        assert nodes[-1].state == OTHERS
        assert len(nodes[-1].states) == 40 - MOST + 1
        assert not nodes[-1].text, "a sum nobody published is not shown"
    total = sum(row.value or row.high or 0 for row in found.links.rows)
    assert sum(band.high for band in drawn_graph.bands) == pytest.approx(total)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(1, 900)), min_size=1, max_size=12))
def test_what_leaves_and_what_arrives_fits_in_the_nodes(parts: list[tuple[int, int, int]]) -> None:
    found = flow({(0, f"a{a}", f"b{b}"): n for a, b, n in parts})
    drawn_graph = graph(found, found.links, found.stocks)
    sizes = {node.key: node.size for node in drawn_graph.nodes}
    for key, size in sizes.items():
        assert sum(band.high for band in drawn_graph.bands if band.source == key) <= size + 1e-9
        assert sum(band.high for band in drawn_graph.bands if band.target == key) <= size + 1e-9


def test_pictures_on_one_scale_draw_the_same_count_equally_wide() -> None:
    small, large = flow({(0, "a", "b"): 50}), flow({(0, "a", "b"): 50, (0, "c", "b"): 450})
    one = ET.fromstring(figure(small, largest=500.0).svg(WIDE))
    other = ET.fromstring(figure(large, largest=500.0).svg(WIDE))
    assert widths(one)[0] == pytest.approx(widths(other)[0])


def test_a_narrow_screen_gets_the_stages_pair_by_pair() -> None:
    assert panels(4, NARROW) == [(0, 1), (1, 2), (2, 3)]
    assert panels(4, WIDE) == [(0, 3)]
    assert panels(9, WIDE) == [(n, n + 1) for n in range(8)]
    links = {(stage, "a", "a"): 10 for stage in range(3)}
    assert len(bands(drawn(flow(links, stages=4), NARROW))) == 3


def test_a_state_keeps_its_colour_in_every_grade() -> None:
    colors = colors_of(["vo:kb::3", "vo:bb::3", "vo:kb::4", "saldo-erbij"])
    assert colors["vo:kb::3"] == colors["vo:kb::4"] != colors["vo:bb::3"]
    assert colors["saldo-erbij"] == colors[OTHERS]


def test_example_data_is_marked_inside_the_drawing() -> None:
    for size in SIZES:
        assert "voorbeeldgegevens" in "".join(drawn(flow(SIMPLE, example=True), size).itertext())
        assert "voorbeeldgegevens" not in "".join(drawn(flow(SIMPLE), size).itertext()).lower()


def test_the_sentence_tells_the_largest_flows_and_whether_anybody_was_followed() -> None:
    text = figure(flow(SIMPLE, followed=False)).description
    assert "naast elkaar; de grootste gemeenschappelijke delen en saldi: vo:kb – vo:kb 80; vo:kb – mbo:2 15" in text
    assert "stromen:" not in text
    assert "De grootste stromen: van vo:kb naar vo:kb 80; van vo:kb naar mbo:2 15" in figure(flow(SIMPLE)).description
    assert "Niemand is gevolgd" in text
    assert "Personen zijn gevolgd" in figure(flow(SIMPLE)).description


def test_a_track_has_its_own_colour_whatever_else_is_drawn() -> None:
    alone = colors_of(["vo:kb:::4", "vo:kb:::exam"])
    beside = colors_of(["vo:havo", "vo:tl", "vo:kb", "mbo:2", "out"])
    assert {*alone.values()} >= {beside["vo:kb"]}
    assert len({*beside.values()}) == 5
    sectors = colors_of(["vo:bb:techniek", "vo:bb:landbouw", "vo:bb:zorg"])
    assert len({sectors[state] for state in ("vo:bb:techniek", "vo:bb:landbouw", "vo:bb:zorg")}) == 3


def test_who_left_education_is_never_drawn_with_the_small_ones() -> None:
    links = {("vo:kb", f"vo:kb::{number}"): 100 + number for number in range(20)} | {("vo:kb", "out"): 1}
    drawn = [node.state for node in figure(flow({(0, *ends): count for ends, count in links.items()})).graph.stage(1)]
    assert "out" in drawn
    assert "overig" in drawn
    assert len(drawn) == 12


def test_without_a_link_it_says_so_instead_of_drawing(draw: Draw) -> None:
    html = draw("{% sankey figure %}", figure=figure(flow({})))
    assert "pw-svg" not in html
    assert "geen stromen" in html


def test_only_a_figure_of_a_flow_is_drawn(draw: Draw) -> None:
    with pytest.raises(TypeError):
        draw("{% sankey figure %}", figure={"links": []})


def test_the_same_picture_twice_on_a_page_has_its_own_ids(draw: Draw) -> None:
    html = draw("{% sankey figure %}" * 2, figure=figure(flow(SIMPLE, STOCKS)))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#(grafiek[^"]+)"', html)) <= set(ids)


def test_in_english_the_sentence_and_the_numbers_are_english() -> None:
    with override("en"):
        assert figure(flow({(0, "a", "b"): 1234})).svg(WIDE).count("1,234") >= 1
