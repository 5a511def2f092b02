"""What reading one file came to."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from pactwerk.figures.texts import Text


class Outcome(StrEnum):
    """What became of a file. `already` is said by who keeps the files; a reader never says it."""

    READ = "read"
    ALREADY = "already"
    SKIPPED = "skipped"
    REFUSED = "refused"


class RowProblem(NamedTuple):
    """A line of the publisher's file (the header is line 1), the column's header or '', and what is the matter."""

    row: int
    column: str
    reason: Text


@dataclass(frozen=True)
class FileReport:
    """One file: which table and edition it is, what was read, what was left out and why.

    `file_id` names the Parquet file and stands in its column `file_id`. It is the first 16 hex digits of the sha256
    of the bytes; where the edition comes from the file's name or the caller, the edition is part of what is hashed,
    because two editions may have identical bytes. `rows_refused` of a file that was read are lines that are no data
    (stray lines, totals): counted here, never summed. `part` is the part of the edition that the file is;
    `publisher` and `licence` are those of its table.
    """

    path: Path
    name: str
    sha256: str
    outcome: Outcome
    table: str | None = None
    edition: str | None = None
    reason: Text = field(default_factory=lambda: Text(""))
    file_id: str = ""
    rows_read: int = 0
    rows_refused: tuple[RowProblem, ...] = ()
    observations: int = 0
    warnings: tuple[Text, ...] = ()
    content_hash: str = ""
    parquet: Path | None = None
    periods: tuple[str, ...] = ()
    part: str = ""
    publisher: str = ""
    licence: str = ""
