"""What a release says about itself: its files, what was refused, how good the matching is, and its predecessor."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pactwerk.figures.releases.origin import Origin
from pactwerk.figures.releases.writing import STATEMENTS
from pactwerk.figures.texts import Text

ENGINE = "5"
"""Raised when the same files must give other figures or the folder another layout. A release of another engine is not
read; the next load makes it anew from the files it kept."""

PARTS = (
    *(f"public/figures/{table}.parquet" for table in ("vo_pupils", "exams", "po_addresses", "stocks")),
    "public/extents.parquet",
    *(f"inside/facts/{name}.parquet" for name in ("places", "areas", "schools")),
    *(f"inside/facts/{name}.sql" for name in STATEMENTS),
)
"""The files that every release has."""


@dataclass(frozen=True)
class KeptFile:
    """One publisher file in a release. `file_id` is the first 16 hex digits of its sha256."""

    name: str
    sha256: str
    file_id: str
    table: str
    edition: str
    content_hash: str
    rows_read: int
    observations: int
    warnings: tuple[Text, ...] = ()
    example: bool = False
    kept_as: str = ""
    part: str = ""
    """Which part of its edition the file is (`hbo`, `GM0361`); files of one edition stand side by side by part."""
    known_at: str = ""
    """When the file was first loaded (ISO 8601, UTC); kept over releases."""
    status: str = ""
    """What the publisher calls its figures: `voorlopig`, `definitief`; empty where it says nothing."""
    url: str = ""
    retrieved: str = ""
    publisher: str = ""
    licence: str = ""


@dataclass(frozen=True)
class Manifest:
    """The manifest of a release; `example` marks a release that holds voorbeeldgegevens."""

    id: str
    created: str
    engine: str
    previous: str | None
    example: bool
    files: tuple[KeptFile, ...]
    periods: Mapping[str, tuple[str, ...]]
    """Per table the periods it gives figures for."""
    origins: tuple[Origin, ...] = ()
    """Per table, period and part the file that counts, and those of older publication editions."""
    gaps: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Per table and period the municipalities without data; areas that hold one of them have no total."""
    quality: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[Text, ...] = ()
    load: Mapping[str, Any] = field(default_factory=dict)
    """The line of the load that made the release: when, by which command, what was offered and refused."""

    def file(self, file_id: str) -> KeptFile | None:
        """The file with this id."""
        return next((kept for kept in self.files if kept.file_id == file_id), None)


def is_readable(manifest: Manifest, folder: Path) -> bool:
    """Whether this program made the release, and nothing of it is gone."""
    observed = (f"inside/{kept.table}/{kept.file_id}.parquet" for kept in manifest.files)
    tidy = (f"public/figures/{table}.parquet" for table in {origin.table for origin in manifest.origins})
    if manifest.engine != ENGINE:
        return False
    # asked at every figure of a page: a Path for each of some hundreds of files takes twenty times as long
    return all(os.path.isfile(f"{folder}/{part}") for part in (*PARTS, *observed, *tidy))  # noqa: PTH113


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write `manifest.json` into a release folder."""
    data = asdict(manifest)
    for entry in (data, *data["files"]):
        entry["warnings"] = [[str(warning), warning.en] for warning in entry["warnings"]]
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Read `manifest.json` of a release folder. Raises OSError or ValueError when it is no complete release."""
    data = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    try:
        files = tuple(KeptFile(**{**kept, "warnings": _texts(kept["warnings"])}) for kept in data.pop("files"))
        periods = {name: tuple(values) for name, values in data.pop("periods").items()}
        origins = tuple(Origin(**origin) for origin in data.pop("origins", []))
        return Manifest(files=files, periods=periods, origins=origins, **{**data, "warnings": _texts(data["warnings"])})
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{folder.name}: {error!r}") from error


def _texts(entries: list[str | list[str]]) -> tuple[Text, ...]:
    return tuple(Text(entry) if isinstance(entry, str) else Text(*entry) for entry in entries)
