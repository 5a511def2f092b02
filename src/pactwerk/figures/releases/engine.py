"""A thin adapter: runs compiled statements in DuckDB, in this process, on one connection."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

TYPES = {
    "string": "VARCHAR",
    "boolean": "BOOLEAN",
    "int8": "TINYINT",
    "int32": "INTEGER",
    "int64": "BIGINT",
    "float64": "DOUBLE",
}
"""The engine's names of the types in `indicators.schemas`."""


class Connection(Protocol):
    """What we use of a DuckDB connection (the package itself has no types)."""

    def execute(self, query: str, parameters: Sequence[object] | Mapping[str, object] = ...) -> "Connection":
        """Run a statement."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows of the last statement."""

    def cursor(self) -> "Connection":
        """A second connection to the same tables, for another thread; its temporary tables are its own."""

    def close(self) -> None:
        """Release the engine."""


def connect(threads: int | None = None) -> Connection:
    """A fresh in-memory engine, with one thread for a short question, else with one per core.

    The inner module imports in a third of the time of the `duckdb` package.
    """
    import _duckdb

    connection: Connection = _duckdb.connect(":memory:", config={"threads": threads} if threads else {})
    return connection


@cache
def _standing() -> Connection:
    return connect(threads=1)


def glance() -> Connection:
    """A cursor on an engine that stands ready, for a question that leaves no table behind.

    A fresh engine takes 15 ms, which is longer than most such questions.
    """
    return _standing().cursor()


def literal(value: object) -> str:
    """A constant as SQL text."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return repr(value)
    return "'" + str(value).replace("'", "''") + "'"


def fill(
    connection: Connection,
    name: str,
    columns: dict[str, str],
    rows: Iterable[Sequence[object]] = (),
    *,
    temporary: bool = False,
) -> None:
    """Make a small table with these rows; one statement, because DuckDB inserts single rows slowly.

    A temporary table belongs to its connection and hides a table of the same name.
    """
    head = ", ".join(f'"{column}" {TYPES[kind]}' for column, kind in columns.items())
    connection.execute(f'CREATE {"TEMP " * temporary}TABLE "{name}" ({head})')
    values = ", ".join("(" + ", ".join(literal(value) for value in row) + ")" for row in rows)
    if values:
        connection.execute(f'INSERT INTO "{name}" VALUES {values}')  # noqa: S608 -- our own constants, quoted


def parquet_list(paths: Iterable[Path]) -> str:
    """Files as the argument of `read_parquet`."""
    return "[" + ", ".join(literal(str(path)) for path in paths) + "]"


def engine_errors() -> tuple[type[Exception], ...]:
    """What disk and rights can do to a load: errors of the system, and of the engine while it writes."""
    import _duckdb

    return (OSError, _duckdb.Error)
