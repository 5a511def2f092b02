"""Apache Spark, in this machine or on a cluster, behind the same contract as DuckDB."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.engines.spark_files import parquet_of, text_of, written_to
from pactwerk.figures.engines.spark_session import application
from pactwerk.figures.engines.sql import compile_for_spark

TYPES = {
    "string": "STRING",
    "boolean": "BOOLEAN",
    "int8": "TINYINT",
    "int32": "INT",
    "int64": "BIGINT",
    "float64": "DOUBLE",
}
"""Spark's names of the types in `indicators.schemas`."""
_COLUMN_TYPES = {
    "string": "string", "boolean": "boolean", "date": "date", "timestamp": "timestamp", "timestamp_ntz": "timestamp",
    "double": "float64", "float": "float32", "tinyint": "int8", "smallint": "int16", "int": "int32", "bigint": "int64",
}  # fmt: skip
"""Spark's names of types in those of Ibis."""

_T = TypeVar("_T")


class SparkFault(ReadableError):
    """Spark stopped a statement. Its own message is not repeated: it may quote a value out of a person's row."""

    def __init__(self, condition: str) -> None:
        """Name the condition, as Spark's documentation lists them."""
        super().__init__(
            f"Spark heeft de berekening afgebroken ({condition}). Controleer of alle bestanden te lezen zijn en de"
            " kolommen de juiste soort hebben; met PACTWERK_ENGINE=duckdb rekent deze machine het uit.",
            f"Spark stopped the computation ({condition}). Check that all files can be read and that the columns have"
            " the right types; with PACTWERK_ENGINE=duckdb this machine computes it.",
        )
        self.condition = condition


class SparkEngine:
    """A session of its own on the Spark application of this process: its tables are seen by nobody else."""

    dialect = "pyspark"

    def __init__(self, *, memory_mb: int | None = None, spill: Path | None = None) -> None:
        """Open it, and start Spark when nobody did before. Raises NoSpark."""
        started = application(memory_mb, spill)
        compile_for_spark()
        self._session = _asked(started.newSession)
        self._kept: dict[str, Any] = {}
        self._named: set[str] = set()

    def read(self, name: str, paths: Sequence[Path | str]) -> None:
        """Name a view over Parquet files; a folder stands for the files in it, an address is read by the workers."""
        self._name(name, _asked(lambda: parquet_of(self._session, paths)))

    def read_text(self, name: str, paths: Sequence[Path | str], *, delimiter: str, encoding: str, header: bool) -> None:
        """Name a view over delimited text files."""
        self._name(name, _asked(lambda: text_of(self._session, paths, delimiter, encoding, header=header)))

    def columns(self, name: str) -> dict[str, str]:
        """Columns and their types, in the names of Ibis."""
        found = _asked(lambda: self._session.table(name).dtypes)
        return {column: _COLUMN_TYPES.get(kind) or _other(kind) for column, kind in found}

    def errors(self) -> tuple[type[Exception], ...]:
        """Faults of Spark, which quote nothing, and of the system."""
        return (SparkFault, OSError)

    def fill(self, name: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]] = ()) -> None:
        """Make a small table of these rows; they travel as one text, so that no worker needs Python."""
        shape = ", ".join(f"`{column}`: {TYPES[kind]}" for column, kind in columns.items())
        text = json.dumps([dict(zip(columns, row, strict=True)) for row in rows])
        query = f"SELECT inline(from_json(:rows, 'ARRAY<STRUCT<{shape}>>', map('mode', 'FAILFAST')))"
        self._name(name, _asked(lambda: self._session.sql(query, args={"rows": text})))

    def define(self, name: str, query: str, *, kept: bool = False) -> None:
        """Name what a query gives; kept, it is computed once and held by the workers, on disk when memory is short."""
        made = _asked(lambda: self._session.sql(query))
        if kept:
            made = made.persist()
            _asked(made.count)
        self._name(name, made)
        if kept:
            self._kept[name] = made

    def drop(self, name: str) -> None:
        """Forget a table and what it holds."""
        kept = self._kept.pop(name, None)
        if kept is not None:
            _asked(kept.unpersist)
        _asked(lambda: self._session.catalog.dropTempView(name))
        self._named.discard(name)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """All rows of a query, as DuckDB gives them."""
        return [tuple(map(_plain, row)) for row in _asked(lambda: self._session.sql(query).collect())]

    def write(self, query: str, target: Path) -> None:
        """Write what a query gives as one Parquet file; on a cluster the folder must be one that every worker sees."""
        half = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            made = _asked(lambda: self._session.sql(query).coalesce(1))
            _asked(lambda: made.write.parquet(written_to(half / "made")))
            (part,) = (half / "made").glob("part-*.parquet")
            part.replace(target)
        finally:
            shutil.rmtree(half, ignore_errors=True)

    def close(self) -> None:
        """Forget every table of this session; the application stays for the next one."""
        for name in sorted(self._named):
            self.drop(name)

    def _name(self, name: str, made: Any) -> None:
        # an earlier table of that name may be what this one is made from: it is let go of only now
        earlier = self._kept.pop(name, None)
        _asked(lambda: made.createOrReplaceTempView(name))
        self._named.add(name)
        if earlier is not None:
            _asked(earlier.unpersist)


def _other(kind: str) -> str:
    """A type that has no name of its own in the layout."""
    return "decimal" if kind.startswith("decimal") else "unknown"


def _plain(value: Any) -> Any:
    """A value as DuckDB gives it: whole decimals as int."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value


def _asked(ask: Callable[[], _T]) -> _T:
    """What Spark answers; its errors without what they quote. Raises SparkFault."""
    try:
        return ask()
    except Exception as error:  # pyspark and py4j have no common class
        if not type(error).__module__.startswith(("pyspark.", "py4j.")):
            raise
        condition = getattr(error, "getCondition", lambda: None)() or type(error).__name__
    # outside the handler: neither cause nor context of what is raised may carry Spark's message
    raise SparkFault(condition)
