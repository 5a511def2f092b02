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
    columns = ", ".join(f'"{name}"' for name in SCHEMAS[table])
    source = f"read_parquet({parquet_list(files)})"
    connection.execute(
        f"CREATE {'TEMP ' * temporary}VIEW {table} AS SELECT {columns} FROM {source}{where and ' WHERE ' + where}"
    )


def observe_tidy(
    connection: Connection, files: Mapping[str, Sequence[Path]], where: Mapping[str, str], *, temporary: bool = False
) -> None:
    """Make the view of all observations of tidy tables; `where` says per table which of them count."""
    if not files:
        fill(connection, "tidy", SCHEMAS["tidy"], temporary=temporary)
        return
    columns = ", ".join(f'"{name}"' for name in TIDY)
    parts = [
        f"SELECT {literal(table)} AS source_table, {columns} FROM read_parquet({parquet_list(paths)})"
        f" WHERE {where.get(table, 'true')}"
        for table, paths in files.items()
    ]
    connection.execute(f"CREATE {'TEMP ' * temporary}VIEW tidy AS {' UNION ALL '.join(parts)}")
