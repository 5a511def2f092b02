"""What was offered to a load: files found under the given paths, copied once so that what is read is what is kept."""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Offered:
    """One offered file; `problem` says (Dutch, English) why it could not even be opened."""

    path: Path
    problem: tuple[str, str] | None = None


def offered_files(paths: Iterable[Path]) -> Iterator[Offered]:
    """Files in the order given, folders searched through in order of name; hidden files are passed over."""
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path)
        elif path.exists():
            yield Offered(path)
        else:
            yield Offered(path, ("bestaat niet", "does not exist"))


def _in_folder(folder: Path) -> Iterator[Offered]:
    problems: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Offered(Path(parent) / name) for name in sorted(names) if not name.startswith("."))
    for error in problems:
        yield Offered(
            Path(str(error.filename)),
            ("map is niet te openen: geen toegang", "folder cannot be opened: permission denied"),
        )


def copy_and_hash(source: Path, target: Path) -> str:
    """Copy a file and return the sha256 of exactly the bytes that were copied."""
    digest = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as reading, target.open("wb") as writing:
        while chunk := reading.read(_CHUNK):
            digest.update(chunk)
            writing.write(chunk)
    return digest.hexdigest()


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name, or a second copy where the disk knows no links; both are never written again."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)
