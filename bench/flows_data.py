"""Generated enrolments: fifteen school years, one Parquet file a year, rows in no order; seeded, of nobody."""

# ruff: noqa: S608  -- SQL over our own names and years

import sys
from pathlib import Path

import _duckdb

FIRST, YEARS = 2011, 15
_PERSONS_PER_ROW = 0.227
"""So many persons give a row; found by trying, the number of rows is reported."""
DOUBLES = 5
"""Per thousand persons of a year, in the data with doubles."""

_PEOPLE = """
CREATE TABLE people AS SELECT i, ((i * 6364136223846793005::HUGEINT + 1442695040888963407)
    % 9223372036854775783)::BIGINT AS person,
  {first} - 10 + (hash(i) % 25)::INT AS start, 3 + (hash(i * 7 + 1) % 10)::INT AS years,
  (hash(i * 13 + 5) % 4)::INT AS way, (hash(i * 3 + 11) % 2)::INT AS sex, (hash(i * 5 + 3) % 340)::INT AS home,
  (hash(i * 17 + 3) % 600)::INT AS school FROM range({persons}) r(i)"""

_YEAR = """
WITH once AS (SELECT {year}::INT AS year, person, printf('%03dX', school) AS institution,
    CASE WHEN k < 6 THEN 'vo' WHEN k < 10 AND way < 3 THEN 'mbo' ELSE 'hbo' END AS level,
    CASE WHEN k < 6 THEN ['bb', 'kb', 'tl', 'havo'][way + 1] WHEN k < 10 AND way < 3 THEN (way + 2)::VARCHAR
         ELSE 'ba' END AS track,
    ['techniek', 'zorg-en-welzijn', 'economie', 'landbouw'][(hash(i * 19) % 4)::INT + 1] AS field,
    CASE WHEN k < 6 THEN (k + 1)::VARCHAR ELSE '' END AS grade,
    CASE WHEN sex = 0 THEN 'male' ELSE 'female' END AS sex, printf('GM%04d', home) AS area,
    CASE WHEN k = 3 AND way < 3 THEN 'vmbo-kb' WHEN k = 4 AND way = 3 THEN 'havo' WHEN k = 9 THEN 'mbo-4'
         ELSE '' END AS diploma
  FROM (SELECT *, {year} - start AS k FROM people WHERE start <= {year} AND start + years > {year}
    AND hash(i, {year}) % 50 <> 0)),
twice AS (SELECT * REPLACE (CASE WHEN person % 2 = 0 THEN 'mbo' ELSE level END AS level, 'ZZZ' AS institution)
  FROM once WHERE hash(person, {year}, 9) % 1000 < {doubles})
SELECT * FROM (FROM once UNION ALL FROM twice) ORDER BY hash(person, {year}, institution)"""


def generate(folder: Path, rows: int, doubles: int = 0) -> int:
    """Write about so many rows, with `doubles` per thousand persons there twice; how many they became."""
    folder.mkdir(parents=True)
    connection = _duckdb.connect(":memory:")
    connection.execute(_PEOPLE.format(first=FIRST, persons=int(rows * _PERSONS_PER_ROW)))
    for year in range(FIRST, FIRST + YEARS):
        query = _YEAR.format(year=year, doubles=doubles)
        connection.execute(f"COPY ({query}) TO '{folder}/{year}.parquet' (FORMAT parquet, COMPRESSION zstd)")
    ((found,),) = connection.execute(f"SELECT count(*) FROM '{folder}/*.parquet'").fetchall()
    return int(found)


if __name__ == "__main__":
    sys.stdout.write(f"{generate(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))}\n")
