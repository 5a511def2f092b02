"""The middle of every municipality, computed by a third party (JSON)."""

import re
from typing import Any

from pactwerk.basis.places import municipality_by_name, province_by_name
from pactwerk.figures.sources.contract import Column, Contract
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.geography.degrees import LATITUDE, LONGITUDE, degree
from pactwerk.figures.sources.geography.features import list_of
from pactwerk.figures.sources.geography.keeping import Found, edition_of, keep, texts
from pactwerk.figures.sources.job import Job, Result
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.texts import Text

CONTRACT = Contract(
    table="municipality_points",
    name_nl="Middelpunten van gemeenten (afgeleid)",
    name_en="Centroids of municipalities (derived)",
    reference="https://github.com/jens-segers/DuidelijkDUO.nl",
    edition=EditionKind.YEAR,
    columns=tuple(Column(key, (key,)) for key in ("city", "province", "lat", "lon")),
    signature=None,
    rows=(330, 450),
    family="register",
    publisher="derden",
    licence="niet vermeld",
)
_COLUMNS = {**texts(("municipality", "name", "province", "status")), "latitude": "DOUBLE", "longitude": "DOUBLE"}


def recognised(text: str) -> bool:
    """Whether the text is a list of objects with city, lat and lon."""
    start = text[:1_000]
    return start.lstrip().startswith("[") and all(f'"{key}"' in start for key in ("city", "lat", "lon"))


def read(job: Job) -> Result:
    """Read the points; `row` is the number in the list, from 1. Raises Refused."""
    found = Found()
    for number, entry in enumerate(list_of(job.text), 1):
        _add(found, number, entry if isinstance(entry, dict) else {})
    return keep(job, CONTRACT, _COLUMNS, found, edition_of(job, CONTRACT))


def _add(found: Found, number: int, entry: dict[str, Any]) -> None:
    cities = entry.get("city")
    names = [str(name) for name in cities] if isinstance(cities, list) else [str(cities or "")]
    latitude = degree(str(entry.get("lat")), LATITUDE)
    longitude = degree(str(entry.get("lon")), LONGITUDE)
    if not names or not re.search(r"\w", names[0]) or latitude is None or longitude is None:
        found.wrong.append(RowProblem(number, "", Text("naam of punt ontbreekt", "name or point is missing")))
        return
    province = province_by_name(str(entry.get("province") or ""))
    codes = (municipality_by_name(name, province) for name in names)
    code = next((code for code in codes if code), None)
    if code is None:
        text = Text(f"gemeente '{names[0]}' is onbekend", f"municipality '{names[0]}' is unknown")
        found.strays.append(RowProblem(number, "city", text))
    found.rows.append(
        {
            "row": number, "municipality": code, "name": names[0], "province": province, "status": "afgeleid",
            "latitude": latitude, "longitude": longitude,
        }
    )  # fmt: skip
