"""Behind every computed value: the file, its sha256 and the line numbers of the rows that were counted."""

# ruff: noqa: S608  -- SQL over our own names; every code in it was looked up first and passes engine.literal

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pactwerk.basis.places import MembershipKind, members
from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, open_computed_figures
from pactwerk.figures.indicators.counting import MINIMUM_SCHOOLS, Measure
from pactwerk.figures.indicators.measures import measures_of
from pactwerk.figures.releases.engine import Connection, connect, literal
from pactwerk.figures.releases.manifest import Manifest
from pactwerk.figures.releases.observed import FACTS, observe
from pactwerk.figures.releases.query import FigureQuery


@dataclass(frozen=True)
class Evidence:
    """What a release keeps to explain its figures; `places` names the address file behind a query and a period."""

    folder: Path
    manifest: Manifest
    places: Callable[[FigureQuery, str], tuple[Source, ...]]


_COUNTS = frozenset({"count", "locations", "per_location"})


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
    """The figures of a query with their rows as sources: of a count those counted, of a share its whole population."""
    query, found, _ = query.checked()
    measures = {measure.definition: measure for measure in measures_of(found.code) if isinstance(measure, Measure)}
    connection = connect(threads=1)
    try:
        _observe(release, connection, query, list(measures.values()))
        rows = [
            replace(row, sources=tuple(_sources(release, connection, row, measures[row.definition], query)))
            for row in table
            if only is None or only(row)
        ]
    finally:
        connection.close()
    return open_computed_figures(rows, query.by, release=release.manifest.id, example=table.example, notes=table.notes)


def _observe(release: Evidence, connection: Connection, query: FigureQuery, measures: Sequence[Measure]) -> None:
    """Make the tables of the release known, and of the facts those that the question can be about."""
    folder = release.folder / "inside" / "facts"
    for name in ("places", "areas", "schools"):
        connection.execute(f"CREATE TEMP VIEW {name} AS FROM {literal(str(folder / f'{name}.parquet'))}")
    populations = {name for measure in measures for name in measure.populations}
    if not populations:
        return
    for table in ("vo_pupils", "exams"):
        files = [kept.file_id for kept in release.manifest.files if kept.table == table]
        observe(connection, table, [release.folder / "inside" / table / f"{name}.parquet" for name in files])
    wanted = [f"population IN ({', '.join(literal(name) for name in sorted(populations))})"]
    if query.period != "all":
        wanted.append(f"period = {literal(query.period)}")
    facts = (folder / FACTS).read_text(encoding="utf-8")
    connection.execute(f"CREATE TEMP TABLE facts AS SELECT * FROM ({facts}) WHERE {' AND '.join(wanted)}")


def _sources(
    release: Evidence, connection: Connection, row: Row, measure: Measure, query: FigureQuery
) -> Iterator[Source]:
    lines: dict[str, list[int]] = {}
    for file_id, number in _lines(release, connection, row, measure):
        lines.setdefault(file_id, []).append(number)
    if not lines:
        yield from row.sources
    for file_id, numbers in sorted(lines.items()):
        kept = release.manifest.file(file_id)
        name, sha256 = (kept.name, kept.sha256) if kept else (file_id, None)
        yield Source(name, sha256, rows=ranges(numbers))
    if lines:
        yield from release.places(query, row.period)


def _lines(release: Evidence, connection: Connection, row: Row, measure: Measure) -> list[tuple[str, int]]:
    query = _schools(row) if measure.kind == "boards" else _facts(row, measure, _counted(release, row))
    return [(str(file_id), int(number)) for file_id, number in connection.execute(query).fetchall()]


def _counted(release: Evidence, row: Row) -> list[str]:
    """The ids of the row's own files: where two editions give a period, only one of them was counted."""
    named = {(source.file, source.sha256) for source in row.sources}
    return [kept.file_id for kept in release.manifest.files if (kept.name, kept.sha256) in named]


def _facts(row: Row, measure: Measure, files: Sequence[str]) -> str:
    populations = ", ".join(literal(name) for name in measure.populations)
    wanted = [f"f.population IN ({populations})", f"f.period = {literal(row.period)}"]
    wanted.append(f"f.file_id IN ({', '.join(literal(name) for name in files)})")
    wanted += [f"a.area = {literal(row.area)}"]
    wanted += [f"f.{name} = {literal(row.by[name])}" for name in ("track", "profile") if name in row.by]
    wanted += [f"s.{name} = {literal(row.by[name])}" for name in ("municipality", "province") if name in row.by]
    sex = row.by.get("sex") or measure.sex
    if measure.kind == "gap":
        wanted.append("f.by_sex")
    else:
        wanted.append(f"f.by_sex AND f.sex = {literal(sex)}" if sex else "f.in_total")
    if measure.kind in _COUNTS:
        wanted.append(f"f.{measure.flag}")
    where = " AND ".join(wanted)
    return (
        "SELECT DISTINCT f.file_id, f.row FROM facts f JOIN areas a USING (signature)"
        " JOIN (SELECT DISTINCT signature, municipality, province FROM places) s USING (signature)"
        f" WHERE {where}"
    )


def _schools(row: Row) -> str:
    """R01: the schools of the boards that have enough of them in the area."""
    wanted = [f"period = {literal(row.period)}", _in_area(row.area)]
    wanted += [f"{name} = {literal(code)}" for name, code in row.by.items()]
    chosen = f"SELECT * FROM schools WHERE {' AND '.join(wanted)}"
    return (
        f"SELECT file_id, row FROM ({chosen}) WHERE board IN (SELECT board FROM ({chosen})"
        f" GROUP BY board HAVING count(DISTINCT brin) >= {MINIMUM_SCHOOLS})"
    )


def _in_area(code: str) -> str:
    """An area's rule as a condition on the columns of the school table."""
    held = members(code)
    if held.kind is MembershipKind.EVERYTHING:
        return "coalesce(province, '') <> 'PV99'"
    if held.kind is MembershipKind.ADDRESS_COLUMN:
        return f"{held.column} = {literal(held.value)}"
    column, codes = ("province", held.provinces) if held.provinces else ("municipality", held.municipalities)
    return f"{column} IN ({', '.join(literal(name) for name in codes)})"
