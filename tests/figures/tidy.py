"""Observations of a tidy table made by hand, in the readers' one shape, and the figures that are built from them."""

from pathlib import Path
from typing import Any

import _duckdb

from pactwerk.figures.indicators.compiling import statements
from pactwerk.figures.indicators.schemas import TIDY
from pactwerk.figures.releases.building import Built, StagedFile, build
from pactwerk.figures.releases.engine import TYPES, literal

Observation = dict[str, Any]

PLAIN: Observation = {
    "file_id": "f" * 16,
    "period": "2019/20",
    "concept": "seat",
    "by_sex": False,
    "in_total": True,
    "suppressed": False,
    "status": "definitief",
}


def observation(
    row: int, municipality: str, measure: str, low: float, high: float | None = None, **more: Any
) -> Observation:
    """One observation; what is not said is null, `high` equal to `low`."""
    top = low if high is None else high
    place = {"municipality": municipality, "measure": measure, "low": low, "high": top, "suppressed": top != low}
    return {**dict.fromkeys(TIDY), **PLAIN, "row": row, **place, **more}


def staged(table: str, rows: list[Observation], path: Path, edition: str = "2019", **more: Any) -> StagedFile:
    """A file of these observations as a reader leaves it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    casts = ", ".join(f'"{name}"::{TYPES[kind]} AS "{name}"' for name, kind in TIDY.items())
    values = ", ".join("(" + ", ".join(literal(row[name]) for name in TIDY) + ")" for row in rows)
    names = ", ".join(f'"{name}"' for name in TIDY)
    connection = _duckdb.connect(":memory:")
    connection.execute(f"COPY (SELECT {casts} FROM (VALUES {values}) t({names})) TO {literal(str(path))}")
    connection.close()
    return StagedFile(table, edition, rows[0]["file_id"], path, **more)


def built(files: list[StagedFile], folder: Path) -> Built:
    """Build a release folder of these files."""
    return build(files, statements(), folder)


def figures(folder: Path, table: str, **wanted: object) -> list[dict[str, Any]]:
    """The ready figures of a table with their areas, of whole areas unless a breakdown is asked for."""
    public = folder / "public"
    ready, extents = public / "figures" / f"{table}.parquet", public / "extents.parquet"
    connection = _duckdb.connect(":memory:")
    try:
        found = connection.execute(
            f"SELECT f.*, e.area, e.municipality, e.province FROM {literal(str(ready))} f"
            f" JOIN {literal(str(extents))} e USING (extent) WHERE e.borders = ''"
        )
        names = [column[0] for column in found.description]
        rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    finally:
        connection.close()
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]
