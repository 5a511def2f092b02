"""What every drawing must be: one named, described image without styles or scripts, its table beside it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from django.utils.translation import override

from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.releases.borders import Border, BorderSet
from pactwerk.web.design.charts.drawing import coarser
from pactwerk.web.design.style import samples
from tests.web.design.conftest import Draw
from tests.web.design.drawing import drawn
from tests.web.design.tables import computed, row, side_by_side

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = {
    "line": "{% line_chart table path=path title='Aandeel' %}",
    "bar": "{% bar_chart table title='Aandeel' %}",
    "multiples": "{% small_multiples table title='Aandeel' %}",
}


def images(html: str) -> list[ET.Element]:
    return [ET.fromstring(svg) for svg in re.findall(r"<svg[^>]*pw-svg.*?</svg>", html, re.DOTALL)]


@pytest.fixture(scope="module", params=[*CHARTS, "map"])
def html(request: pytest.FixtureRequest) -> str:
    """The same chart twice on one page; drawn once for all tests that look at it."""
    with override("nl"):
        if request.param == "map":
            return drawn("{% area_map table %}{% area_map table %}", table=samples.by_municipality())
        return drawn(CHARTS[request.param] * 2, table=samples.compared(), path=samples.PATH)


def test_every_image_has_a_role_a_title_and_a_description(html: str) -> None:
    found = images(html)
    assert len(found) == 4  # a wide and a narrow drawing of each of the two charts
    for image in found:
        title, description = image.find(f"{SVG}title"), image.find(f"{SVG}desc")
        assert image.get("role") == "img"
        assert title is not None
        assert description is not None
        assert title.text
        assert (title.get("id"), description.get("id")) == (
            image.get("aria-labelledby"),
            image.get("aria-describedby"),
        )
        assert str(description.text).endswith(".")


def test_no_id_stands_twice_on_a_page_and_every_reference_is_met(html: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    references = re.findall(r'(?:aria-labelledby|aria-describedby)="([^"]+)"', html)
    references += re.findall(r"url\(#([^)]+)\)", html)
    assert set(references) <= set(ids)


def test_nothing_in_a_drawing_breaks_the_content_policy(html: str) -> None:
    assert not re.search(r"\sstyle=|<style|<script|\son[a-z]+=|javascript:|href=\"data:", html)


def test_inside_an_image_nothing_speaks_for_itself(html: str) -> None:
    for image in images(html):
        for element in image.iter():
            if element is not image:
                assert not [name for name in element.attrib if name.startswith(("aria", "role"))]


def test_example_data_is_marked_inside_the_drawing_and_around_it(html: str) -> None:
    for image in images(html):
        assert "voorbeeldgegevens" in "".join(image.itertext())
    assert html.count("pw-example") >= 4  # caption and table of both charts


def test_real_figures_carry_no_mark(draw: Draw) -> None:
    assert "voorbeeldgegevens" not in draw(CHARTS["line"], table=computed(row("2017/18", 41.8)), path=())


@pytest.mark.parametrize("tag", list(CHARTS.values()))
def test_the_table_beside_a_chart_has_every_value_of_its_table(draw: Draw, tag: str) -> None:
    table = samples.compared() if "bar" not in tag else samples.compared().select(period="2018/19")
    html = draw(tag, table=table, path=())
    beside = html[html.index("<details") : html.index("</details>")]
    shown = sorted(re.findall(r'pw-figures__value">([^<]+)<', beside))
    assert shown == sorted(f"{one.value:g}\u202f%".replace(".", ",") for one in table.rows)


def test_the_table_shows_published_computed_and_own_side_by_side(draw: Draw) -> None:
    html = draw("{% figure_table table %}", table=side_by_side())
    heads = re.findall(r'pw-basis--(\w+)">([^<]+)<', html)
    assert heads == [("published", "gepubliceerd"), ("computed", "berekend"), ("own", "eigen telling")]
    line = html[html.index("2017/18") :]
    assert line.index("41,5") < line.index("41,82") < line.index(">40")
    assert "4.182 van 10.000" in line


def test_the_description_says_in_english_what_the_dutch_one_says_in_dutch(draw: Draw) -> None:
    table: PublishableTable = computed(row("2016/17", 40.5), row("2018/19", 42.5))
    dutch = draw(CHARTS["line"], table=table, path=())
    with override("en"):
        english = draw(CHARTS["line"], table=table, path=())
    assert "40,5\u202f%" in dutch
    assert "40.5\u202f%" in english


def test_a_series_without_figures_says_so_instead_of_drawing(draw: Draw) -> None:
    html = draw(CHARTS["line"], table=computed(), path=())
    assert "<svg" not in html.replace("pw-icon", "") or "pw-svg" not in html
    assert "geen cijfers" in html


def test_real_borders_are_drawn_as_shapes_with_one_fill_per_class(draw: Draw) -> None:
    square = [[[4.0, 52.0], [4.0, 52.5], [4.5, 52.5], [4.5, 52.0], [4.0, 52.0]]]
    beside = [[[x + 0.5, y] for x, y in square[0]]]
    borders = BorderSet(
        2019,
        "grenzen.json",
        (
            Border("GM0361", "Alkmaar", {"type": "Polygon", "coordinates": square}),
            Border("GM0363", "Amsterdam", {"type": "Polygon", "coordinates": beside}),
        ),
    )
    rows = [row("2018/19", 20.0, by={"municipality": "GM0361"}), row("2018/19", 30.0, by={"municipality": "GM0363"})]
    html = draw("{% area_map t borders=b %}", t=computed(*rows, dimensions=("municipality",)), b=borders)
    (image,) = images(html)
    shapes = [e for e in image.iter(f"{SVG}path") if e.get("stroke-width") == "0.4"]
    assert len({shape.get("fill") for shape in shapes}) == len(shapes) == 2
    assert "vakje" not in html


def test_a_municipality_that_is_not_on_the_map_is_counted_in_a_note(draw: Draw) -> None:
    rows = [row("2018/19", 20.0, by={"municipality": code}) for code in ("GM0361", "GM0365")]  # Graft-De Rijp
    html = draw("{% area_map t %}", t=computed(*rows, dimensions=("municipality",)))
    assert "1 gemeente met een cijfer bestaat op deze kaart niet" in html
    assert "Graft-De Rijp" in html  # in the table


def test_a_long_outline_becomes_shorter_and_shared_borders_stay_shared() -> None:
    shared = [(100 + n * 0.13, 50 + n * 0.31) for n in range(200)]
    left = [*shared, (20.0, 80.0)]
    right = [(180.0, 60.0), *reversed(shared)]
    outlines = ["M" + "L".join(f"{x:.3f},{y:.3f}" for x, y in ring) + "Z" for ring in (left, right)]
    corners = [set(re.findall(r"[\d.]+,[\d.]+", coarser(outline))) for outline in outlines]
    assert all(len(coarser(outline)) < len(outline) / 2 for outline in outlines)
    assert corners[0] - {"20,80"} == corners[1] - {"180,60"}


def test_a_short_outline_keeps_its_shape() -> None:
    assert coarser("M2.739,0A2.739,2.739,0,1,1,-2.739,0Z") == "M2.7,0A2.7,2.7,0,1,1,-2.7,0Z"
