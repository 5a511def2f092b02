"""DuckDB in this process."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes literal

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pactwerk.figures.releases.engine import connect, fill, literal, parquet_list


class DuckEngine:
    """A fresh in-memory DuckDB; it spills to `spill` when memory runs short."""

    dialect = "duckdb"

    def __init__(self, *, threads: int | None = None, memory_mb: int | None = None, spill: Path | None = None) -> None:
        """Open it; without `memory_mb` it takes what DuckDB takes, most of the machine."""
        self.connection = connect(threads)
        if memory_mb:
            self.connection.execute(f"SET memory_limit = '{memory_mb}MB'")
        if spill:
            self.connection.execute(f"SET temp_directory = {literal(str(spill))}")

    def read(self, name: str, paths: Sequence[Path | str]) -> None:
        """Name a view over Parquet files; a folder stands for the Parquet files in it."""
        files = [path / "*.parquet" if path.is_dir() else path for path in map(Path, paths)]
        self.connection.execute(f'CREATE OR REPLACE VIEW "{name}" AS FROM read_parquet({parquet_list(files)})')

    def fill(self, name: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]] = ()) -> None:
        """Make a small table of these rows."""
        self.drop(name)
        fill(self.connection, name, dict(columns), rows)

    def define(self, name: str, query: str, *, kept: bool = False) -> None:
        """Name what a query gives."""
        self.drop(name)
        self.connection.execute(f'CREATE {"TABLE" if kept else "VIEW"} "{name}" AS {query}')

    def drop(self, name: str) -> None:
        """Forget a table or a view."""
        found = self.connection.execute(
            f"SELECT table_type FROM information_schema.tables WHERE table_name = {literal(name)}"
        ).fetchall()
        for (kind,) in found:
            self.connection.execute(f'DROP {"VIEW" if kind == "VIEW" else "TABLE"} "{name}"')

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return self.connection.execute(query).fetchall()

    def write(self, query: str, target: Path) -> None:
        """Write what a query gives as one Parquet file."""
        self.connection.execute(f"COPY ({query}) TO {literal(str(target))} (FORMAT parquet)")

    def close(self) -> None:
        """Release the engine."""
        self.connection.close()
