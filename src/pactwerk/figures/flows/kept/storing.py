"""Protected figures as a small Parquet file per area: what a page asks is in one of them."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from pactwerk.figures.disclosure_control.protecting import stored
from pactwerk.figures.flows.kept.protecting import Figure
from pactwerk.figures.releases.engine import connect, glance, literal, parquet_list

_COLUMNS = {
    "area": "VARCHAR", "split": "BOOLEAN", "year": "INTEGER", "sex": "VARCHAR", "source": "VARCHAR",
    "target": "VARCHAR", "value": "INTEGER", "low": "INTEGER", "high": "INTEGER",
}  # fmt: skip


def write(figures: Iterable[Figure], target: Path, work: Path) -> None:
    """Write figures to the folder `target`; `work` is thrown away.

    One file for all would be read slower than its rows of one area: its list of groups of rows is long.
    """
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
            f" ORDER BY area, split, year) TO {literal(str(target))}"
            " (FORMAT parquet, COMPRESSION zstd, PARTITION_BY area)"
        )
    finally:
        connection.close()


def _numbers(one: Figure) -> tuple[int, int, int]:
    return one.persons.value, one.persons.low, one.persons.high


def read(folder: Path, area: str, years: Iterable[int], *, split: bool) -> Iterator[Figure]:
    """The figures of one area: every sex apart, or all together. Raises ValueError for a count sharper than allowed."""
    files = parquet_list(sorted((folder / f"area={area}").glob("*.parquet")))
    rows = glance().execute(
        f"SELECT year, sex, source, target, value, low, high FROM read_parquet({files}, hive_partitioning = false)"  # noqa: S608
        f" WHERE split = {literal(split)}"
        f" AND year IN ({', '.join(literal(int(year)) for year in years)}) ORDER BY ALL"
    )
    for year, sex, source, target, value, low, high in rows.fetchall():
        yield Figure(year, area, sex, source, target, stored(value, low, high))


def areas(folder: Path) -> tuple[str, ...]:
    """The areas that have a figure."""
    return tuple(sorted(path.name.removeprefix("area=") for path in folder.iterdir()))
