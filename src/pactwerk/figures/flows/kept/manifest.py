"""What a flow set says about itself; no count of persons is in it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

LAYOUT = "1"
"""Raised when the folder of a set gets another layout; a set of another layout is not read."""
MANIFEST, FIGURES = "manifest.json", "figures"


@dataclass(frozen=True)
class SourceFile:
    """A file that was counted: its name, where it lay, and what it was. The place is for the owner of the home only."""

    name: str
    sha256: str
    path: str
    size: int

    def as_it_is(self) -> str:
        """Whether the file is still there and the same: `same`, `changed` or `gone`."""
        path = Path(self.path)
        if not path.is_file():
            return "gone"
        return "same" if path.stat().st_size == self.size and sha256_of(path) == self.sha256 else "changed"


@dataclass(frozen=True)
class FlowSet:
    """A kept flow set. `base` is equal for two sets exactly when the same was rounded in the same way."""

    id: str
    name: str
    title: str
    created: str
    by: str
    layout: str
    grain: tuple[str, ...]
    sexes: tuple[str, ...]
    """The sexes that are told apart; empty when none are."""
    years: tuple[int, ...]
    """First years of the pairs that were counted."""
    areas: tuple[str, ...]
    asked: tuple[str, ...]
    base: str
    sources: tuple[SourceFile, ...]
    mapping: str = ""
    loose: tuple[tuple[int, str], ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    """Names of what was wrong in the file, Dutch and English, without their numbers."""
    example: bool = False
    public: bool = False
    """Whether it is seen outside the office; not in the manifest but in the history of acts."""


def base_of(sources: Sequence[SourceFile], mapping: str, **choices: object) -> str:
    """The fingerprint of what is rounded: the files, how they are read, and how they are counted."""
    told = {"sources": sorted(source.sha256 for source in sources), "mapping": mapping, **choices}
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=list).encode()).hexdigest()


def sha256_of(path: Path) -> str:
    """The fingerprint of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write(found: FlowSet, folder: Path) -> None:
    """Write the manifest into the folder of a set."""
    data = asdict(found)
    del data["public"]
    (folder / MANIFEST).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(folder: Path) -> FlowSet | None:
    """The manifest in a folder; None when it is damaged, of another layout, or its figures are gone."""
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        found = _set(data)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return found if found.layout == LAYOUT and (folder / FIGURES).is_dir() else None


def _set(data: Mapping[str, Any]) -> FlowSet:
    lists = {
        name: tuple(data[name]) for name in ("grain", "sexes", "years", "areas", "asked")
    }  # fmt: skip
    pairs: dict[str, Any] = {
        "loose": tuple((int(year), str(state)) for year, state in data["loose"]),
        "faults": tuple((str(nl), str(en)) for nl, en in data["faults"]),
        "sources": tuple(SourceFile(**source) for source in data["sources"]),
    }
    return FlowSet(**{**data, **lists, **pairs})
