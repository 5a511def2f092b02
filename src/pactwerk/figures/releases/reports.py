"""What a load tells about each file and about itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.texts import Text

Outcome = Literal["read", "already", "skipped", "refused"]


class LoadFailed(ReadableError):
    """The load could not be finished; the release that was current still is."""


@dataclass(frozen=True, kw_only=True)
class FileLine:
    """One line of the load's report; texts come in pairs (Dutch, English)."""

    path: Path
    outcome: Outcome
    sha256: str = ""
    table: str | None = None
    edition: str | None = None
    part: str = ""
    reason: tuple[str, str] = ("", "")
    rows_read: int = 0
    rows_refused: tuple[tuple[int, str, tuple[str, str]], ...] = ()
    observations: int = 0
    warnings: tuple[tuple[str, str], ...] = ()

    def as_data(self, *, dutch: bool = True) -> dict[str, Any]:
        """The line as plain data, texts in one language."""
        side = 0 if dutch else 1
        return {
            "file": str(self.path),
            "sha256": self.sha256,
            "outcome": self.outcome,
            "table": self.table,
            "edition": self.edition,
            "part": self.part,
            "reason": self.reason[side],
            "rows_read": self.rows_read,
            "rows_refused": [
                {"row": row, "column": column, "reason": reason[side]} for row, column, reason in self.rows_refused
            ],
            "observations": self.observations,
            "warnings": [warning[side] for warning in self.warnings],
        }


@dataclass(frozen=True)
class Whence:
    """Where a file was fetched from, and when (ISO 8601)."""

    url: str
    retrieved: str


@dataclass(frozen=True)
class Options:
    """How to load. `edition` is used where neither content nor name tells it; `example` marks the offered files as
    voorbeeldgegevens; `replace` lets a file take the place of another one of the same table, edition and part.
    `url` and `retrieved` say where and when the files were fetched, `fetched` says it of each file by itself;
    `by` and `reason` go into the history.
    """

    edition: str | None = None
    example: bool = False
    replace: bool = False
    url: str = ""
    retrieved: str = ""
    by: str = ""
    reason: str = ""
    fetched: Mapping[Path, Whence] = field(default_factory=dict)

    def whence(self, path: Path) -> Whence:
        """Where the file at a path was fetched from."""
        return self.fetched.get(path) or Whence(self.url, self.retrieved)


@dataclass(frozen=True)
class LoadResult:
    """The report of a load. `made` is the id of the new release, None when none was made."""

    lines: tuple[FileLine, ...]
    made: str | None
    current: str | None
    warnings: tuple[Text, ...] = ()
    seconds: Mapping[str, float] | None = None
    cpu_seconds: Mapping[str, float] | None = None

    @property
    def exit_code(self) -> int:
        """0: every known table was loaded or already there; 2: a new release, but a file was refused; 1: no release."""
        refused = any(line.outcome == "refused" for line in self.lines)
        if self.made:
            return 2 if refused else 0
        known = any(line.outcome == "already" for line in self.lines)
        return 0 if known and not refused else 1
