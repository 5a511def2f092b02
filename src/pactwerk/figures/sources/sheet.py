"""A table that is no plain delimited text (a workbook, JSON, fixed positions), as records with their row numbers."""

from dataclasses import dataclass

Record = tuple[int, list[str]]


@dataclass(frozen=True)
class Sheet:
    """Header and records. `header_row` and the numbers of the records are rows of the publisher's file.

    In JSON a record's number is its place in the list, from 1, and the header is row 0.
    """

    name: str
    header: tuple[str, ...]
    header_row: int
    records: tuple[Record, ...]
