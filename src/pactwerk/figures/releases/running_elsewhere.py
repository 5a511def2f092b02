"""The compiled steps on another engine than DuckDB, over the same Parquet files; files are handed to and fro.

DuckDB still reads the publishers' files into observations and makes the reports of a release. The engine reads those
observations itself. What both need (where locations lie) is written once as Parquet and read by both.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from pactwerk.figures.engines import Engine, chosen_engine, chosen_name
from pactwerk.figures.indicators.compiling import kept_statements
from pactwerk.figures.indicators.schemas import SCHEMAS
from pactwerk.figures.releases.engine import Connection, literal
from pactwerk.figures.releases.observed import counted, counted_tidy, observe, observe_tidy
from pactwerk.figures.releases.placing import PLACE_STEPS
from pactwerk.figures.releases.running import VIEWS, InProcess, Runner
from pactwerk.figures.releases.writing import copy

_SHARED = ("spots", *PLACE_STEPS)
"""Steps whose tables the reports and the reference tables are made from too."""
_DIALECTS = {"pyspark": "spark"}
"""Names of Ibis for engines that sqlglot calls otherwise."""


@contextmanager
def chosen_runner(compiled: Path, folder: Path) -> Iterator[Runner]:
    """The runner of the setting; `compiled` keeps the steps as text, `folder` what is handed to and fro.

    Raises UnknownEngine and NoSpark.
    """
    if chosen_name() == "duckdb":
        yield InProcess
        return
    engine = chosen_engine()
    try:
        yield runner_on(engine, kept_statements(compiled, engine.dialect), folder)
    finally:
        engine.close()


def runner_on(engine: Engine, texts: Mapping[str, str], folder: Path) -> Runner:
    """Runs on this engine, by the steps in its own words; every worker of it must see `folder`."""
    numbers = count(1)

    def run(connection: Connection, statements: Mapping[str, str]) -> Elsewhere:
        own = folder / str(next(numbers))
        own.mkdir(parents=True)
        return Elsewhere(connection, statements, engine, texts, own)

    return run


class Elsewhere:
    """The steps on an engine; its parts share one set of names and run one after the other."""

    workers = 1

    def __init__(
        self,
        connection: Connection,
        statements: Mapping[str, str],
        engine: Engine,
        texts: Mapping[str, str],
        folder: Path,
    ) -> None:
        """Over what the connection knows and is told to hand over; `folder` must be seen by every worker."""
        self.connection = connection
        self._statements = statements
        self._engine = engine
        self._texts = texts
        self._folder = folder
        self._in_part = False
        self._numbers = count(1)

    def text(self, name: str) -> str:
        """The statement in the engine's words."""
        return self._texts[name]

    def observe(self, table: str, files: Sequence[Path], where: str = "") -> None:
        """Make the view of a school table, for the reports too when it is not of a part."""
        if not self._in_part:
            observe(self.connection, table, files, where)
        if not files:
            self._engine.fill(table, SCHEMAS[table])
            return
        self._engine.read(f"{table}_files", files)
        self._engine.define(table, self._said(counted(table, f"{table}_files", where)))

    def observe_tidy(
        self, files: Mapping[str, Sequence[Path]], where: Mapping[str, str], parts: Mapping[str, str]
    ) -> None:
        """Make the view of tidy tables, for the reports too when it is not of a part."""
        if not self._in_part:
            observe_tidy(self.connection, files, where, parts)
        for table, paths in files.items():
            self._engine.read(f"{table}_files", paths)
        if not files:
            self._engine.fill("tidy", SCHEMAS["tidy"])
            return
        sources = {table: f"{table}_files" for table in files}
        self._engine.define("tidy", self._said(counted_tidy(sources, where, parts)))

    def fill(self, name: str, columns: dict[str, str], rows: Iterable[Sequence[object]]) -> None:
        """Make a small table."""
        self._engine.fill(name, columns, rows)

    def know(self, *names: str) -> None:
        """Write tables of the connection, and read them on the engine."""
        for name in names:
            path = self._file(name)
            copy(self.connection, f'FROM "{name}"', path)
            self._engine.read(name, [path])

    def step(self, name: str) -> None:
        """Run the statement on the engine."""
        if name in _SHARED:
            path = self._file(name)
            self._engine.write(self._texts[name], path)
            self._engine.read(name, [path])
            self.connection.execute(f'CREATE TABLE "{name}" AS FROM {literal(str(path))}')
            return
        self._engine.define(name, self._texts[name], kept=name not in VIEWS)
        if name == "facts" and not self._in_part:
            # the report of what could not be placed asks for a handful of facts
            InProcess(self.connection, self._statements).step(name)

    def write(self, query: str, target: Path) -> None:
        """Write what a query gives."""
        self._engine.write(query, target)

    def part(self) -> "Elsewhere":
        """The same without the connection."""
        part = Elsewhere(self.connection, self._statements, self._engine, self._texts, self._folder)
        part._in_part = True
        return part

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}-{next(self._numbers)}.parquet"

    def _said(self, query: str) -> str:
        """A query of ours in the engine's words: names and texts are quoted otherwise."""
        import sqlglot

        dialect = _DIALECTS.get(self._engine.dialect, self._engine.dialect)
        return str(sqlglot.transpile(query, read="duckdb", write=dialect)[0])
