"""The observations of a release, table by table, as the report reads them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pactwerk.figures.releases.engine import Connection, connect, parquet_list
from pactwerk.figures.releases.release import Release

_PERIODS = ("period", "register_date", "year")


@dataclass(frozen=True)
class Observed:
    """One table: its name, the query that reads it, its columns, and which of them is the period (None: none)."""

    table: str
    source: str
    columns: frozenset[str]
    period: str | None
    connection: Connection

    @property
    def tidy(self) -> bool:
        """Whether it has the one shape of observations."""
        return {"measure", "in_total", "by_sex", "weight"} <= self.columns

    def rows(self, select: str) -> list[tuple[Any, ...]]:
        """The rows of a query; `{source}` stands for the table and `{period}` for its period."""
        return self.connection.execute(select.format(source=self.source, period=self.period or "NULL")).fetchall()


@contextmanager
def observed(release: Release) -> Iterator[tuple[Observed, ...]]:
    """Every observed table of a release, by name."""
    connection = connect()
    try:
        yield tuple(_tables(release, connection))
    finally:
        connection.close()


def _tables(release: Release, connection: Connection) -> Iterator[Observed]:
    for table in sorted({kept.table for kept in release.manifest.files}):
        folder = release.folder / "inside" / table
        ids = (kept.file_id for kept in release.manifest.files if kept.table == table)
        paths = [path for path in (folder / f"{file_id}.parquet" for file_id in ids) if path.is_file()]
        if not paths:
            continue
        source = f"read_parquet({parquet_list(paths)}, union_by_name = true)"
        described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()  # noqa: S608 -- our own paths
        columns = frozenset(name for name, *_ in described)
        period = next((name for name in _PERIODS if name in columns), None)
        yield Observed(table, source, columns, period, connection)


Tables = tuple[Observed, ...]
Reader = Callable[[Release, Tables], Any]
