"""The yearly data delivery of an area: every computed indicator year on year, with what is needed to judge it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from pactwerk.basis.places import Area, area
from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.disclosure_control.series import break_texts, comparable
from pactwerk.figures.indicators import Definition, Indicator, catalogue
from pactwerk.figures.indicators.rules.change import SHARES
from pactwerk.figures.releases.manifest import KeptFile
from pactwerk.figures.releases.query import FigureQuery
from pactwerk.figures.releases.release import Release
from pactwerk.figures.texts import Text


@dataclass(frozen=True)
class Change:
    """From one period to the next: between `low` and `high`, equal when exact, in percentage points or percent."""

    since: str
    low: float
    high: float
    unit: str


@dataclass(frozen=True)
class Delivered:
    """One figure with its change since the period before, or what broke in between; neither for the first period."""

    row: Row
    change: Change | None
    broken: Text


@dataclass(frozen=True)
class Series:
    """One indicator for the area, oldest period first."""

    indicator: Indicator
    table: PublishableTable
    figures: tuple[Delivered, ...]
    definitions: tuple[Definition, ...]


@dataclass(frozen=True)
class Delivery:
    """Everything that is delivered; `without` are the computed indicators without a figure, with the reason."""

    release: Release
    area: Area
    series: tuple[Series, ...]
    files: tuple[KeptFile, ...]
    without: tuple[tuple[Indicator, Text], ...]

    @property
    def example(self) -> bool:
        """Whether any figure is example data."""
        return any(entry.table.example for entry in self.series) or self.release.manifest.example


def deliver(release: Release, code: str) -> Delivery:
    """The delivery of an area from a release. Raises UnknownArea."""
    place = area(code)
    tables = {
        entry.code: release.figures(FigureQuery(entry.code, place.code, "all"))
        for entry in catalogue()
        if entry.state == "computed" and place.composition_known
    }
    series = tuple(_series(entry, tables[entry.code]) for entry in catalogue() if tables.get(entry.code))
    used = {source.file for entry in series for row in entry.table for source in row.sources}
    files = tuple(kept for kept in release.manifest.files if kept.name in used)
    return Delivery(release, place, series, files, tuple(_without(release, place, tables)))


def _series(entry: Indicator, table: PublishableTable) -> Series:
    texts = dict(zip(map(id, table.rows), break_texts(table.rows), strict=True))
    rows = sorted(table.rows, key=lambda row: row.period)
    figures = [Delivered(row, None, texts[id(row)]) for row in rows[:1]]
    figures += [Delivered(later, change(earlier, later), texts[id(later)]) for earlier, later in pairwise(rows)]
    used = {row.definition for row in rows}
    return Series(entry, table, tuple(figures), tuple(one for one in entry.definitions if one.code in used))


def change(earlier: Row, later: Row) -> Change | None:
    """The change between two figures of one series; None across a break, or where percent has no meaning.

    Bounds stay bounds: the change then lies between the smallest and the largest that they allow.
    """
    first, last = _bounds(earlier), _bounds(later)
    if not comparable(earlier, later) or first is None or last is None:
        return None
    if later.unit in SHARES:
        return Change(earlier.period, last[0] - first[1], last[1] - first[0], "procentpunt")
    if first[0] <= 0:
        return None
    low, high = 100 * (last[0] / first[1] - 1), 100 * (last[1] / first[0] - 1)
    return Change(earlier.period, low, high, "%")


def _bounds(row: Row) -> tuple[float, float] | None:
    if row.value is not None:
        return row.value, row.value
    return None if row.low is None or row.high is None else (row.low, row.high)


def _without(release: Release, place: Area, tables: Mapping[str, PublishableTable]) -> Iterator[tuple[Indicator, Text]]:
    loaded = {kept.table for kept in release.manifest.files}
    for entry in catalogue():
        if entry.state != "computed" or tables.get(entry.code):
            continue
        missing = [table for table in entry.tables if table not in loaded]
        if not place.composition_known:
            yield entry, Text("samenstelling van het gebied niet bekend", "composition of the area not known")
        elif missing:
            names = ", ".join(missing)
            yield entry, Text(f"geen bestand geladen van {names}", f"no file loaded of {names}")
        else:
            yield (
                entry,
                Text(
                    "geen cijfer voor dit gebied in de geladen bestanden", "no figure for this area in the loaded files"
                ),
            )
