"""From staged observations to the tables of a release: facts, areas, ready figures, and what could not be matched."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pactwerk.figures.disclosure_control.gate import EXAMPLE_STATUS
from pactwerk.figures.indicators import reference_tables
from pactwerk.figures.indicators.schemas import SCHEMAS
from pactwerk.figures.releases.engine import Connection, connect, fill, literal, parquet_list
from pactwerk.figures.releases.observed import FACTS, observe
from pactwerk.figures.releases.quality import match_quality
from pactwerk.figures.texts import Text

OBSERVATIONS = ("vo_pupils", "exams", "vo_addresses", "po_addresses")
FINAL = "definitief"
COMMON = ("places", "membership", "extents", "holds", "facts")
"""The steps that need every table; facts are a view, because they are read once or twice only."""
_PERIOD = {"vo_pupils": "period", "exams": "period", "po_addresses": "register_date"}


@dataclass(frozen=True)
class StagedFile:
    """Observations of one file, ready to be counted."""

    table: str
    edition: str
    file_id: str
    path: Path
    example: bool = False


@dataclass(frozen=True)
class Built:
    """What the engine made besides the tables themselves."""

    periods: Mapping[str, tuple[str, ...]]
    quality: Mapping[str, Any]
    warnings: tuple[Text, ...]


def build(staged: Sequence[StagedFile], statements: Mapping[str, str], folder: Path) -> Built:
    """Compute every indicator from the staged files and write `inside/facts` and `public`."""
    connection = connect()
    try:
        connection.execute("SET enable_progress_bar = false")
        origins, warnings = _observations(connection, staged)
        _references(connection, origins)
        for name in COMMON:
            connection.execute(f'CREATE {"VIEW" if name == "facts" else "TABLE"} "{name}" AS {statements[name]}')
        periods = {
            table: tuple(sorted({period for name, period, _, _ in origins if name == table})) for table in _PERIOD
        }
        (folder / "public" / "figures").mkdir(parents=True)
        parts = [(connection.cursor(), table) for table in _PERIOD]
        with ThreadPoolExecutor(max_workers=2) as pool:
            done = [pool.submit(_figures, part, table, statements, folder) for part, table in parts]
            _write(connection, folder, statements["facts"])
            quality, remarks = match_quality(connection)
            for part in done:
                part.result()
    finally:
        connection.close()
    return Built(periods, quality, (*warnings, *remarks))


def _observations(
    connection: Connection, staged: Sequence[StagedFile]
) -> tuple[list[tuple[str, str, str, str]], list[Text]]:
    """Make a view per table; where two editions give the same period, the newest edition is counted."""
    origins: list[tuple[str, str, str, str]] = []
    warnings: list[Text] = []
    for table in OBSERVATIONS:
        files = [file for file in staged if file.table == table]
        where = ""
        if files and table in _PERIOD:
            source = f"read_parquet({parquet_list(file.path for file in files)})"
            chosen, remarks = _chosen(connection, table, source, files)
            origins += chosen
            warnings += remarks
            if remarks:
                pairs = ", ".join(f"({literal(p)}, {literal(i)})" for _, p, i, _ in chosen)
                where = f" WHERE ({_PERIOD[table]}, file_id) IN ({pairs})"
        observe(connection, table, [file.path for file in files], where)
    return origins, warnings


def _chosen(
    connection: Connection, table: str, source: str, files: Sequence[StagedFile]
) -> tuple[list[tuple[str, str, str, str]], list[Text]]:
    rows = connection.execute(f"SELECT DISTINCT {_PERIOD[table]}, file_id FROM {source} ORDER BY 1").fetchall()  # noqa: S608
    by_id = {file.file_id: file for file in files}
    best: dict[str, StagedFile] = {}
    warnings: list[Text] = []
    for period, file_id in rows:
        new, old = by_id[file_id], best.get(period)
        if old is None:
            best[period] = new
            continue
        older, newer = sorted((old, new), key=lambda file: (file.edition, file.file_id))
        best[period] = newer
        warnings.append(
            Text(
                f"{table} {period}: staat in editie {older.edition} en {newer.edition}; {newer.edition} telt.",
                f"{table} {period}: stands in editions {older.edition} and {newer.edition}; {newer.edition} counts.",
            )
        )
    return [
        (table, period, file.file_id, EXAMPLE_STATUS if file.example else FINAL) for period, file in best.items()
    ], warnings


def _references(connection: Connection, origins: Sequence[tuple[str, str, str, str]]) -> None:
    fill(connection, "municipalities", SCHEMAS["municipalities"], reference_tables.municipalities())
    fill(connection, "rules", SCHEMAS["rules"], reference_tables.rules())
    fill(connection, "subsets", SCHEMAS["subsets"], reference_tables.subsets())
    fill(connection, "measures", SCHEMAS["measures"], reference_tables.measures())
    fill(connection, "origins", SCHEMAS["origins"], origins)


def _figures(connection: Connection, table: str, statements: Mapping[str, str], folder: Path) -> None:
    """Write the figures that come from one table, by the same statements, the other tables being empty."""
    for other in _PERIOD:
        if other != table:
            fill(connection, other, SCHEMAS[other], temporary=True)
    steps = {name: statement for name, statement in statements.items() if name == "facts" or name not in COMMON}
    figures = steps.pop("figures")
    for name, statement in steps.items():
        connection.execute(f'CREATE TEMP {"VIEW" if name == "facts" else "TABLE"} "{name}" AS {statement}')
    _copy(connection, figures, folder / "public" / "figures" / f"{table}.parquet")


def _copy(connection: Connection, query: str, target: Path) -> None:
    connection.execute(f"COPY ({query}) TO {literal(str(target))} (FORMAT parquet)")


def _write(connection: Connection, folder: Path, facts: str) -> None:
    """Write what explaining needs, and the extents of every area."""
    inside = folder / "inside" / "facts"
    inside.mkdir(parents=True)
    (inside / FACTS).write_text(facts, encoding="utf-8")
    areas = "SELECT DISTINCT area, signature FROM membership WHERE parts = 0 ORDER BY area"
    extents = (
        "SELECT area, nullif(municipality, '') AS municipality, nullif(province, '') AS province, extent"
        " FROM extents ORDER BY area"
    )
    schools = (
        "SELECT register_date AS period, board, brin, municipality, province, wgr, rpa, file_id, row"
        " FROM po_addresses ORDER BY period, board, brin"
    )
    for target, query in {
        inside / "places.parquet": "SELECT * FROM places ORDER BY signature",
        inside / "areas.parquet": areas,
        inside / "schools.parquet": schools,
        folder / "public" / "extents.parquet": extents,
    }.items():
        _copy(connection, query, target)
