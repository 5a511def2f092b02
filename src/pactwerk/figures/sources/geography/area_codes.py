"""CBS/PDOK, areas of a year with the codes of the areas around them (TopoJSON, converted by a third party)."""

import json
import re
from collections.abc import Iterator
from typing import Any

from pactwerk.figures.sources.contract import Column, Contract
from pactwerk.figures.sources.editions import EditionKind
from pactwerk.figures.sources.geography.degrees import LATITUDE, LONGITUDE, degree
from pactwerk.figures.sources.geography.features import part, word
from pactwerk.figures.sources.geography.keeping import Found, edition_of, keep, texts
from pactwerk.figures.sources.geography.topology import Grid
from pactwerk.figures.sources.job import Job, Result
from pactwerk.figures.sources.records import parsed
from pactwerk.figures.sources.refusal import Refused
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.texts import Text

_AROUND = {
    "corop": "corop_gebied",
    "corop_plus": "corop_plus_gebied",
    "rpa": "rpa_gebied",
    "province": "provincie",
    "landsdeel": "landsdeel",
}
_CODE = r"(GM[0-9]{4}|CR[0-9]{2}|CP[0-9]{4}|RP[0-9]{2}|PV[0-9]{2}|LD[0-9]{2}|[A-Z]{2}[0-9]{2,4})"

CONTRACT = Contract(
    table="area_codes",
    name_nl="CBS/PDOK, gebiedsindelingen: gemeenten en gebieden met hun codes (TopoJSON)",
    name_en="CBS/PDOK, area divisions: municipalities and areas with their codes (TopoJSON)",
    reference="https://www.pdok.nl/introductie/-/article/cbs-gebiedsindelingen",
    edition=EditionKind.YEAR,
    columns=tuple(Column(key, (key,)) for key in ("statcode", "statnaam", "rubriek")),
    signature=None,
    rows=(4, 450),
    family="register",
    publisher="CBS/PDOK, omgezet door een derde",
    licence="CC-BY 4.0 (CBS)",
)
_COLUMNS = {
    **texts(("kind", "code", "name", *_AROUND, "geometry", "status")),
    "longitude": "DOUBLE",
    "latitude": "DOUBLE",
}


def recognised(text: str) -> bool:
    """Whether the text is a topology of areas with CBS codes."""
    if not text.lstrip().startswith("{"):
        return False
    return '"Topology"' in text[:2_000] + text[-2_000:] and '"statcode"' in text


def read(job: Job) -> Result:
    """Read one layer; `row` is the number of the area in its list, from 1. Raises Refused."""
    topology = parsed(job.text)
    if not isinstance(topology, dict):
        raise Refused(Text("geen TopoJSON-object", "no TopoJSON object"))
    grid, found = Grid(topology), Found()
    labels = {word(part(entry, "properties"), "statcode"): entry for entry in _layers(topology, "Point")}
    for number, entry in enumerate(_layers(topology, "Polygon", "MultiPolygon"), 1):
        _add(found, number, entry, grid, labels)
    found.refuse_doubles("code")
    kinds = {str(row["kind"]) for row in found.rows}
    if len(kinds) > 1:
        raise Refused(Text("de gebieden zijn niet van een soort", "the areas are of several kinds"))
    found.part = kinds.pop()
    return keep(job, CONTRACT, _COLUMNS, found, edition_of(job, CONTRACT))


def _layers(topology: dict[str, Any], *types: str) -> Iterator[dict[str, Any]]:
    for layer in part(topology, "objects").values():
        entries = layer.get("geometries") if isinstance(layer, dict) else None
        for entry in entries if isinstance(entries, list) else []:
            if isinstance(entry, dict) and entry.get("type") in types:
                yield entry


def _add(found: Found, number: int, entry: dict[str, Any], grid: Grid, labels: dict[str, dict[str, Any]]) -> None:
    properties = part(entry, "properties")
    code, name = word(properties, "statcode"), word(properties, "statnaam")
    if not re.fullmatch(_CODE, code) or not name:
        text = Text(f"'{code}' ({name}) is geen gebied", f"'{code}' ({name}) is no area")
        found.wrong.append(RowProblem(number, "statcode", text))
        return
    longitude, latitude = _label(labels.get(code), grid)
    found.rows.append(
        {
            "row": number,
            "kind": word(properties, "rubriek") or code[:2],
            "code": code,
            "name": name,
            **{ours: word(properties, theirs) or None for ours, theirs in _AROUND.items()},
            "geometry": json.dumps(grid.geometry(entry), separators=(",", ":")),
            "longitude": longitude,
            "latitude": latitude,
            "status": "afgeleid",
        }
    )


def _label(entry: dict[str, Any] | None, grid: Grid) -> tuple[float | None, float | None]:
    place = entry.get("coordinates") if entry else None
    if not isinstance(place, list) or len(place) != 2 or not all(isinstance(one, int | float) for one in place):
        return None, None
    east, north = grid.degrees(place)
    return degree(str(east), LONGITUDE), degree(str(north), LATITUDE)
