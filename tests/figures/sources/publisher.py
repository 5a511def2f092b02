"""A publisher's own file read by the csv module alone, and bent into an edition of a later year."""

import csv
import random
from collections.abc import Mapping
from pathlib import Path

from tests.figures.sources.invented import Table

VO, PO = "duo-vo", "duo-po"


def lines(path: Path, encoding: str = "cp1252") -> list[dict[str, str]]:
    """The rows by header."""
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def bent(path: Path, rows: int, words: Mapping[str, str], *, encoding: str = "cp1252") -> Table:
    """The first rows with their columns in another order; `words` replaces whole cells (years, dates)."""
    with path.open(encoding=encoding, newline="") as file:
        header, *found = [tuple(row) for row in csv.reader(file, delimiter=";")][: rows + 1]
    table = Table(header, tuple(tuple(words.get(cell, cell) for cell in row) for row in found))
    places = list(range(len(header)))
    random.Random(7).shuffle(places)
    return table.order(places)
