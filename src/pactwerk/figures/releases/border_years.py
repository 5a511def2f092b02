"""Series in the borders of one year: which years a release has, what could not be taken there, and how that is told."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pactwerk.figures.releases.corrections import Correction
from pactwerk.figures.releases.engine import connect, literal
from pactwerk.figures.releases.query import BadQuery, FigureQuery
from pactwerk.figures.texts import Text

MOMENT = (
    "CASE WHEN period LIKE '____/__' THEN left(period, 4) || '-10-01'"
    " WHEN period LIKE '____-Q_' THEN left(period, 4) || '-' || lpad((right(period, 1)::INT * 3 - 2)::VARCHAR, 2, '0')"
    " || '-01' WHEN length(period) = 4 THEN period || '-01-01' WHEN length(period) = 7 THEN period || '-01'"
    " ELSE period END"
)
"""SQL: the day a period is about: a school year's count date, the first day of a year, quarter or month."""


@dataclass(frozen=True)
class Unplaced:
    """The spots of one table and period that lie in no municipality in some borders ('' those of the files)."""

    table: str
    period: str
    borders: str
    spots: int
    listed: tuple[str, ...]


@dataclass(frozen=True)
class PlaceReport:
    """What a release says of its places: borders years, recodings and what has no municipality."""

    years: tuple[int, ...]
    changes: tuple[tuple[int, str, str, int, int, bool], ...]
    unplaced: tuple[Unplaced, ...]
    by_way: tuple[tuple[str, str, str, int], ...] = ()
    """Table, period, way (`file`, `address`, `exams`, `register`, `successor`, `predecessor`, `correction`), spots."""
    corrections: tuple[Correction, ...] = ()
    areas: tuple[str, ...] = ()
    """The entered areas that the release was made with."""

    def left_out(self, tables: Sequence[str], period: str, borders: str) -> Iterator[Unplaced]:
        """What is in no municipality in these borders, of some tables and one or `all` periods."""
        for entry in self.unplaced:
            if entry.table in tables and entry.borders == borders and period in ("all", entry.period):
                yield entry


@lru_cache(maxsize=8)
def place_report(folder: Path) -> PlaceReport:
    """The report in a release folder (`inside/places.json`)."""
    try:
        data = json.loads((folder / "inside" / "places.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return PlaceReport((), (), ())
    unplaced = tuple(Unplaced(table, period, year, spots, tuple(listed)) for table, period, year, spots, listed in
                     data["unplaced"])  # fmt: skip
    return PlaceReport(
        years=tuple(data["years"]),
        changes=tuple(tuple(change) for change in data["changes"]),
        unplaced=unplaced,
        by_way=tuple(tuple(way) for way in data["by_way"]),
        corrections=tuple(Correction(**entry) for entry in data["corrections"]),
        areas=tuple(data["areas"]),
    )


def extent_condition(query: FigureQuery) -> str:
    """SQL over the extents: those of the asked borders, and of an area that changes those of the figure's moment."""
    if query.borders is not None:
        return f"borders = {literal(str(query.borders))}"
    return f"borders = '' AND (since IS NULL OR {MOMENT} >= since) AND (until IS NULL OR {MOMENT} < until)"


def check_borders(query: FigureQuery, report: PlaceReport) -> None:
    """Raise BadQuery when the release has no postcode table for the asked year."""
    if query.borders is None or query.borders in report.years:
        return
    listed = ", ".join(str(year) for year in report.years)
    nl = f"wel die van {listed}" if listed else "er is geen postcodetabel (Dec_postcodecijfers) geladen"
    en = f"it has those of {listed}" if listed else "no postcode table (Dec_postcodecijfers) is loaded"
    raise BadQuery(
        f"De uitgave kent de gemeentegrenzen van {query.borders} niet; {nl}.",
        f"The release does not know the municipal borders of {query.borders}; {en}.",
    )


def correction_notes(query: FigureQuery, folder: Path, report: PlaceReport) -> Iterator[Text]:
    """Which local corrections moved locations of the asked area, or into it."""
    moved = {entry.location: entry for entry in report.corrections if entry.field in ("municipality", "postcode4")}
    if not moved:
        return
    inside = folder / "inside" / "facts"
    areas, places = (literal(str(inside / f"{name}.parquet")) for name in ("areas", "places"))
    listed = ", ".join(literal(location) for location in moved)
    connection = connect(threads=1)
    try:
        rows = connection.execute(
            f"SELECT DISTINCT location FROM {places} JOIN {areas} USING (signature)"  # noqa: S608
            f" WHERE area = {literal(query.area)} AND borders = {literal(str(query.borders or ''))}"
            f" AND location IN ({listed}) ORDER BY 1"
        ).fetchall()
    finally:
        connection.close()
    for (location,) in rows:
        entry = moved[location]
        yield Text(
            f"Gecorrigeerd: vestiging {location}, {entry.field} is {entry.value} ({entry.reason}).",
            f"Corrected: location {location}, {entry.field} is {entry.value} ({entry.reason}).",
        )


def border_notes(query: FigureQuery, tables: Sequence[str], report: PlaceReport) -> Iterator[Text]:
    """That figures are told in the borders of one year, and what could not be taken there."""
    if query.borders is None:
        return
    yield Text(
        f"In de gemeentegrenzen van 1 januari {query.borders}.",
        f"In the municipal borders of 1 January {query.borders}.",
    )
    before = {(entry.table, entry.period): entry.spots for entry in report.left_out(tables, query.period, "")}
    for entry in report.left_out(tables, query.period, str(query.borders)):
        more = entry.spots - before.get((entry.table, entry.period), 0)
        if more > 0:
            yield Text(
                f"{entry.period}: van {more} plaatsen is niet bekend in welke gemeente van {query.borders} zij liggen;"
                " zij tellen in geen gemeente mee.",
                f"{entry.period}: of {more} places it is not known in which municipality of {query.borders} they lie;"
                " they count in no municipality.",
            )
