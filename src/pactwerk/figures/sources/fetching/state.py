"""What was fetched before: a small JSON file beside the files, so that nothing is fetched twice."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from pactwerk.figures.sources.fetching.disk import hash_of, write_whole

NAME = ".pactwerk-fetch.json"
"""Hidden, so that a load of the folder passes it over."""


@dataclass(frozen=True)
class Held:
    """One file that was fetched: from where, which version of it, and when (ISO 8601, UTC)."""

    address: str
    sha256: str
    bytes: int
    retrieved: str
    etag: str = ""
    modified: str = ""
    """`Last-Modified` as the server sent it, or what a catalogue says of its data."""
    licence: str = ""


def held(path: Path) -> Held | None:
    """What is known of a file; None when it is not there, or is not the file that was fetched any more."""
    entry = _read(path.parent).get(path.name)
    if entry is None or not path.is_file() or path.stat().st_size != entry.bytes:
        return None
    return entry if hash_of(path) == entry.sha256 else None


def remember(path: Path, entry: Held) -> None:
    """Write down what is known of a file."""
    entries = {**_read(path.parent), path.name: entry}
    text = json.dumps({name: asdict(entries[name]) for name in sorted(entries)}, ensure_ascii=False, indent=1)
    write_whole(path.parent / NAME, text + "\n")


def _read(folder: Path) -> dict[str, Held]:
    """Everything known in a folder; a state file that cannot be read is none: files are then fetched again."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return {name: Held(**entry) for name, entry in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
