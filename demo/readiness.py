"""Whether a start has anything to build: a second `make demo` must serve at once, without even loading Django."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from pactwerk.conf import environment

STAMP = ".demo-built"
SIGN_IN_FILE = "demo-aanmelden.txt"
"""The demo's addresses and passwords, readable by the owner of the installation only."""
ROOT = Path(__file__).resolve().parents[1]
CODE = (ROOT / "src" / "pactwerk", ROOT / "demo", ROOT / "requirements.lock")
SETTINGS = ("PACTWERK_CLOCK", "PACTWERK_SHARED", "PACTWERK_STATIC", "PACTWERK_DATABASE_URL")


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    for folder, folders, names in os.walk(place):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(folder) / name for name in names)


def fingerprint() -> str:
    """Everything the built demo depends on: code, static files, settings, and the real files when they are used."""
    digest = hashlib.sha256("\n".join(os.environ.get(name, "") for name in SETTINGS).encode())
    shared = os.environ.get("PACTWERK_SHARED", "")
    for place in (*CODE, *([Path(shared) / "data"] if shared else [])):
        for path in sorted(_files(place)):
            state = path.stat()
            digest.update(f"{path}\t{state.st_size}\t{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def is_built(home: Path) -> bool:
    """Whether nothing changed since the last complete build. A database elsewhere is always looked at."""
    if environment.text("PACTWERK_DATABASE_URL"):
        return False
    needed = (home / STAMP, home / "pactwerk.sqlite3", home / "figures" / "CURRENT")
    if not all(path.exists() for path in needed):
        return False
    return needed[0].read_text(encoding="ascii") == fingerprint()


def note_built(home: Path) -> None:
    """Remember that the build is complete."""
    (home / STAMP).write_text(fingerprint(), encoding="ascii")
