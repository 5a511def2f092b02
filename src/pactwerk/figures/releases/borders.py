"""Municipality borders of a release, per year, as GeoJSON geometries (WGS84)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pactwerk.figures.releases.building import StagedFile
from pactwerk.figures.releases.engine import connect

FILE = "borders.json"


@dataclass(frozen=True)
class Border:
    """One municipality: code, name and GeoJSON geometry."""

    municipality: str
    name: str
    geometry: dict[str, Any]


@dataclass(frozen=True)
class BorderSet:
    """The borders of one year, with the name of the file they come from."""

    year: int
    source: str
    borders: tuple[Border, ...]


def write_borders(staged: Sequence[StagedFile], folder: Path) -> None:
    """Write `public/borders.json` when border files are loaded: per year the borders and their file."""
    files = [file for file in staged if file.table == "borders"]
    if not files:
        return
    connection = connect()
    try:
        rows = connection.execute(
            "SELECT year, file_id, municipality, name, geometry FROM read_parquet($files) ORDER BY year, municipality",
            {"files": [str(file.path) for file in files]},
        ).fetchall()
    finally:
        connection.close()
    years: dict[str, dict[str, Any]] = {}
    for year, file_id, municipality, name, geometry in rows:
        entry = years.setdefault(str(year), {"file_id": file_id, "borders": []})
        if entry["file_id"] == file_id:
            entry["borders"].append([municipality, name, json.loads(geometry)])
    (folder / "public" / FILE).write_text(json.dumps(years), encoding="utf-8")


def read_borders(folder: Path, year: int | None, names: dict[str, str]) -> BorderSet | None:
    """The borders of a year, else of the nearest year; the newest when no year is asked; None when none is loaded."""
    try:
        years = json.loads((folder / "public" / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    wanted = 9999 if year is None else year
    chosen = min(years, key=lambda text: (abs(int(text) - wanted), -int(text)))
    entry = years[chosen]
    borders = tuple(Border(code, name, geometry) for code, name, geometry in entry["borders"])
    return BorderSet(int(chosen), names.get(entry["file_id"], entry["file_id"]), borders)
