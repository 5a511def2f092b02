"""What happened to a school: its locations, what it came from and what became of it, with dates, kinds and sources."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.releases.corrections import Correction
from pactwerk.figures.releases.engine import Connection, connect, literal, parquet_list
from pactwerk.figures.releases.manifest import KeptFile
from pactwerk.figures.releases.release import Release
from pactwerk.figures.releases.schools_over_time import Succession, graph_of


class UnknownSchool(ReadableError):
    """No loaded file knows the school."""

    def __init__(self, code: str) -> None:
        """Say what a code looks like and which files would know it."""
        super().__init__(
            f"School '{code}' staat in geen geladen bestand; een school is bijvoorbeeld 16TF of 16TF00. De registers"
            " Dec_brinnummer, Dec_brinvestigingsnummer en OVERGANGEN kennen alle scholen.",
            f"School '{code}' is in no loaded file; a school is for instance 16TF or 16TF00. The registers"
            " Dec_brinnummer, Dec_brinvestigingsnummer and OVERGANGEN know all schools.",
        )


@dataclass(frozen=True)
class SchoolPlace:
    """One location as one file knows it; `corrected` when its name was put right locally."""

    location: str
    name: str
    town: str | None
    postcode4: str | None
    municipality: str | None
    opened: str | None
    closed: str | None
    source: str
    row: int
    corrected: bool = False


@dataclass(frozen=True)
class SchoolHistory:
    """A school (BRIN or BRIN+vestiging) with its locations and its successions, oldest first."""

    code: str
    places: tuple[SchoolPlace, ...]
    earlier: tuple[Succession, ...]
    later: tuple[Succession, ...]
    names: Mapping[str, str]
    """Names of the codes in the successions, as far as a register knows them."""
    files: Mapping[str, KeptFile]
    """The files behind, by id."""

    def as_data(self) -> dict[str, Any]:
        """The history as JSON can hold it, with the file and line of each succession."""

        def told(entry: Succession) -> dict[str, Any]:
            kept = self.files.get(entry.file_id)
            return {
                "day": entry.day, "from": entry.old, "from_name": self.names.get(entry.old), "to": entry.new,
                "to_name": self.names.get(entry.new), "kind": entry.kind, "whole": entry.whole,
                "file": kept.name if kept else entry.file_id, "row": entry.row,
            }  # fmt: skip

        return {
            "school": self.code,
            "locations": [vars(place) for place in self.places],
            "earlier": [told(entry) for entry in self.earlier],
            "later": [told(entry) for entry in self.later],
        }


def school_history(release: Release, code: str) -> SchoolHistory:
    """The history of a BRIN or of a location in a release. Raises UnknownSchool."""
    wanted = code.strip().upper()
    if not re.fullmatch(r"[0-9]{2}[A-Z]{2}([0-9A-Z]{2})?", wanted):
        raise UnknownSchool(code)
    connection = connect(threads=1)
    try:
        graph = graph_of(connection, _paths(release, "successions"))
        found = tuple(_places(connection, release, wanted))
        own = {wanted, *(place.location for place in found)}
        earlier = tuple(sorted({entry for code in own for entry in graph.earlier(code)}))
        later = tuple(sorted({entry for code in own for entry in graph.later(code)}))
        if not (found or earlier or later):
            raise UnknownSchool(code)
        codes = {wanted} | {code for entry in (*earlier, *later) for code in (entry.old, entry.new)}
        names = _names(connection, release, codes)
    finally:
        connection.close()
    return SchoolHistory(wanted, found, earlier, later, names, {kept.file_id: kept for kept in release.manifest.files})


UNKNOWN_OPENING = "1900-01-01"
"""What DUO's register writes where it does not know the day (3,400 locations at once): no day that a school opened."""


def _paths(release: Release, table: str) -> list[Path]:
    files = [kept for kept in release.manifest.files if kept.table == table]
    return [release.folder / "inside" / table / f"{kept.file_id}.parquet" for kept in files]


def _places(connection: Connection, release: Release, code: str) -> list[SchoolPlace]:
    corrected = {(entry.location, entry.field): entry for entry in release.places.corrections}
    kept = {file.file_id: file.name for file in release.manifest.files}
    parts = [
        "SELECT location, name, town, postcode4, municipality, NULL AS opened, NULL AS closed, file_id, row,"
        f" register_date AS moment FROM read_parquet({parquet_list(paths)})"
        for table in ("vo_addresses", "po_addresses")
        if (paths := _paths(release, table))
    ]
    if paths := _paths(release, "location_register"):
        parts.append(
            "SELECT location, name, town, postcode4, NULL AS municipality, opened::VARCHAR, closed::VARCHAR, file_id,"
            f" row, '0' AS moment FROM read_parquet({parquet_list(paths)})"
        )
    if not parts:
        return []
    rows = connection.execute(
        f"SELECT * EXCLUDE (moment) FROM ({' UNION ALL '.join(parts)}) WHERE starts_with(location, {literal(code)})"
        " ORDER BY location, moment"
    ).fetchall()
    return [_place(row, kept, corrected) for row in rows]


def _place(
    row: tuple[Any, ...], kept: Mapping[str, str], corrected: Mapping[tuple[str, str], Correction]
) -> SchoolPlace:
    location, name, town, postcode, municipality, opened, closed, file_id, number = row
    opened = None if opened == UNKNOWN_OPENING else opened

    def mended(field: str, value: str | None) -> str | None:
        entry = corrected.get((location, field))
        return entry.value if entry else value

    touched = any(where == location for where, _ in corrected)
    return SchoolPlace(
        location, mended("name", name) or "", town, mended("postcode4", postcode),
        mended("municipality", municipality), opened, mended("closed", closed), kept.get(file_id, file_id), number,
        touched,
    )  # fmt: skip


def _names(connection: Connection, release: Release, codes: set[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    listed = ", ".join(literal(code) for code in sorted(codes))
    for table, column in (("brin_register", "brin"), ("location_register", "location")):
        if paths := _paths(release, table):
            query = f"SELECT {column}, name FROM read_parquet({parquet_list(paths)}) WHERE {column} IN ({listed})"
            names |= {code: name for code, name in connection.execute(query).fetchall() if name}
    return names
