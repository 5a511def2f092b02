"""What the place statements join: postcode tables, spots of tidy tables, registers, corrections and rules of areas."""

# ruff: noqa: S608  -- SQL over our own names and constants; every foreign text passes engine.literal

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

from pactwerk.basis.places import entered_areas
from pactwerk.basis.places.divisions import COROP, RPA
from pactwerk.figures.indicators import reference_tables
from pactwerk.figures.indicators.schemas import SCHEMAS
from pactwerk.figures.releases.corrections import Correction
from pactwerk.figures.releases.engine import Connection, fill, literal, parquet_list
from pactwerk.figures.releases.fallbacks import fallbacks
from pactwerk.figures.releases.observed import observe
from pactwerk.figures.releases.recoding import Redivisions, inherited

PLACE_STEPS = ("located", "redrawn", "places", "signatures", "membership", "extents", "holds")
"""The statements about places, in the order in which they are to be run."""

TABLES = (
    *("postcodes", "border_years", "followed", "municipalities", "rules", "corrections", "divisions", "fallbacks"),
)
"""What `fill_places` makes."""


class Staged(Protocol):
    """What is needed of a staged file."""

    @property
    def table(self) -> str:
        """Its table."""

    @property
    def edition(self) -> str:
        """Its edition."""

    @property
    def file_id(self) -> str:
        """Its id."""

    @property
    def path(self) -> Path:
        """Its Parquet file."""


def fill_places(
    connection: Connection, staged: Sequence[Staged], corrections: Sequence[Correction] = ()
) -> Redivisions:
    """Make every table that the place statements read, besides the observations and addresses themselves."""
    files = [file for file in staged if file.table == "postcodes"]
    newest = {file.edition: file for file in sorted(files, key=lambda file: file.file_id)}
    observe(connection, "postcodes", [file.path for file in newest.values()])
    redivisions = Redivisions(_tables(connection))
    years = redivisions.years
    fill(connection, "border_years", SCHEMAS["border_years"], [(str(year),) for year in years])
    _followed(connection, redivisions)
    fill(connection, "municipalities", SCHEMAS["municipalities"], reference_tables.municipalities())
    fill(connection, "rules", SCHEMAS["rules"], reference_tables.rules(redivisions.codes))
    fill(connection, "corrections", SCHEMAS["corrections"], _mended(corrections))
    _divisions(connection, staged)
    fill(connection, "fallbacks", SCHEMAS["fallbacks"], fallbacks(connection, staged))
    return redivisions


def _followed(connection: Connection, redivisions: Redivisions) -> None:
    """Some thousands of rows: as lists they are read ten times as fast as one by one."""
    fill(connection, "followed", SCHEMAS["followed"])
    columns = [list(column) for column in zip(*redivisions.followed(), strict=True)]
    if columns:
        connection.execute("INSERT INTO followed SELECT unnest(?), unnest(?), unnest(?), unnest(?)", columns)


def _tables(connection: Connection) -> dict[int, dict[str, str]]:
    tables: dict[int, dict[str, str]] = {}
    for year, postcode, code in connection.execute("SELECT year, postcode4, municipality FROM postcodes").fetchall():
        tables.setdefault(int(year), {})[postcode] = code
    return tables


def _mended(corrections: Sequence[Correction]) -> list[tuple[str | None, ...]]:
    """Per corrected location its municipality, its postcode, and the month from which it is closed."""
    found: dict[str, dict[str, str]] = {}
    for entry in corrections:
        found.setdefault(entry.location, {})[entry.field] = entry.value
    columns = ("municipality", "postcode4")
    return [
        (location, *(said.get(name) for name in columns), said["closed"][:7] if "closed" in said else None)
        for location, said in found.items()
    ]


def _divisions(connection: Connection, staged: Sequence[Staged]) -> None:
    """The COROP and RPA area of a municipality, by name, for rows without an address of their own."""
    files = sorted((file for file in staged if file.table == "area_codes"), key=lambda file: file.edition)
    said: dict[str, tuple[str | None, str | None]] = {}
    for file in files:
        source = f"read_parquet({literal(str(file.path))})"
        query = f"SELECT code, corop, rpa FROM {source} WHERE kind = 'gemeente'"
        for code, corop, rpa in connection.execute(query).fetchall():
            said[code] = (COROP.get(corop, corop), RPA.get(rpa, rpa))
    later = inherited(said)
    for code, corop in _today(connection, staged):
        said.setdefault(code, (COROP.get(corop, corop), later.get(code, (None, None))[1]))
    fill(connection, "divisions", SCHEMAS["divisions"], [(code, *names) for code, names in inherited(said).items()])


def _today(connection: Connection, staged: Sequence[Staged]) -> list[tuple[str, str]]:
    """Municipality and COROP area as the register of localities has them, for municipalities of later years."""
    paths = [file.path for file in staged if file.table == "localities"]
    if not paths:
        return []
    query = f"SELECT DISTINCT municipality, corop FROM read_parquet({parquet_list(paths)}) WHERE corop IS NOT NULL"
    rows: list[tuple[str, str]] = connection.execute(query).fetchall()
    return rows


def write(
    connection: Connection, folder: Path, redivisions: Redivisions, corrections: Sequence[Correction] = ()
) -> None:
    """Write what a release keeps of places: for explaining, for reading, and the recodings in force."""
    inside = folder / "inside" / "facts"
    areas = (
        "SELECT DISTINCT m.area, m.borders, m.since, m.until, m.signature, s.municipality, s.province"
        " FROM membership m JOIN signatures s USING (signature, borders) WHERE m.parts = 0 ORDER BY m.area"
    )
    extents = (
        "SELECT area, borders, nullif(since, '') AS since, nullif(until, '') AS until,"
        " nullif(municipality, '') AS municipality, nullif(province, '') AS province, extent"
        " FROM extents ORDER BY borders, area"
    )
    changes = list(redivisions.changes())
    columns = {"year": "int32", "old": "string", "new": "string", "postcodes": "int32", "of": "int32",
               "whole": "boolean"}  # fmt: skip
    fill(connection, "recodings", columns, changes)
    for target, query in {
        inside / "places.parquet": "SELECT * EXCLUDE (course) FROM places ORDER BY signature",
        inside / "areas.parquet": areas,
        folder / "public" / "extents.parquet": extents,
        folder
        / "inside"
        / "recodings.parquet": 'SELECT *, postcodes / "of" AS share FROM recodings ORDER BY year, old',
    }.items():
        connection.execute(f"COPY ({query}) TO {literal(str(target))} (FORMAT parquet)")
    report = {
        "years": redivisions.years,
        "changes": changes,
        "unplaced": _unplaced(connection),
        "by_way": _ways(connection),
        "corrections": [asdict(entry) for entry in corrections],
        "areas": sorted(entered_areas()),
    }
    text = json.dumps(report, ensure_ascii=False)
    (folder / "inside" / "places.json").write_text(text, encoding="utf-8")


def _ways(connection: Connection) -> list[tuple[object, ...]]:
    """Per table and period how many spots were placed by which way: the file, an address, a register, a correction."""
    return connection.execute(
        "SELECT source_table, period, coalesce(how, '') AS how, count(*) FROM places GROUP BY ALL ORDER BY ALL"
    ).fetchall()


def _unplaced(connection: Connection) -> list[tuple[object, ...]]:
    """Per table, period and borders year the spots that lie in no municipality then, or in none at all ('')."""
    return connection.execute(
        "SELECT source_table, period, borders, count(*) AS spots, list(location ORDER BY location)[:100] AS listed"
        " FROM places p JOIN signatures s USING (signature) WHERE s.municipality IS NULL"
        " AND p.source_table <> 'po_addresses' GROUP BY ALL ORDER BY ALL"
    ).fetchall()
