"""DuckDB in the process, one connection per thread, and the few ways in which the readers speak to it."""

import secrets
import threading
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import _duckdb as duckdb

EngineError = duckdb.Error
# What a full disk or a folder without permission raises while writing: the machine's fault, never the file's.
DiskError = duckdb.IOException
MOST_WORDS = 5_000
_local = threading.local()


def connection() -> Any:
    """This thread's connection to the one engine; its temporary tables are its own."""
    found = getattr(_local, "connection", None)
    if found is None:
        found = _local.connection = _engine().cursor()
    return found


@cache
def _engine() -> Any:
    """The process's engine. One engine thread: the files are small, callers read several at a time instead."""
    return duckdb.connect(":memory:", config={"threads": 1, "autoinstall_known_extensions": False})


def literal(text: object) -> str:
    """A text as SQL literal; None is NULL."""
    if text is None:
        return "NULL"
    return "'" + str(text).replace("'", "''") + "'"


def rows(sql: str) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    found: list[tuple[Any, ...]] = connection().execute(sql).fetchall()
    return found


def values(name: str, columns: list[str], table: list[tuple[object, ...]]) -> str:
    """A small table as SQL: `(VALUES ...) name(columns)`, typed by its first row; NULLs there are text.

    Casting every cell would double the text, and parsing is what reading a small file costs most.
    """
    shown = [_typed, _plain]
    body = ", ".join("(" + ", ".join(map(shown[place > 0], row)) + ")" for place, row in enumerate(table))
    if not body:
        body = "(" + ", ".join("NULL::VARCHAR" for _ in columns) + ")"
    return f"(VALUES {body}) {name}({', '.join(columns)})"


def coded(name: str, columns: list[str], table: list[tuple[object, ...]]) -> str:
    """A small table of words and codes as SQL: `word`, and `text` and the codes as enumerations."""
    names = ["word", *columns]
    typed = [f"{column}::{enum(row[place] for row in table)} AS {column}" for place, column in enumerate(columns, 1)]
    texts = enum(row[0] for row in table)
    source = values("coded", names, table)
    return f"(SELECT word, word::{texts} AS text, {', '.join(typed)} FROM {source}) {name}"  # noqa: S608


def repeated(words: Sequence[str | None]) -> str:
    """A list of words, one per repeated column, as SQL list of an enumeration."""
    return f"[{', '.join(literal(word) for word in words)}]::{enum(words)}[]"


def _typed(cell: object) -> str:
    if isinstance(cell, int):
        return str(cell)
    return f"{literal(cell)}::VARCHAR"


def _plain(cell: object) -> str:
    return str(cell) if isinstance(cell, int) else literal(cell)


def enum(words: Iterable[object]) -> str:
    """A type for a column with few distinct texts; written to Parquet it is text again, at a fraction of the time."""
    distinct = sorted({str(word) for word in words if word is not None})
    if not distinct or len(distinct) > MOST_WORDS:
        return "VARCHAR"
    return f"ENUM({', '.join(literal(word) for word in distinct)})"


def write_parquet(sql: str, target: Path) -> int:
    """Write a query's rows to a Parquet file, which appears when it is whole; the number of rows."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(f".{secrets.token_hex(4)}.part")
    try:
        counted = rows(f"COPY ({sql}) TO {literal(part)} (FORMAT parquet)")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return int(counted[0][0])


def drop_raw() -> None:
    """Forget the staged table."""
    connection().execute("DROP TABLE IF EXISTS raw")
