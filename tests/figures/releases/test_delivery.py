"""The yearly delivery: year on year, never across a break, never sharper than the bounds."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.basis.places import UnknownArea
from pactwerk.figures.disclosure_control import Row
from pactwerk.figures.releases import Release
from pactwerk.figures.releases.delivery import change, deliver
from pactwerk.figures.releases.delivery_texts import to_csv, to_json, to_text
from tests.figures.releases.homes import PUPILS_2018, current, offer, pupils_file
from tests.figures.sources.invented import PUPILS


def row(period: str, low: float, high: float, unit: str, definition: str = "sector") -> Row:
    value = low if low == high else None
    return Row(
        indicator="K04", definition=definition, area="NL", period=period, value=value, low=low, high=high, unit=unit
    )


def test_shares_change_in_points_and_counts_in_percent() -> None:
    points = change(row("2016/17", 20, 20, "%"), row("2017/18", 23, 23, "%"))
    percent = change(row("2016/17", 20, 20, "leerlingen"), row("2017/18", 23, 23, "leerlingen"))
    assert points is not None
    assert percent is not None
    assert (points.low, points.high, points.unit) == (3, 3, "procentpunt")
    assert (round(percent.low, 9), round(percent.high, 9), percent.unit) == (15, 15, "%")


def test_no_change_across_definitions_nor_from_nought() -> None:
    assert change(row("2016/17", 20, 20, "%"), row("2017/18", 23, 23, "%", "profile")) is None
    assert change(row("2016/17", 0, 0, "leerlingen"), row("2017/18", 23, 23, "leerlingen")) is None


@given(
    st.integers(1, 50), st.integers(0, 9), st.integers(0, 50), st.integers(0, 9), st.sampled_from(["%", "leerlingen"])
)
def test_every_completion_lies_between_the_bounds(first: int, wide: int, last: int, wider: int, unit: str) -> None:
    found = change(row("2016/17", first, first + wide, unit), row("2017/18", last, last + wider, unit))
    assert found is not None
    every = [
        (b - a) if unit == "%" else 100 * (b - a) / a
        for a in range(first, first + wide + 1)
        for b in range(last, last + wider + 1)
    ]
    assert min(every) == pytest.approx(found.low)
    assert max(every) == pytest.approx(found.high)


@pytest.fixture
def release(tmp_path: Path) -> Release:
    files = tmp_path / "files"
    more = PUPILS.cell(1, "LEER- OF VERBLIJFSJAAR 3 - MAN", "30")
    offer(tmp_path / "home", pupils_file(files), pupils_file(files, PUPILS_2018, more), url="https://duo.example")
    return current(tmp_path / "home")


def test_a_delivery_names_definition_file_licence_and_what_is_missing(release: Release) -> None:
    data = json.loads(to_json(deliver(release, "pv27"), dutch=True))
    (first, second) = [figure for figure in data["figures"] if figure["indicator"] == "K04"]
    assert (first["value"], first["change"]) == ("23", "")
    assert (second["value"], second["since"], second["change"], second["change_unit"]) == (
        "33",
        "2017/18",
        "43.48",
        "%",
    )
    assert {one["indicator"] for one in data["definitions"]} >= {"K04"}
    assert all(one["publisher"] == "DUO" and one["licence"] and one["loaded"] for one in data["files"])
    assert {one["url"] for one in data["files"]} == {"https://duo.example"}
    reasons = {one["indicator"]: one["reason"] for one in data["missing"]}
    assert "exams" in reasons["E01"]
    assert data["area"] == "PV27"


def test_csv_and_text_say_the_same(release: Release) -> None:
    delivery = deliver(release, "PV27")
    lines = list(csv.DictReader(io.StringIO(to_csv(delivery, dutch=False))))
    assert len(lines) == sum(len(series.figures) for series in delivery.series)
    text = to_text(delivery, dutch=True)
    assert "2018/19  [sector]  33  definitief  verschil met 2017/18: 43.48 %" in text
    assert "Definities" in text


def test_a_break_stands_between_two_years_and_no_change(real_release: Release) -> None:
    delivery = deliver(real_release, "PV27")
    (series,) = [one for one in delivery.series if one.indicator.code == "E01"]
    figure = next(one for one in series.figures if one.row.period == "2019/20")
    assert figure.change is None
    assert figure.broken
    later = next(one for one in series.figures if one.row.period == "2020/21")
    assert later.change is not None
    assert later.change.low < later.change.high


def test_an_unknown_area_is_refused(release: Release) -> None:
    with pytest.raises(UnknownArea):
        deliver(release, "NERGENS")
