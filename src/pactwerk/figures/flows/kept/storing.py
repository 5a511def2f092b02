"""Protected figures as one Parquet file, laid out for the question of a page: one area, one breakdown, some years."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from pactwerk.figures.disclosure_control.protecting import stored
from pactwerk.figures.flows.kept.protecting import Figure
from pactwerk.figures.releases.engine import connect, glance, literal

_ROWS = 2048
"""The engine's smallest group of rows: of a small area one group is read."""
_COLUMNS = {
    "area": "VARCHAR", "split": "BOOLEAN", "year": "INTEGER", "sex": "VARCHAR", "source": "VARCHAR",
    "target": "VARCHAR", "value": "INTEGER", "low": "INTEGER", "high": "INTEGER",
}  # fmt: skip


def write(figures: Iterable[Figure], target: Path, work: Path) -> None:
    """Write figures sorted by area, so that the groups of rows of one area lie together; `work` is thrown away."""
    rows = work / "figures.csv"
    with rows.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows(
            (one.area, bool(one.sex), one.year, one.sex, one.source, one.target, *_numbers(one)) for one in figures
        )
    connection = connect()
    try:
        connection.execute(f"SET temp_directory = {literal(str(work))}")
        columns = ", ".join(f"{literal(name)}: {literal(kind)}" for name, kind in _COLUMNS.items())
        connection.execute(
            f"COPY (SELECT * REPLACE (coalesce(sex, '') AS sex, coalesce(target, '') AS target)"  # noqa: S608
            f" FROM read_csv({literal(str(rows))}, header = false, auto_detect = false, columns = {{{columns}}})"
            f" ORDER BY area, split, year, source, target, sex) TO {literal(str(target))}"
            f" (FORMAT parquet, ROW_GROUP_SIZE {_ROWS}, COMPRESSION zstd)"
        )
    finally:
        connection.close()


def _numbers(one: Figure) -> tuple[int, int, int]:
    return one.persons.value, one.persons.low, one.persons.high


def read(path: Path, area: str, years: Iterable[int], *, split: bool) -> Iterator[Figure]:
    """The figures of one area: every sex apart, or all together. Raises ValueError for a count sharper than allowed."""
    rows = glance().execute(
        f"SELECT year, sex, source, target, value, low, high FROM read_parquet({literal(str(path))})"  # noqa: S608
        f" WHERE area = {literal(area)} AND split = {literal(split)}"
        f" AND year IN ({', '.join(literal(int(year)) for year in years)}) ORDER BY ALL"
    )
    for year, sex, source, target, value, low, high in rows.fetchall():
        yield Figure(year, area, sex, source, target, stored(value, low, high))


def areas(path: Path) -> tuple[str, ...]:
    """The areas that have a figure."""
    query = f"SELECT DISTINCT area FROM read_parquet({literal(str(path))}) ORDER BY area"  # noqa: S608
    return tuple(area for (area,) in glance().execute(query).fetchall())
