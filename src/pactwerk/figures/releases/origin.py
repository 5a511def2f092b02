"""A file's observations as they are staged, and what is known of each of its periods."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class StagedFile:
    """Observations of one file, ready to be counted."""

    table: str
    edition: str
    file_id: str
    path: Path
    example: bool = False
    part: str = ""
    known_at: str = ""


@dataclass(frozen=True)
class Origin:
    """One period of one file: what its figures are. `superseded` counts the newer editions of the same figures."""

    table: str
    period: str
    file_id: str
    part: str
    edition: str
    known_at: str
    status: str
    peildatum: str | None = None
    concept: str = "school"
    superseded: int = 0
