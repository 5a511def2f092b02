"""Staged observations as the tables that the compiled statements read."""

from collections.abc import Sequence
from pathlib import Path

from pactwerk.figures.indicators.schemas import SCHEMAS
from pactwerk.figures.releases.engine import Connection, fill, parquet_list

FACTS = "facts.sql"
"""The statement that makes the facts of a release; explaining a figure runs it again for what was asked."""


def observe(connection: Connection, table: str, files: Sequence[Path], where: str = "") -> None:
    """Make a view of an observation table over these files, or an empty table when there are none."""
    if not files:
        fill(connection, table, SCHEMAS[table], [])
        return
    columns = ", ".join(f'"{name}"' for name in SCHEMAS[table])
    source = f"read_parquet({parquet_list(files)})"
    connection.execute(f"CREATE VIEW {table} AS SELECT {columns} FROM {source}{where}")  # noqa: S608 -- our own names
