"""Files that are on the disk wholly or not at all."""

import hashlib
import os
from pathlib import Path


def hash_of(path: Path) -> str:
    """The sha256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def put_in_place(half: Path, path: Path) -> None:
    """Make a complete half file durable and give it its name, by one rename."""
    _sync(half)
    half.replace(path)
    _sync(path.parent)


def write_whole(path: Path, text: str) -> None:
    """Write a small text in one go."""
    half = path.with_name(f".{path.name}.half")
    half.write_text(text, encoding="utf-8")
    put_in_place(half, path)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
