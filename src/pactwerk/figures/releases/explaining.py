"""Behind every computed value: the file, its sha256 and the line numbers of the rows that were counted."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, open_computed_figures
from pactwerk.figures.indicators.measures import Computed, measures_of
from pactwerk.figures.releases.engine import Connection, connect
from pactwerk.figures.releases.evidence import Asked, counted_rows, prepare
from pactwerk.figures.releases.manifest import Manifest
from pactwerk.figures.releases.query import FigureQuery


@dataclass(frozen=True)
class Evidence:
    """What a release keeps to explain its figures; `places` names the address file behind a query and a period."""

    folder: Path
    manifest: Manifest
    places: Callable[[FigureQuery, str], tuple[Source, ...]]


def ranges(numbers: Iterable[int]) -> str:
    """Line numbers as ranges: 12, 13, 14, 19 becomes `12-14,19`."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in parts)


def explain(
    table: PublishableTable, query: FigureQuery, release: Evidence, only: Callable[[Row], bool] | None = None
) -> PublishableTable:
    """The figures of a query with their rows as sources: of a count those counted, of a share its whole population.

    One question to the engine per definition, however many rows are explained.
    """
    query, found, _ = query.checked()
    wanted = [row for row in table if only is None or only(row)]
    measures = {measure.definition: measure for measure in measures_of(found.code)}
    connection = connect(threads=1)
    try:
        lines = {
            definition: _lines(release, connection, query, measures[definition], rows)
            for definition, rows in _by_definition(wanted).items()
        }
    finally:
        connection.close()
    rows = [replace(row, sources=tuple(_sources(release, row, lines[row.definition], query))) for row in wanted]
    return open_computed_figures(rows, query.by, release=release.manifest.id, example=table.example, notes=table.notes)


def _by_definition(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.definition].append(row)
    return found


Key = tuple[str, ...]
Lines = dict[Key, list[tuple[str, list[int]]]]


def _lines(
    release: Evidence, connection: Connection, query: FigureQuery, measure: Computed, rows: Sequence[Row]
) -> Lines:
    """Per period and breakdown the files and their lines."""
    counted = sorted({(row.period, name) for row in rows for name in counted_files(release, row)})
    asked = Asked(query.area, query.borders, query.by, counted, measure)
    cursor = connection.cursor()
    try:
        prepare(cursor, release.folder, release.manifest, asked)
        found: Lines = defaultdict(list)
        for period, *codes, file_id, numbers in cursor.execute(counted_rows(asked)).fetchall():
            found[period, *codes].append((file_id, numbers))
        return found
    finally:
        cursor.close()


def counted_files(release: Evidence, row: Row) -> list[str]:
    """The ids of the row's own files: where two editions give a period, only one of them was counted."""
    named = {(source.file, source.sha256) for source in row.sources}
    return [kept.file_id for kept in release.manifest.files if (kept.name, kept.sha256) in named]


def _sources(release: Evidence, row: Row, lines: Lines, query: FigureQuery) -> Iterator[Source]:
    behind = lines.get((row.period, *(row.by[name] for name in query.by)), [])
    if not behind:
        yield from row.sources
    for file_id, numbers in sorted(behind):
        kept = release.manifest.file(file_id)
        name, sha256 = (kept.name, kept.sha256) if kept else (file_id, None)
        yield Source(name, sha256, rows=ranges(numbers))
    if behind:
        yield from release.places(query, row.period)
