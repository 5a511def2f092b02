"""Registers of places: codes, points and borders as in the files, derived ones marked so, broken ones refused."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pactwerk.figures.sources import Outcome
from tests.figures.sources.conftest import Query, Read

LAYERS = {"CoropGebied": 40, "Gemeente": 393, "Landsdeel": 4, "Provincie": 12, "RPAGebied": 34}
SCHOOLS = "derived/scholen-geojson-edugis"


def _layer(shared: Path, name: str) -> Path:
    return shared / "geo" / "2015" / f"{name}_2015_layer_labels_q1e3.json"


@pytest.mark.parametrize("name", LAYERS)
def test_areas_of_2015_with_the_codes_around_them(read: Read, query: Query, shared: Path, name: str) -> None:
    report = read(_layer(shared, name))
    assert (report.outcome, report.table, report.edition) == (Outcome.READ, "area_codes", "2015"), report.reason
    assert (report.rows_read, report.part) == (LAYERS[name], name.lower())
    assert query(report, "SELECT count(*) FROM facts WHERE longitude IS NULL OR geometry = 'null'") == [(0,)]
    geometry = json.loads(query(report, "SELECT geometry FROM facts LIMIT 1")[0][0])
    rings = geometry["coordinates"] if geometry["type"] == "Polygon" else geometry["coordinates"][0]
    assert rings[0][0] == rings[0][-1]


def test_the_north_of_2015_is_sixty_municipalities(read: Read, query: Query, shared: Path) -> None:
    report = read(_layer(shared, "Gemeente"))
    objects = json.loads(_layer(shared, "Gemeente").read_text())["objects"]
    wanted = {
        entry["properties"]["statcode"]: entry["properties"]["rpa_gebied"]
        for entry in objects["layer"]["geometries"]
        if entry["properties"]["landsdeel"] == "LD01"
    }
    assert dict(query(report, "SELECT code, rpa FROM facts WHERE landsdeel = 'LD01'")) == wanted
    assert query(report, "SELECT province, corop FROM facts WHERE code = 'GM1987'") == [("PV20", "CR01")]


def test_localities(read: Read, query: Query, shared: Path) -> None:
    path = shared / "postcode" / "woonplaats-gemeente-corop.generated.csv"
    report = read(path)
    assert (report.outcome, report.rows_read, report.edition) == (Outcome.READ, 2_501, "ongedateerd"), report.reason
    assert read(path, edition="2025").edition == "2025"
    assert query(report, "SELECT count(DISTINCT municipality), count(DISTINCT corop) FROM facts") == [(342, 40)]
    found = query(report, "SELECT municipality, corop, status FROM facts WHERE locality = 'Hoogerheide'")
    assert found == [("GM0873", "CR33", "afgeleid")]


def test_points_of_postcodes_in_two_layouts(read: Read, query: Query, shared: Path) -> None:
    plain = read(shared / "postcode" / "postcode_coords.csv")
    assert (plain.outcome, plain.rows_read, plain.part) == (Outcome.READ, 4_071, "ligging"), plain.reason
    assert [(stray.row, str(stray.reason)) for stray in plain.rows_refused] == [(4073, "totaalregel, niet meegeteld")]
    assert query(plain, "SELECT latitude, longitude FROM facts WHERE postcode4 = '1011'") == [(52.3709931, 4.9041959)]
    named = read(shared / "postcode" / "4pp.csv")
    assert (named.outcome, named.rows_read, named.part) == (Outcome.READ, 4_699, "plaatsnamen"), named.reason
    found = query(named, "SELECT locality, municipality_name, kind FROM facts WHERE postcode4 = '9999'")
    assert found == [("Stitswerd", "Eemsmond", "Adres")]


def test_points_of_municipalities(read: Read, query: Query, shared: Path) -> None:
    report = read(shared / "geo" / "nederland_gemeenten_centroids.json")
    entries: list[dict[str, Any]] = json.loads((shared / "geo" / "nederland_gemeenten_centroids.json").read_text())
    assert (report.outcome, report.rows_read) == (Outcome.READ, len(entries)), report.reason
    assert [stray.row for stray in report.rows_refused] == [61]
    assert query(report, "SELECT name, latitude FROM facts WHERE municipality = 'GM0420'") == [
        ("Medemblik", 52.7702374024)
    ]


SCHOOL_COUNTS = {"20220501": (7_871, "2022-05"), "20241122": (8_717, "2024-11")}


@pytest.mark.parametrize("name", SCHOOL_COUNTS)
def test_schools_in_a_zip(read: Read, query: Query, shared: Path, name: str) -> None:
    report = read(shared / SCHOOLS / f"scholen{name}.geo.zip")
    assert (report.outcome, report.rows_read, report.edition) == (Outcome.READ, *SCHOOL_COUNTS[name]), report.reason
    assert query(report, "SELECT DISTINCT status FROM facts") == [("afgeleid",)]
    if name == "20241122":
        assert query(report, "SELECT sum(pupils) FROM facts WHERE kind = 'basisschool'") == [(1_363_949,)]


def _zipped(*members: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return target.getvalue()


def test_a_zip_bomb_and_a_cut_zip_are_refused(read: Read, shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "scholen20260101.geo.zip"
    path.write_bytes(_zipped(("a.json", b" " * 30_000_000)))
    assert read(path).outcome is Outcome.REFUSED
    path.write_bytes((shared / SCHOOLS / "scholen20220501.geo.zip").read_bytes()[:200_000])
    assert read(path).outcome is Outcome.REFUSED
    path.write_bytes(_zipped(("a.json", b"[]"), ("b.json", b"[]")))
    assert read(path).outcome is Outcome.SKIPPED


def test_a_point_outside_the_country_and_a_double_code_are_refused(read: Read, shared: Path, tmp_path: Path) -> None:
    text = (shared / "postcode" / "postcode_coords.csv").read_text()
    path = tmp_path / "postcodes.csv"
    path.write_text(text.replace("52,3709931;4,9041959", "121000;487000"))
    report = read(path)
    assert report.outcome is Outcome.REFUSED
    assert "regel 2, kolom 'LAT'" in report.reason
    path.write_text(text.replace("1012;", "1011;", 1))
    assert "stond al op regel 2" in read(path).reason
    localities = (shared / "postcode" / "woonplaats-gemeente-corop.generated.csv").read_text()
    path.write_text(localities.replace("0873", "XX73", 1))
    assert "Gemeentecode" in read(path).reason


def test_a_topology_with_lines_that_are_not_there_is_refused(read: Read, shared: Path, tmp_path: Path) -> None:
    topology = json.loads(_layer(shared, "Landsdeel").read_text())
    topology["arcs"] = topology["arcs"][:3]
    path = tmp_path / "Landsdeel_2015.json"
    path.write_text(json.dumps(topology))
    report = read(path)
    assert report.outcome is Outcome.REFUSED
    assert "TopoJSON" in report.reason
