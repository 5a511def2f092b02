"""Reach counted a second time, from the publishers' files themselves: no release, no tree, one pair at a time."""

import csv
import io
import json
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from pactwerk.basis.places import municipality_by_name, province_of
from tests.figures.reach.conftest import ADDRESSES, HOMES, POINTS, PUPILS, SCHOOLS
from tests.figures.reach.test_distance import Place, haversine

LEVELS, AGES = {"Bo", "Sbo", "So"}, ("10", "11", "12")
Cells = dict[tuple[str, str], tuple[int, int]]


def lines(path: Path, encoding: str) -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as handle:
        return list(csv.DictReader(handle, delimiter=";"))


def homes(shared: Path, province: str) -> Cells:
    """Lowest and highest number of pupils per municipality of a province and home postcode."""
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for path in sorted((shared / HOMES).glob("*.csv")):
        for line in lines(path, "utf-8-sig"):
            code = municipality_by_name(line["GEMEENTENAAM_LEERLING"])
            if line["SOORT_PO"] not in LEVELS or not code or province_of(code) != province:
                continue
            for age in AGES:
                cell = line[f"LEEFTIJD_{age}"]
                low, high = (1, 4) if cell == "<5" else (int(cell), int(cell))
                counts = found[code, line["POSTCODE_LEERLING"]]
                counts[0] += low
                counts[1] += high
    return {key: (low, high) for key, (low, high) in found.items() if high}


def middles(shared: Path) -> dict[str, Place]:
    """The points of the postcodes."""
    rows = lines(shared / POINTS, "utf-8-sig")
    return {row["POSTCODE"]: (comma(row["LAT"]), comma(row["LON"])) for row in rows}


def comma(text: str) -> float:
    return float(text.replace(",", "."))


def locations_with(shared: Path, department: str) -> set[str]:
    """The locations with a third-year of bb, kb or gl in a department."""
    found = set()
    for line in lines(shared / PUPILS, "cp1252"):
        kind = line["ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR"]
        third = sum(int(line[f"LEER- OF VERBLIJFSJAAR 3 - {sex}"]) for sex in ("MAN", "VROUW"))
        if kind.split()[0] == "VMBO" and "TL" not in kind.split() and line["AFDELING"] == department and third:
            found.add(f"{line['BRIN NUMMER']}{int(line['VESTIGINGSNUMMER']):02d}")
    return found


def spots(shared: Path) -> dict[str, Place]:
    """The point of each location: of its address, else the middle of the postcode of its address."""
    found: dict[str, Place] = {}
    middle = middles(shared)
    for line in lines(shared / ADDRESSES, "cp1252"):
        if line["POSTCODE"][:4] in middle:
            found[line["VESTIGINGSNUMMER"]] = middle[line["POSTCODE"][:4]]
    with zipfile.ZipFile(shared / SCHOOLS) as archive:
        data: dict[str, Any] = json.load(io.BytesIO(archive.read(archive.namelist()[0])))
    seen = set()
    for feature in data["features"]:
        code, (east, north) = feature["properties"]["vestigingsnummer"], feature["geometry"]["coordinates"]
        if code not in seen:
            found[code] = (north, east)
            seen.add(code)
    return found


def counted(shared: Path, province: str, department: str, km: float) -> tuple[int, int, int, int]:
    """Lowest and highest number within reach, lowest and highest beyond it."""
    middle, place = middles(shared), spots(shared)
    offers = [place[code] for code in locations_with(shared, department) if code in place]
    total = [0, 0, 0, 0]
    for (_municipality, postcode), bounds in homes(shared, province).items():
        if postcode not in middle:
            continue
        near = min(haversine(middle[postcode], offer) for offer in offers) <= km
        for side, count in enumerate(bounds):
            total[side if near else side + 2] += count
    return total[0], total[1], total[2], total[3]
