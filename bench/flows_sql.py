"""The best DuckDB SQL that we could write by hand, in several ways."""

# ruff: noqa: S608  -- SQL over our own names and years

import sys
from collections.abc import Callable
from typing import Any

import _duckdb

from bench.flows_data import FIRST, YEARS
from bench.flows_result import Found, digest
from bench.measured import Clock, report

_RANK = "CASE level WHEN 'hbo' THEN 1 WHEN 'mbo' THEN 2 ELSE 3 END"
_PAIR = """
SELECT {year}, a.level, a.diploma, b.level, count(*) FROM {earlier} a LEFT JOIN {later} b USING (person)
GROUP BY ALL"""


def _of(files: str, year: int) -> str:
    return f"(SELECT person, level, diploma FROM {files} WHERE year = {year})"


def pairs(connection: Any, files: str) -> list[Found]:
    """Year pair by year pair; trusts that nobody is there twice."""
    found = []
    for year in range(FIRST, FIRST + YEARS - 1):
        query = _PAIR.format(year=year, earlier=_of(files, year), later=_of(files, year + 1))
        found += connection.execute(query).fetchall()
    return found


def one_join(connection: Any, files: str) -> list[Found]:
    """One join of the whole with itself; trusts."""
    query = f"""SELECT a.year, a.level, a.diploma, b.level, count(*) FROM {files} a
        LEFT JOIN {files} b ON a.person = b.person AND b.year = a.year + 1
        WHERE a.year < {FIRST + YEARS - 1} GROUP BY ALL"""
    return list(connection.execute(query).fetchall())


def lead(connection: Any, files: str) -> list[Found]:
    """A window over every person's years; trusts."""
    query = f"""SELECT year, level, diploma, CASE WHEN next_year = year + 1 THEN next_level END, count(*) FROM (
        SELECT year, level, diploma, lead(year) OVER w AS next_year, lead(level) OVER w AS next_level
        FROM {files} WINDOW w AS (PARTITION BY person ORDER BY year))
        WHERE year < {FIRST + YEARS - 1} GROUP BY ALL"""
    return list(connection.execute(query).fetchall())


def pairs_checked(connection: Any, files: str) -> list[Found]:
    """Year pairs; who is there twice is looked up first, and counts once by rank."""
    once = {}
    for year in range(FIRST, FIRST + YEARS):
        connection.execute(
            f"CREATE TEMP TABLE d{year} AS SELECT person FROM {files} WHERE year = {year}"
            " GROUP BY person HAVING count(*) > 1"
        )
        ((twice,),) = connection.execute(f"SELECT count(*) FROM d{year}").fetchall()
        rows = _of(files, year)
        once[year] = (
            f"(SELECT * FROM {rows} r ANTI JOIN d{year} USING (person) UNION ALL SELECT person,"
            f" arg_min(level, {_RANK}), arg_min(diploma, {_RANK}) FROM {rows} r SEMI JOIN d{year} USING (person)"
            " GROUP BY person)" if twice else rows
        )  # fmt: skip
    found = []
    for year in range(FIRST, FIRST + YEARS - 1):
        query = _PAIR.format(year=year, earlier=once[year], later=once[year + 1])
        found += connection.execute(query).fetchall()
    return found


def pairs_grouped(connection: Any, files: str) -> list[Found]:
    """Year pairs; everybody is grouped, so that all count once by rank."""

    def grouped(year: int) -> str:
        best = f"SELECT person, arg_min(level, {_RANK}) AS level, arg_min(diploma, {_RANK}) AS diploma"
        return f"({best} FROM {files} WHERE year = {year} GROUP BY person)"

    found = []
    for year in range(FIRST, FIRST + YEARS - 1):
        query = _PAIR.format(year=year, earlier=grouped(year), later=grouped(year + 1))
        found += connection.execute(query).fetchall()
    return found


WAYS: dict[str, Callable[[Any, str], list[Found]]] = {
    "pairs": pairs, "one_join": one_join, "lead": lead, "pairs_checked": pairs_checked, "pairs_grouped": pairs_grouped,
}  # fmt: skip


def main() -> None:
    """`python -m bench.flows_sql FOLDER WAY`."""
    connection = _duckdb.connect(":memory:")
    clock = Clock()
    found = WAYS[sys.argv[2]](connection, f"read_parquet('{sys.argv[1]}/*.parquet')")
    report(clock.read(), digest=digest(found))


if __name__ == "__main__":
    main()
