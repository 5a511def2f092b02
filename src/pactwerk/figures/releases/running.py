"""Who runs the compiled steps of a build: DuckDB on the connection itself, or another engine beside it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from pactwerk.figures.releases.engine import Connection, fill
from pactwerk.figures.releases.observed import observe, observe_tidy
from pactwerk.figures.releases.writing import copy

VIEWS = ("facts", "tidy_facts", "stock_facts")
"""Steps that are read once or twice only; every other step is computed when it is made."""


class Run(Protocol):
    """The compiled steps over the tables of one connection, which reads the publishers' files and makes the reports."""

    connection: Connection

    @property
    def workers(self) -> int:
        """How many parts may be worked on at a time."""

    def text(self, name: str) -> str:
        """A compiled step as this engine reads it."""

    def observe(self, table: str, files: Sequence[Path], where: str = "") -> None:
        """Make the view of a school table over these files, an empty one when there are none."""

    def observe_tidy(
        self, files: Mapping[str, Sequence[Path]], where: Mapping[str, str], parts: Mapping[str, str]
    ) -> None:
        """Make the view of all observations of tidy tables; see `observed.observe_tidy`."""

    def fill(self, name: str, columns: dict[str, str], rows: Iterable[Sequence[object]]) -> None:
        """Make a small table."""

    def know(self, *names: str) -> None:
        """Take over small tables that were made on the connection."""

    def step(self, name: str) -> None:
        """Make the table of a compiled step."""

    def write(self, query: str, target: Path) -> None:
        """Write what a query in this engine's words gives as Parquet."""

    def part(self) -> "Run":
        """For the figures of one table: it sees every table made so far, and what it makes hides those of one name."""


Runner = Callable[[Connection, Mapping[str, str]], Run]
"""Makes a run for a connection and the steps in DuckDB's words."""


class InProcess:
    """The steps as statements on the connection; what a part makes is temporary, so parts may run side by side."""

    workers = 2

    def __init__(self, connection: Connection, statements: Mapping[str, str], *, temporary: bool = False) -> None:
        """Over what the connection knows."""
        self.connection = connection
        self._statements = statements
        self._temporary = temporary

    def text(self, name: str) -> str:
        """The statement."""
        return self._statements[name]

    def observe(self, table: str, files: Sequence[Path], where: str = "") -> None:
        """Make the view of a school table."""
        observe(self.connection, table, files, where, temporary=self._temporary)

    def observe_tidy(
        self, files: Mapping[str, Sequence[Path]], where: Mapping[str, str], parts: Mapping[str, str]
    ) -> None:
        """Make the view of tidy tables."""
        observe_tidy(self.connection, files, where, parts, temporary=self._temporary)

    def fill(self, name: str, columns: dict[str, str], rows: Iterable[Sequence[object]]) -> None:
        """Make a small table."""
        fill(self.connection, name, columns, rows, temporary=self._temporary)

    def know(self, *names: str) -> None:
        """Everything on the connection is known."""

    def step(self, name: str) -> None:
        """Run the statement."""
        kind = f"{'TEMP ' * self._temporary}{'VIEW' if name in VIEWS else 'TABLE'}"
        self.connection.execute(f'CREATE {kind} "{name}" AS {self._statements[name]}')

    def write(self, query: str, target: Path) -> None:
        """Write what a query gives."""
        copy(self.connection, query, target)

    def part(self) -> "InProcess":
        """The same on a connection of its own."""
        return InProcess(self.connection.cursor(), self._statements, temporary=True)
