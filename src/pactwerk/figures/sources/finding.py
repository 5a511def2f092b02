"""Which files stand at the given paths: files themselves, folders walked in a stable order."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pactwerk.figures.sources.report import FileReport, Outcome
from pactwerk.figures.texts import Text


@dataclass(frozen=True)
class Found:
    """The files to read, and a report for every path that cannot be looked into."""

    files: tuple[Path, ...]
    refused: tuple[FileReport, ...]


def find(paths: Iterable[Path | str]) -> Found:
    """All files at or below the paths, each once, folders sorted by name; hidden files are left out."""
    files: dict[Path, None] = {}
    refused: list[FileReport] = []
    for given in map(Path, paths):
        try:
            given.stat()
        except PermissionError:
            refused.append(_report(given, "geen toestemming om hier te lezen", "no permission to read here"))
        except OSError:
            refused.append(_report(given, "bestaat niet", "does not exist"))
        else:
            _add(given, files, refused)
    return Found(tuple(files), tuple(refused))


def _add(given: Path, files: dict[Path, None], refused: list[FileReport]) -> None:
    if given.is_dir():
        _walk(given, files, refused)
    elif given.is_file():
        files.setdefault(given)
    else:
        refused.append(_report(given, "is geen gewoon bestand", "is no ordinary file"))


def _walk(folder: Path, files: dict[Path, None], refused: list[FileReport]) -> None:
    def failed(error: OSError) -> None:
        refused.append(
            _report(Path(error.filename), "geen toestemming om deze map te lezen", "no permission to read this folder")
        )

    for root, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root) / name
            # Reading a pipe would wait for ever; a link to nothing is read, so that its refusal is listed.
            if not name.startswith(".") and (path.is_file() or path.is_symlink()):
                files.setdefault(path)


def _report(path: Path, nl: str, en: str) -> FileReport:
    return FileReport(path, path.name, "", Outcome.REFUSED, reason=Text(nl, en))
