"""Locations without an address, schools through time, and areas of codes, by the registers of DUO and CBS."""

from pathlib import Path

import pytest

from pactwerk.figures.releases import FigureQuery, Release
from pactwerk.figures.releases.engine import connect
from pactwerk.figures.releases.recoding import Redivisions, inherited
from pactwerk.figures.releases.school_history import UnknownSchool, school_history


def ways(release: Release, table: str, period: str) -> dict[str, int]:
    return {how: spots for name, when, how, spots in release.places.by_way if (name, when) == (table, period)}


def test_the_register_of_locations_places_what_no_address_knows(placed: Release, registered: Release) -> None:
    without = ways(placed, "vo_pupils", "2017/18")
    within = ways(registered, "vo_pupils", "2017/18")
    assert without[""] > 0
    assert within.get("", 0) == 0
    assert within["register"] >= without[""]
    assert not list(registered.places.left_out(["vo_pupils"], "all", ""))


def test_a_place_by_the_register_is_the_postcode_that_stands_there(registered: Release, shared: Path) -> None:
    """Fixed width by hand: key 1-6, postcode digits 37-40 (Bestandsbeschrijving_Dec-bestanden.txt)."""
    folder = shared / "duo-registers" / "dec"
    lines = (folder / "Dec_brinvestigingsnummer.asc").read_text(encoding="cp1252").splitlines()
    register = {line[:6]: line[36:40] for line in lines}
    table = (folder / "Dec_postcodecijfers_2024.asc").read_text(encoding="cp1252").splitlines()
    towns = {line[:4]: f"GM{line[5:9]}" for line in table}
    places = registered.folder / "inside" / "facts" / "places.parquet"
    rows = connect().execute(f"SELECT location, municipality FROM '{places}' WHERE how = 'register'").fetchall()
    assert len(rows) > 10
    assert {location: towns[register[location]] for location, _ in rows} == dict(rows)


def test_corop_and_rpa_areas_have_figures_and_fill_the_country(registered: Release) -> None:
    def value(area: str) -> float:
        rows = registered.figures(FigureQuery("K04", area, "2017/18", definition="sector")).rows
        return (rows[0].value or 0) if rows else 0

    assert sum(value(f"CR{number:02d}") for number in range(1, 41)) == value("NL")
    assert sum(value(f"RP{number:02d}") for number in range(1, 35)) == value("NL")
    assert value("RP19") == value("RG-NHN") > 0


def test_a_school_is_followed_with_dates_kinds_and_lines(registered: Release, shared: Path) -> None:
    found = school_history(registered, "16tf")
    lines = (shared / "duo-registers" / "OVERGANGEN_20250113.csv").read_text(encoding="utf-8-sig").splitlines()
    by_hand = {(number, line.split(",")[0].strip('"')) for number, line in enumerate(lines, 1) if '"16TF' in line}
    assert {(entry.row, entry.old) for entry in found.later if entry.old.startswith("16TF")} == by_hand
    first = found.as_data()["later"][0]
    assert (first["day"], first["kind"], first["to"]) == ("2016-08-01", "fusie", "03PB")
    assert first["file"] == "OVERGANGEN_20250113.csv"
    assert "De Rank" in {place.name for place in found.places}


@pytest.mark.parametrize("code", ["99ZZ", "school", "16TF0", "16T'"])
def test_a_school_that_no_file_knows_is_said(registered: Release, code: str) -> None:
    with pytest.raises(UnknownSchool):
        school_history(registered, code)


def test_what_was_divided_is_not_followed() -> None:
    tables = {
        2021: {"1000": "GM0788", "1001": "GM0788", "1002": "GM0398", "1003": "GM0855"},
        2022: {"1000": "GM0855", "1001": "GM0824", "1002": "GM1980", "1003": "GM0855"},
    }
    found = Redivisions(tables)
    assert found.follow("GM0788", 2022) is None
    assert found.follow("GM0398", 2022) == "GM1980"
    assert found.follow("GM1980", 2021) is None, "nobody can say what a merged municipality was before"
    assert found.last_year("GM0855", 2021) == 2021, "from 2022 on it holds a part of what was divided"
    followed = {(old, year): (new, until) for old, year, new, until in found.followed()}
    assert followed["GM0855", "2021"] == ("GM0855", 2021)
    assert ("GM0788", "2022") not in followed


def test_a_later_municipality_inherits_an_area_only_when_all_its_parts_agree() -> None:
    said = {"GM0003": ("Delfzijl e.o.", None), "GM0010": ("Delfzijl e.o.", None), "GM0024": ("Delfzijl e.o.", None)}
    assert inherited(dict(said))["GM1979"] == ("Delfzijl e.o.", None)
    assert "GM1979" not in inherited(said | {"GM0024": ("elders", None)})
    del said["GM0024"]
    assert "GM1979" not in inherited(dict(said))
