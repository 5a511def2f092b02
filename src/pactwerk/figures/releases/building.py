"""From staged observations to the tables of a release: facts, areas, ready figures, and what could not be matched."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pactwerk.figures.indicators.families import SCHOOL_TABLES
from pactwerk.figures.indicators.schemas import SCHEMAS
from pactwerk.figures.indicators.stock_ratio import STOCKS
from pactwerk.figures.releases import placing, references
from pactwerk.figures.releases.corrections import Correction
from pactwerk.figures.releases.engine import Connection, connect, fill, literal
from pactwerk.figures.releases.observed import observe, observe_tidy
from pactwerk.figures.releases.origin import Origin, StagedFile
from pactwerk.figures.releases.origins import (
    editions_side_by_side,
    generation,
    is_tidy,
    origins_of,
    periods,
    selection,
)
from pactwerk.figures.releases.parts import INCOMPLETE, Gaps, fill_lacking, gaps
from pactwerk.figures.releases.quality import match_quality
from pactwerk.figures.releases.recoding import Redivisions
from pactwerk.figures.releases.stock_figures import write_stocks
from pactwerk.figures.releases.writing import copy, write_inside
from pactwerk.figures.texts import Text

__all__ = ["Built", "StagedFile", "build"]

VIEWS = ("facts", "tidy_facts")
"""Steps that are read once or twice only."""
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
    statements: Mapping[str, str]
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
) -> Built:
    """Compute every indicator from the staged files and write `inside/facts` and `public`."""
    public = folder / "public" / "figures"
    public.mkdir(parents=True)
    (folder / "inside" / "facts").mkdir(parents=True)
    connection = connect()
    try:
        every = origins_of(connection, staged)
        newest = [origin for origin in every if not origin.superseded]
        now = Work(staged, every, newest, statements, public, corrections)
        redivisions = _prepare(connection, now)
        now = replace(now, gaps=gaps(connection, newest, now.tidy))
        parts = [(connection.cursor(), table) for table in (*SCHOOL_TABLES, STOCKS, *now.tidy)]
        with ThreadPoolExecutor(max_workers=2) as pool:
            done = [pool.submit(_figures, part, table, now) for part, table in parts]
            placing.write(connection, folder, redivisions, corrections)
            write_inside(connection, folder, statements)
            quality, remarks = match_quality(connection)
            for part in done:
                part.result()
    finally:
        connection.close()
    _superseded(now)
    return Built(periods(every), quality, (*editions_side_by_side(every), *remarks), every, now.gaps)


def _prepare(connection: Connection, work: Work) -> Redivisions:
    """Observations, reference tables and the steps that need every table."""
    connection.execute("SET enable_progress_bar = false")
    for table in (*SCHOOL_TABLES, "vo_addresses"):
        observe(connection, table, work.files(table), work.where(table))
    _observe_tidy(connection, work, work.tidy)
    references.fill_all(connection, work.origins)
    references.fill_areas(connection)
    _step(connection, "spots", work.statements)
    redivisions = placing.fill_places(connection, work.staged, work.corrections)
    for name in (*placing.PLACE_STEPS, "facts"):
        _step(connection, name, work.statements)
    references.name_areas(connection)
    return redivisions


def _step(connection: Connection, name: str, statements: Mapping[str, str], kind: str = "") -> None:
    connection.execute(f'CREATE {kind}{"VIEW" if name in VIEWS else "TABLE"} "{name}" AS {statements[name]}')


def _observe_tidy(connection: Connection, work: Work, tables: Sequence[str], *, temporary: bool = False) -> None:
    files = {table: work.files(table) for table in tables}
    chosen = {table: work.where(table) or "true" for table in tables}
    parts = {file.file_id: file.part for file in work.staged}
    observe_tidy(connection, files, chosen, parts, temporary=temporary)


def _figures(connection: Connection, table: str, work: Work) -> None:
    """Write the figures that come from one table, by the same statements, the other tables being empty."""
    target = work.folder / f"{table}.parquet"
    if table == STOCKS:
        write_stocks(connection, work.statements, target)
        return
    if table not in SCHOOL_TABLES:
        _observe_tidy(connection, work, [table], temporary=True)
        _run(connection, _TIDY_STEPS, work.statements)
        copy(connection, _complete(connection, table, work), target)
        return
    for other in SCHOOL_TABLES:
        if other != table:
            fill(connection, other, SCHEMAS[other], temporary=True)
    _run(connection, _SCHOOL_STEPS, work.statements)
    copy(connection, work.statements["figures"], target)


def _complete(connection: Connection, table: str, work: Work) -> str:
    """The figures of a tidy table without those of areas of which a file is missing."""
    figures, lacking = work.statements["tidy_figures"], work.gaps.get(table, {})
    if not lacking:
        return figures
    fill_lacking(connection, lacking)
    return f"SELECT * FROM ({figures}) ANTI JOIN ({INCOMPLETE}) USING (period, extent)"


def _run(connection: Connection, steps: Sequence[str], statements: Mapping[str, str]) -> None:
    for name in steps:
        _step(connection, name, statements, "TEMP ")


def _superseded(now: Work) -> None:
    """Write what older publication editions said, per table, by the same statements over only what they cover."""
    made: dict[str, list[Path]] = {}
    for age in range(1, 1 + max((origin.superseded for origin in now.every), default=0)):
        older = replace(now, origins=generation(now.every, age), folder=now.folder / f"older-{age}")
        older.folder.mkdir()
        for path in _older(older):
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


def _older(work: Work) -> list[Path]:
    """The figures of one age, each with its area, its edition and since when it is known."""
    connection = connect()
    written = []
    try:
        _prepare(connection, work)
        work = replace(work, gaps=gaps(connection, work.origins, work.tidy))
        references.fill_editions(connection, work.origins)
        for table in dict.fromkeys(origin.table for origin in work.origins):
            _figures(connection.cursor(), table, work)
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
