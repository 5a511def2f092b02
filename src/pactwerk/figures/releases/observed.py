"""Staged observations as the tables that the compiled statements read."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Mapping, Sequence
from pathlib import Path

from pactwerk.figures.indicators.schemas import SCHEMAS, TIDY
from pactwerk.figures.releases.engine import Connection, fill, literal, parquet_list


def observe(
    connection: Connection, table: str, files: Sequence[Path], where: str = "", *, temporary: bool = False
) -> None:
    """Make a view of an observation table over these files, or an empty table when there are none."""
    if not files:
        fill(connection, table, SCHEMAS[table], temporary=temporary)
        return
    query = counted(table, f"read_parquet({parquet_list(files)})", where)
    connection.execute(f"CREATE {'TEMP ' * temporary}VIEW {table} AS {query}")


def counted(table: str, source: str, where: str = "") -> str:
    """The query for what counts of an observation table."""
    columns = ", ".join(f'"{name}"' for name in SCHEMAS[table])
    return f"SELECT {columns} FROM {source}{where and ' WHERE ' + where}"


def observe_tidy(
    connection: Connection,
    files: Mapping[str, Sequence[Path]],
    where: Mapping[str, str],
    parts: Mapping[str, str],
    *,
    temporary: bool = False,
) -> None:
    """Make the view of all observations of tidy tables; `where` says per table which of them count.

    `parts` gives the part of a file by its id, of files that are one municipality's: of its schools.
    """
    if not files:
        fill(connection, "tidy", SCHEMAS["tidy"], temporary=temporary)
        return
    sources = {table: f"read_parquet({parquet_list(paths)})" for table, paths in files.items()}
    connection.execute(f"CREATE {'TEMP ' * temporary}VIEW tidy AS {counted_tidy(sources, where, parts)}")


def counted_tidy(sources: Mapping[str, str], where: Mapping[str, str], parts: Mapping[str, str]) -> str:
    """The query for what counts of tidy tables, each read from its source."""
    columns = ", ".join(f'"{name}"' for name in TIDY)
    towns = [f"WHEN {literal(name)} THEN {literal(part)}" for name, part in parts.items() if part.startswith("GM")]
    part = f"CASE file_id {' '.join(towns)} END" if towns else "NULL::VARCHAR"
    selects = [
        f"SELECT {literal(table)} AS source_table, {part} AS part, {columns} FROM {source}"
        f" WHERE {where.get(table, 'true')}"
        for table, source in sources.items()
    ]
    return " UNION ALL ".join(selects)
