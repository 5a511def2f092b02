"""Where the files of a question lie and what they are: Parquet or text, by their ending."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pactwerk.figures.flows.records import refusals
from pactwerk.figures.flows.records.mapping import RecordMapping

_TEXT = (".csv", ".txt", ".asc", ".tsv")
_STORE = "://"


@dataclass(frozen=True)
class Place:
    """Files that are opened together."""

    name: str
    paths: tuple[Path | str, ...]
    text: bool
    delimiter: str = ","
    encoding: str = "utf-8"
    header: bool = True


def place_of(paths: Sequence[Path | str], mapping: RecordMapping | None) -> Place:
    """The files of these paths; an address in an object store is taken as Parquet. Raises EnrolmentsRefused."""
    name = ", ".join(str(path).rstrip("/").rsplit("/", 1)[-1] for path in paths)
    kinds: set[bool] = set()
    for path in paths:
        kinds |= {False} if _STORE in str(path) else _kinds(Path(path))
    if not kinds:
        raise refusals.nothing_there(name or "-")
    if len(kinds) > 1:
        raise refusals.mixed(name)
    if kinds == {False}:
        return Place(name, tuple(paths), text=False)
    files = tuple(file for path in paths for file in _text_files(Path(path)))
    if mapping:
        return Place(name, files, True, mapping.delimiter, mapping.encoding, mapping.header)
    return Place(name, files, True, _delimiter(files[0], name))


def _kinds(path: Path) -> set[bool]:
    """Whether the path holds text (True), Parquet (False), both or neither."""
    if path.is_dir():
        found = {False} if next(path.rglob("*.parquet"), None) else set()
        return found | ({True} if _text_files(path) else set())
    if not path.is_file():
        raise refusals.nothing_there(path.name)
    return {path.suffix.lower() in _TEXT}


def _text_files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.suffix.lower() in _TEXT and file.is_file())


def _delimiter(file: Path, name: str) -> str:
    """The mark that stands most often in the first line."""
    try:
        with file.open(encoding="utf-8-sig") as lines:
            head = lines.readline(10_000)
    except (OSError, UnicodeDecodeError):
        raise refusals.unreadable(name) from None
    return max(",;\t|", key=head.count)
