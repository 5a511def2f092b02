"""Enrolment files in another layout, read by a declaration (TOML)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class RecordMapping:
    """How a file of another layout gives the columns of ours."""

    name: str
    delimiter: str = ";"
    encoding: str = "utf-8"
    header: bool = True

    def expression(self, columns: Mapping[str, str], source: str, file: str) -> Any:
        """The layout over the raw view."""
        raise NotImplementedError


def load_record_mapping(path: Path) -> RecordMapping:
    """Read a mapping file."""
    raise NotImplementedError(path)
