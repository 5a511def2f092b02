"""Files that are on the disk wholly or not at all."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pactwerk.figures.sources.fetching.refusals import FetchFailed


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


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder: two that write one half file would make a file that nobody published. Raises FetchFailed.

    The lock is the folder's own, so that nothing is left behind; it ends with the process, killed or not.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FetchFailed(
                f"Naar {folder.name} wordt al opgehaald door een andere opdracht. Wacht tot die klaar is, of kies een"
                " andere map met --to.",
                f"Another command is fetching to {folder.name}. Wait until it is done, or choose another folder with"
                " --to.",
            ) from None
        yield
    finally:
        os.close(handle)
