"""Names beside charts stay whole, register dates stand on the axis, and a long table stands on pages."""

from __future__ import annotations

import re

import pytest
from django.test import RequestFactory
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.web.design.charts import bars, line
from pactwerk.web.design.charts.labels import LETTER, broken
from pactwerk.web.design.charts.positions import on_axis, position
from pactwerk.web.design.wording import dimension_name, member_name
from tests.web.design.conftest import Draw
from tests.web.design.tables import computed, row

LONG = ("RG-NOORD-KENNEMERLAND", "TP-NOORDWEST", "PV27")


def compared() -> list[str]:
    """Drawings of three areas by track and sex, on both sizes."""
    table = computed(
        *(
            row(period, 20.0 + place, area=area, by={"track": track, "sex": sex})
            for period in ("2016/17", "2017/18")
            for place, area in enumerate(LONG)
            for track in ("bb", "vwo")
            for sex in ("male", "female")
        ),
        dimensions=("track", "sex"),
    )
    from pactwerk.web.design.charts.drawing import draw

    chosen = bars.choose(table, "track", "2017/18")
    specs = [line.line_spec(table, (), size) for size in line.SIZES]
    specs += [bars.bar_spec(table, chosen, size) for size in line.SIZES]
    return [draw(spec, "nl-NL") for spec in specs]


def test_no_name_is_cut_off_when_areas_are_compared_by_a_breakdown() -> None:
    for svg in compared():
        assert "…" not in svg
        assert "basisberoepsgericht" in svg


@given(st.text(alphabet="abc ,", min_size=1, max_size=120).filter(str.strip), st.integers(60, 700))
def test_breaking_a_name_loses_no_word(name: str, room: int) -> None:
    lines = broken(name, room).split("\n")
    assert " ".join(lines).split() == name.split()
    assert all(len(text) <= max(int(room / LETTER), 8) or " " not in text.strip() for text in lines)


def test_register_dates_stand_on_the_axis(draw: Draw) -> None:
    table = computed(*(row(day, value, indicator="R01") for day, value in (("2013-06", 60.0), ("2020-12", 62.0))))
    html = draw("{% line_chart table %}", table=table)
    drawing = html[: html.index("<details")]
    assert re.search(r">2013-06<", drawing)
    assert re.search(r">2020-12<", drawing)


@pytest.mark.parametrize(("period", "place"), [("2022-Q3", 2022.5), ("2024-10-01", 2024.75)])
def test_quarters_and_days_have_a_place(period: str, place: float) -> None:
    assert on_axis(period)
    assert position(period) == pytest.approx(place)


@pytest.mark.parametrize(("asked", "lines"), [("", 100), ("3", 50), ("niets", 100), ("99", 50)])
def test_a_long_table_stands_on_pages_of_a_hundred(draw: Draw, asked: str, lines: int) -> None:
    rows = [row("2017/18", 1.0, area=f"GM{number:04d}") for number in range(1, 251)]
    request = RequestFactory().get("/cijfers/", {"tabel": asked} if asked else {})
    html = draw("{% figure_table table %}", table=computed(*rows), request=request)
    assert html.count('class="pw-figures__value"') == lines
    assert "van 250" in html
    assert "?tabel=" in html


@pytest.mark.parametrize(
    ("dimension", "code", "name"),
    [
        ("age", "7", "7 jaar"),
        ("age", "65+", "65+"),
        ("level", "4", "niveau 4"),
        ("level", "Sbo", "speciaal basisonderwijs"),
        ("level", "hbo", "hbo"),
        ("domain", "techniek", "techniek"),
    ],
)
def test_codes_of_the_new_breakdowns_are_words(dimension: str, code: str, name: str) -> None:
    assert member_name(dimension, code) == name


def test_codes_of_publishers_are_shown_as_words() -> None:
    with override("nl"):
        assert member_name("pathway", "BOLVT") == "bol voltijd"
        assert member_name("domain", "21") == "havo, vwo, mbo 2-4"
        assert member_name("level", "kb") == "vmbo kaderberoepsgericht"
        assert dimension_name("study") == "Hbo of wo"
    with override("en"):
        assert member_name("domain", "11") == "primary education"
        assert dimension_name("domain") == "Field or education level"
