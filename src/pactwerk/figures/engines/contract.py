"""What the statistics engine asks of whatever runs its statements."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol


class Engine(Protocol):
    """One session on an engine. Tables are named by us; every foreign text passes `releases.engine.literal`.

    Column types are the names of `indicators.schemas` (`string`, `int32`, ...), the same for every engine.
    """

    dialect: str
    """The name that `ibis.to_sql` knows the engine by."""

    def read(self, name: str, paths: Sequence[Path | str]) -> None:
        """Name a view over Parquet files, folders of them or addresses in an object store; nothing is copied."""

    def read_text(self, name: str, paths: Sequence[Path | str], *, delimiter: str, encoding: str, header: bool) -> None:
        """Name a view over delimited text files, every column a `string`; without `header` the columns are `c0`, ...

        A folder stands for the `.csv` files in it. Columns are matched by their header.
        """

    def columns(self, name: str) -> dict[str, str]:
        """Columns of a table or view and their types in the names of Ibis (`string`, `int64`, `date`, ...).

        A decimal of any size is `decimal`; what is no single value of such a type (a list, a record) is `unknown`.
        """

    def errors(self) -> tuple[type[Exception], ...]:
        """What the engine raises on what it cannot read or hold; their texts may quote data and are never shown."""

    def fill(self, name: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]] = ()) -> None:
        """Make a small table of these rows."""

    def define(self, name: str, query: str, *, kept: bool = False) -> None:
        """Name what a query gives, replacing an earlier table of that name; `kept` computes it now and once."""

    def drop(self, name: str) -> None:
        """Forget a table and what it holds; an unknown name is no error."""

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """All rows of a query, as Python values."""

    def write(self, query: str, target: Path) -> None:
        """Write what a query gives as one Parquet file."""

    def close(self) -> None:
        """Release the session."""
