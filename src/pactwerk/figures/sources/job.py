"""What a reader gets and what it gives back."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from pactwerk.basis.dated import Period
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.texts import Text


@dataclass(frozen=True)
class Job:
    """One file to read: its name, hash and text, where the result goes, and the edition that the caller names.

    `data` are its bytes, for a file that is no text. `sample`: it may be a mere sample of a layout.
    """

    name: str
    sha256: str
    text: str
    workdir: Path
    edition: str | None
    data: bytes = b""
    sample: bool = False

    def file_id(self, period: Period | None = None) -> str:
        """The id of the result: of the bytes, and of the edition where the bytes do not tell it."""
        if period is None:
            return self.sha256[:16]
        return hashlib.sha256(f"{self.sha256}:{period}".encode()).hexdigest()[:16]

    def target(self, table: str, file_id: str) -> Path:
        """Where the observations are written."""
        return self.workdir / table / f"{file_id}.parquet"

    @property
    def scratch(self) -> Path:
        """Where the text lies while it is read."""
        return self.workdir / "scratch"


@dataclass(frozen=True)
class Result:
    """What a reader made of a file; `part` is the part of its edition (a municipality), empty for a whole one."""

    table: str
    edition: str
    file_id: str
    rows_read: int
    observations: int
    content_hash: str
    parquet: Path
    periods: tuple[str, ...]
    strays: tuple[RowProblem, ...] = ()
    warnings: tuple[Text, ...] = field(default=())
    part: str = ""


def hashed(table: str, edition: str, rows: int, checksum: object) -> str:
    """The content's hash: of the table, the edition and a sum over rows that does not depend on their order."""
    return hashlib.sha256(f"{table}|{edition}|{rows}|{checksum}".encode()).hexdigest()[:32]


def last_line(text: str) -> list[Text]:
    """A warning when the text ends in the middle of a line: a publisher's file ends with a line end."""
    if text.endswith("\n"):
        return []
    return [
        Text(
            "de laatste regel eindigt zonder regeleinde; is het bestand afgebroken?",
            "the last line has no line end; is the file cut off?",
        )
    ]
