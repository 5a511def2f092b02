"""From staged observations to the tables of a release: facts, areas, ready figures, and what could not be matched."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pactwerk.figures.indicators.families import SCHOOL_TABLES
from pactwerk.figures.indicators.stock_ratio import STOCKS
from pactwerk.figures.releases import placing, references
from pactwerk.figures.releases.corrections import Correction
from pactwerk.figures.releases.engine import Connection, connect, literal
from pactwerk.figures.releases.origin import Origin, StagedFile
from pactwerk.figures.releases.origins import (
    editions_side_by_side,
    generation,
    is_tidy,
    origins_of,
    periods,
    selection,
)
from pactwerk.figures.releases.parts import INCOMPLETE, Gaps, gaps, lacking_tables
from pactwerk.figures.releases.quality import match_quality
from pactwerk.figures.releases.recoding import Redivisions
from pactwerk.figures.releases.running import InProcess, Run, Runner
from pactwerk.figures.releases.stock_figures import write_stocks
from pactwerk.figures.releases.writing import copy, write_inside
from pactwerk.figures.texts import Text

__all__ = ["Built", "StagedFile", "build"]

_SCHOOL_STEPS = ("facts", "cells", "rolled", "offers", "boards")
_TIDY_STEPS = ("tidy_chosen", "tidy_facts", "tidy_cells", "tidy_rolled", "tidy_values")


@dataclass(frozen=True)
class Built:
    """What the engine made besides the tables themselves."""

    periods: Mapping[str, tuple[str, ...]]
    quality: Mapping[str, Any]
    warnings: tuple[Text, ...]
    origins: tuple[Origin, ...] = ()
    gaps: Gaps = field(default_factory=dict)


@dataclass(frozen=True)
class Work:
    """One run over what counted at one moment: which periods of which files, and where the figures go."""

    staged: Sequence[StagedFile]
    every: Sequence[Origin]
    origins: Sequence[Origin]
    folder: Path
    corrections: Sequence[Correction] = ()
    gaps: Gaps = field(default_factory=dict)

    def files(self, table: str) -> list[Path]:
        """The observations of a table."""
        return [file.path for file in self.staged if file.table == table]

    def where(self, table: str) -> str:
        """The condition that leaves what counts of a table; empty when all of it does."""
        counted = [origin for origin in self.origins if origin.table == table]
        all_of_it = len(counted) == sum(origin.table == table for origin in self.every)
        return "" if all_of_it else selection(table, counted)

    @property
    def tidy(self) -> tuple[str, ...]:
        """The tidy tables that have a period in this run."""
        return tuple(dict.fromkeys(origin.table for origin in self.origins if is_tidy(origin.table)))


def build(
    staged: Sequence[StagedFile],
    statements: Mapping[str, str],
    folder: Path,
    corrections: Sequence[Correction] = (),
    runner: Runner = InProcess,
) -> Built:
    """Compute every indicator from the staged files and write `inside/facts` and `public`.

    The steps run where the runner runs them; reading, reports and explaining are DuckDB's.
    """
    public = folder / "public" / "figures"
    public.mkdir(parents=True)
    (folder / "inside" / "facts").mkdir(parents=True)
    connection = connect()
    try:
        run = runner(connection, statements)
        every = origins_of(connection, staged)
        newest = [origin for origin in every if not origin.superseded]
        now = Work(staged, every, newest, public, corrections)
        redivisions = _prepare(run, now)
        now = replace(now, gaps=gaps(connection, newest, now.tidy))
        parts = [(run.part(), table) for table in (*SCHOOL_TABLES, STOCKS, *now.tidy)]
        with ThreadPoolExecutor(max_workers=run.workers) as pool:
            done = [pool.submit(_figures, part, table, now) for part, table in parts]
            placing.write(connection, folder, redivisions, corrections)
            write_inside(connection, folder, statements)
            quality, remarks = match_quality(connection)
            for part in done:
                part.result()
    finally:
        connection.close()
    _superseded(now, lambda connection: runner(connection, statements))
    return Built(periods(every), quality, (*editions_side_by_side(every), *remarks), every, now.gaps)


def _prepare(run: Run, work: Work) -> Redivisions:
    """Observations, reference tables and the steps that need every table."""
    connection = run.connection
    connection.execute("SET enable_progress_bar = false")
    for table in (*SCHOOL_TABLES, "vo_addresses"):
        run.observe(table, work.files(table), work.where(table))
    _observe_tidy(run, work, work.tidy)
    references.fill_all(connection, work.origins)
    references.fill_areas(connection)
    run.know(*references.TABLES)
    run.step("spots")
    redivisions = placing.fill_places(connection, work.staged, work.corrections)
    run.know(*placing.TABLES)
    for name in (*placing.PLACE_STEPS, "facts"):
        run.step(name)
    references.name_areas(connection)
    run.know("extents")
    return redivisions


def _observe_tidy(run: Run, work: Work, tables: Sequence[str]) -> None:
    files = {table: work.files(table) for table in tables}
    chosen = {table: work.where(table) or "true" for table in tables}
    run.observe_tidy(files, chosen, {file.file_id: file.part for file in work.staged})


def _figures(run: Run, table: str, work: Work) -> None:
    """Write the figures that come from one table, by the same statements, the other tables being empty."""
    target = work.folder / f"{table}.parquet"
    if table not in (*SCHOOL_TABLES, STOCKS):
        _observe_tidy(run, work, [table])
        _steps(run, _TIDY_STEPS)
        run.write(_complete(run, table, work), target)
        return
    for other in SCHOOL_TABLES:
        seen = table in (other, STOCKS)
        run.observe(other, work.files(other) if seen else (), work.where(other) if seen else "")
    if table == STOCKS:
        write_stocks(run, target)
        return
    _steps(run, _SCHOOL_STEPS)
    run.write(run.text("figures"), target)


def _complete(run: Run, table: str, work: Work) -> str:
    """The figures of a tidy table without those of areas of which a file is missing."""
    figures, lacking = run.text("tidy_figures"), work.gaps.get(table, {})
    if not lacking:
        return figures
    for name, (columns, rows) in lacking_tables(lacking).items():
        run.fill(name, columns, rows)
    return f"SELECT f.* FROM ({figures}) f ANTI JOIN ({INCOMPLETE}) USING (period, extent)"


def _steps(run: Run, steps: Sequence[str]) -> None:
    for name in steps:
        run.step(name)


def _superseded(now: Work, runs: Callable[[Connection], Run]) -> None:
    """Write what older publication editions said, per table, by the same statements over only what they cover."""
    made: dict[str, list[Path]] = {}
    for age in range(1, 1 + max((origin.superseded for origin in now.every), default=0)):
        older = replace(now, origins=generation(now.every, age), folder=now.folder / f"older-{age}")
        older.folder.mkdir()
        for path in _older(older, runs):
            made.setdefault(path.stem, []).append(path)
    connection = connect(threads=1)
    try:
        for table, paths in made.items():
            query = " UNION ALL BY NAME ".join(f"FROM {literal(str(path))}" for path in paths)
            copy(connection, query, now.folder / f"{table}-superseded.parquet")
    finally:
        connection.close()
    for folder in now.folder.glob("older-*"):
        shutil.rmtree(folder)


def _older(work: Work, runs: Callable[[Connection], Run]) -> list[Path]:
    """The figures of one age, each with its area, its edition and since when it is known."""
    connection = connect()
    written = []
    try:
        run = runs(connection)
        _prepare(run, work)
        work = replace(work, gaps=gaps(connection, work.origins, work.tidy))
        references.fill_editions(connection, work.origins)
        for table in dict.fromkeys(origin.table for origin in work.origins):
            _figures(run.part(), table, work)
            query = (
                "SELECT f.* EXCLUDE (extent), e.area, e.borders, nullif(e.since, '') AS since,"
                " nullif(e.until, '') AS until, nullif(e.municipality, '') AS municipality,"
                " nullif(e.province, '') AS province, d.publication_edition, d.known_at"
                f" FROM {literal(str(work.folder / f'{table}.parquet'))} f JOIN extents e USING (extent)"
                f" JOIN editions d ON d.source_table = {literal(table)} AND d.period = f.period"
            )
            written.append(work.folder / "placed" / f"{table}.parquet")
            written[-1].parent.mkdir(exist_ok=True)
            copy(connection, query, written[-1])
    finally:
        connection.close()
    return written
