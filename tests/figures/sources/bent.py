"""A real file bent into another edition: other years, other order, other headers, other rows."""

import csv
import io
import random
import re
from pathlib import Path

from tests.figures.sources.invented import Table


def table_of(path: Path, encoding: str = "utf-8") -> Table:
    """The rows of a delimited file that have as many cells as the header."""
    lines = list(csv.reader(io.StringIO(path.read_text(encoding=encoding), newline=""), delimiter=";"))
    return Table(tuple(lines[0]), tuple(tuple(line) for line in lines[1:] if len(line) == len(lines[0])))


def years_later(table: Table, years: int) -> Table:
    """The same rows under headers of later years."""
    later = tuple(re.sub(r"20\d\d", lambda year: str(int(year[0]) + years), name) for name in table.header)
    return Table(later, table.rows)


def shuffled(table: Table, seed: int = 3) -> Table:
    """The same rows and columns in another order."""
    places = list(range(len(table.header)))
    rows = list(table.rows)
    random.Random(seed).shuffle(places)
    random.Random(seed).shuffle(rows)
    return Table(table.header, tuple(rows)).order(places)


def amounts(table: Table, **where: str) -> dict[str, int]:
    """The sum of every column whose header has a year, over the rows whose cells are as told."""
    places = [place for place, name in enumerate(table.header) if re.search(r"(19|20)\d\d", name)]
    wanted = [(table.header.index(name.replace("_", " ")), text) for name, text in where.items()]
    rows = [row for row in table.rows if all(row[place] == text for place, text in wanted)]
    return {table.header[place]: sum(int(row[place] or 0) for row in rows) for place in places}
