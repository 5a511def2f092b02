"""The ready figures of a release as rows: read from Parquet, with everything that is known of where they come from."""

# ruff: noqa: S608  -- SQL over our own names; every code in it was looked up first and passes engine.literal

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.disclosure_control import Row, Source
from pactwerk.figures.indicators.families import family_of
from pactwerk.figures.indicators.measures import measures_of
from pactwerk.figures.indicators.stock_ratio import STOCKS, StockRatio
from pactwerk.figures.indicators.study import Study
from pactwerk.figures.releases.border_years import extent_condition
from pactwerk.figures.releases.engine import Connection, glance, literal
from pactwerk.figures.releases.manifest import Manifest
from pactwerk.figures.releases.origin import Origin
from pactwerk.figures.releases.parts import required
from pactwerk.figures.releases.query import FigureQuery

_BOUNDS = ("numerator_low", "numerator_high", "denominator_low", "denominator_high")
_VALUES = ("definition", "period", "value", "low", "high", *_BOUNDS, "unit", "status", "sources")
_PLACES = ("municipality", "province")


@dataclass(frozen=True)
class Stored:
    """The tables of figures in a release folder."""

    folder: Path
    manifest: Manifest

    def rows(self, query: FigureQuery, tables: tuple[str, ...]) -> Iterator[Row]:
        """The newest figures that answer a query."""
        public = self.folder / "public"
        for table in _ready(query.indicator, tables):
            figures, extents = literal(str(public / "figures" / f"{table}.parquet")), public / "extents.parquet"
            source = f"{figures} JOIN {literal(str(extents))} USING (extent)"
            if (public / "figures" / f"{table}.parquet").is_file():
                yield from self._read(query, table, source)

    def superseded(self, query: FigureQuery, tables: tuple[str, ...]) -> Iterator[Row]:
        """What older publication editions said, as far as the release still holds them."""
        for table in tables:
            path = self.folder / "public" / "figures" / f"{table}-superseded.parquet"
            if path.is_file():
                yield from self._read(query, table, literal(str(path)))

    def _read(self, query: FigureQuery, table: str, source: str) -> Iterator[Row]:
        dimensions = (*family_of(table).dimensions, *_PLACES)
        if not set(query.by) <= set(dimensions):
            return
        wanted = [f"{name} IS {'NOT ' if name in query.by else ''}NULL" for name in dimensions]
        wanted += [f"indicator = {literal(query.indicator)}", f"area = {literal(query.area)}", extent_condition(query)]
        if query.period != "all":
            wanted.append(f"period = {literal(query.period)}")
        if query.definition is not None:
            wanted.append(f"definition = {literal(query.definition)}")
        columns = (*_VALUES, *query.by)
        connection: Connection = glance()
        try:
            sql = f"SELECT {', '.join(columns)} FROM {source} WHERE {' AND '.join(wanted)}"
            records = connection.execute(sql).fetchall()
        finally:
            connection.close()
        origins = [entry for entry in self.manifest.origins if table in (entry.table, STOCKS)]
        by_file = {(entry.period, entry.file_id): entry for entry in origins}
        for record in records:
            yield self._row(query, dict(zip(columns, record, strict=True)), by_file)

    def _row(self, query: FigureQuery, cell: dict[str, Any], origins: dict[tuple[str, str], Origin]) -> Row:
        exact = {
            part: cell[f"{part}_low"] if cell[f"{part}_low"] == cell[f"{part}_high"] else None
            for part in ("numerator", "denominator")
        }
        behind = [_origin(origins, cell["period"], file_id) for file_id in cell["sources"].split()]
        study = _study(query.indicator, cell["definition"])
        if study and study.needs_parts:
            # a period has the files of every part, a definition needs those of some
            behind = [entry for entry in behind if entry.part in study.needs_parts] or behind
        if study and study.place == "school":
            behind = _of_area(behind, query, cell)
        # of several parts the one that was published, or known, last
        oldest = max(behind, key=lambda entry: entry.superseded)
        return Row(
            indicator=query.indicator,
            definition=cell["definition"],
            area=query.area,
            period=cell["period"],
            by={name: cell[name] for name in query.by},
            value=cell["value"],
            low=cell["low"],
            high=cell["high"],
            numerator=exact["numerator"],
            denominator=exact["denominator"],
            **{name: cell[name] for name in _BOUNDS},
            unit=cell["unit"],
            status=cell["status"],
            publication_edition=oldest.edition,
            known_at=max(entry.known_at for entry in behind) or None,
            peildatum=oldest.peildatum,
            concept=(study and study.place) or oldest.concept,
            sources=tuple(self._source(entry.file_id) for entry in behind),
        )

    def _source(self, file_id: str) -> Source:
        kept = self.manifest.file(file_id)
        return Source(kept.name, kept.sha256) if kept else Source(file_id)


def _ready(indicator: str, tables: tuple[str, ...]) -> tuple[str, ...]:
    """The ready tables with the figures of an indicator: those of its tables, or that of two stocks side by side."""
    return (STOCKS,) if any(isinstance(entry, StockRatio) for entry in measures_of(indicator)) else tables


def _origin(origins: dict[tuple[str, str], Origin], period: str, file_id: str) -> Origin:
    """What a file is of a period; of the count of a year before it is what the file is of that year."""
    found = origins.get((period, file_id))
    return found or origins[str(SchoolYear.starting(int(period[:4]) - 1)), file_id]


def _study(indicator: str, definition: str) -> Study | None:
    found = (entry for entry in measures_of(indicator) if isinstance(entry, Study) and entry.definition == definition)
    return next(found, None)


def _of_area(behind: list[Origin], query: FigureQuery, cell: dict[str, Any]) -> list[Origin]:
    """Of a table in one file per municipality those of the area, where its rule says which municipalities it holds."""
    if not any(entry.part.startswith("GM") for entry in behind):
        return behind
    held = {cell["municipality"]} if "municipality" in query.by else required(query.area)
    return [entry for entry in behind if entry.part in held] or behind
