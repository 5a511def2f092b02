"""DuckDB in this process."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pactwerk.figures.releases.engine import connect, engine_errors, fill, literal, parquet_list

_TYPES = {
    "VARCHAR": "string", "BOOLEAN": "boolean", "DATE": "date", "TIMESTAMP": "timestamp", "DOUBLE": "float64",
    "FLOAT": "float32", "TINYINT": "int8", "SMALLINT": "int16", "INTEGER": "int32", "BIGINT": "int64",
    "UTINYINT": "uint8", "USMALLINT": "uint16", "UINTEGER": "uint32", "UBIGINT": "uint64",
}  # fmt: skip
"""DuckDB's names of types in those of Ibis."""


def _files(paths: Sequence[Path | str], suffix: str) -> list[Path]:
    """The files themselves; of a folder the files with this ending."""
    found: list[Path] = []
    for path in map(Path, paths):
        found += sorted(path.rglob(f"*{suffix}")) if path.is_dir() else [path]
    return found


class DuckEngine:
    """A fresh in-memory DuckDB; when memory runs short it spills to `spill`, else to a folder of its own.

    Left to itself DuckDB spills into the working folder. Its own folder only the user may read, and it goes at `close`.
    """

    dialect = "duckdb"

    def __init__(self, *, threads: int | None = None, memory_mb: int | None = None, spill: Path | None = None) -> None:
        """Open it; without `memory_mb` it takes what DuckDB takes, most of the machine."""
        self.connection = connect(threads)
        self._made: dict[str, str] = {}  # name -> TABLE or VIEW; asking the engine takes as long as a small query
        # every view over a file would read its footer again; DuckDB looks at the time of change of the file
        self.connection.execute("SET parquet_metadata_cache = true")
        if memory_mb:
            self.connection.execute(f"SET memory_limit = '{memory_mb}MB'")
        self._own = None if spill else tempfile.TemporaryDirectory(prefix="pactwerk-")
        folder = spill or (self._own.name if self._own else "")
        self.connection.execute(f"SET temp_directory = {literal(str(folder))}")

    def read(self, name: str, paths: Sequence[Path | str]) -> None:
        """Name a view over Parquet files; a folder stands for the Parquet files in it, however deep."""
        files = _files(paths, ".parquet")
        union = ", union_by_name = true" if len(files) > 1 else ""
        self.define(name, f"FROM read_parquet({parquet_list(files)}{union})")

    def read_text(self, name: str, paths: Sequence[Path | str], *, delimiter: str, encoding: str, header: bool) -> None:
        """Name a view over delimited text files."""
        files = _files(paths, ".csv")
        options = f"delim = {literal(delimiter)}, encoding = {literal(encoding)}, header = {literal(header)}"
        if header:
            # without `skip` a row of another length makes DuckDB take that row for the header and drop all before it
            options += ", union_by_name = true, quote = '\"', escape = '\"', skip = 0, strict_mode = true"
        else:
            options += ", columns = {'c0': 'VARCHAR'}, auto_detect = false, quote = '', escape = ''"
        self.define(name, f"FROM read_csv({parquet_list(files)}, {options}, all_varchar = true, null_padding = false)")

    def columns(self, name: str) -> dict[str, str]:
        """Columns and their types, in the names of Ibis."""
        found = self.connection.execute(f'DESCRIBE "{name}"').fetchall()
        return {row[0]: _TYPES.get(row[1], "decimal" if row[1].startswith("DECIMAL") else "unknown") for row in found}

    def errors(self) -> tuple[type[Exception], ...]:
        """Errors of DuckDB and of the system."""
        return engine_errors()

    def fill(self, name: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]] = ()) -> None:
        """Make a small table of these rows."""
        self.drop(name)
        fill(self.connection, name, dict(columns), rows)
        self._made[name] = "TABLE"

    def define(self, name: str, query: str, *, kept: bool = False) -> None:
        """Name what a query gives."""
        self.drop(name)
        kind = "TABLE" if kept else "VIEW"
        self.connection.execute(f'CREATE {kind} "{name}" AS {query}')
        self._made[name] = kind

    def drop(self, name: str) -> None:
        """Forget a table or a view."""
        kind = self._made.pop(name, None)
        if kind:
            self.connection.execute(f'DROP {kind} IF EXISTS "{name}"')

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return self.connection.execute(query).fetchall()

    def write(self, query: str, target: Path) -> None:
        """Write what a query gives as one Parquet file."""
        self.connection.execute(f"COPY ({query}) TO {literal(str(target))} (FORMAT parquet)")

    def close(self) -> None:
        """Release the engine."""
        self.connection.close()
        if self._own:
            self._own.cleanup()
