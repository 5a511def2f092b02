"""Files as Spark reads and writes them: paths of this machine and addresses in an object store."""

import re
from collections.abc import Sequence
from functools import reduce
from pathlib import Path
from typing import Any

_ENCODINGS = {"latin-1": "ISO-8859-1"}
"""DuckDB's names of encodings that Spark calls otherwise."""


def parquet_of(session: Any, paths: Sequence[Path | str]) -> Any:
    """Parquet files as one table, columns matched by name.

    A folder stands for the files in it, however deep; folders called `year=2024` give the column `year`, of an address
    in an object store too.
    """
    reader = session.read.option("mergeSchema", "true")
    if any(_is_deep(path) for path in paths):
        reader = reader.option("recursiveFileLookup", "true").option("pathGlobFilter", "*.parquet")
    return reader.parquet(*map(_address, paths))


def text_of(session: Any, paths: Sequence[Path | str], delimiter: str, encoding: str, *, header: bool) -> Any:
    """Delimited text files as one table of texts, columns matched by their header; without a header whole lines.

    A row with more or fewer fields than the header is refused, as DuckDB does. Files behind one address must have the
    same columns in the same order.
    """
    encoding = _ENCODINGS.get(encoding, encoding)
    if not header:
        return session.read.option("encoding", encoding).text([_address(path) for path in _files(paths)]).toDF("c0")
    reader = session.read.options(
        sep=delimiter, encoding=encoding, header="true", quote='"', escape='"', mode="FAILFAST", enforceSchema="false"
    )
    tables = [reader.csv(_address(path)) for path in _files(paths)]
    return reduce(lambda one, other: one.unionByName(other, allowMissingColumns=True), tables)


def written_to(folder: Path) -> str:
    """A folder to write to: there no sign stands for something else."""
    return f"file://{folder.resolve()}"


def _files(paths: Sequence[Path | str]) -> list[Path | str]:
    """The files themselves; of a folder of this machine those that end in `.csv`."""
    found: list[Path | str] = []
    for path in paths:
        folder = not _is_address(path) and Path(path).is_dir()
        found += sorted(Path(path).rglob("*.csv")) if folder else [path]
    return found


def _is_address(path: Path | str) -> bool:
    return isinstance(path, str) and re.match(r"[a-z][a-z0-9]+://", path) is not None


def _is_deep(path: Path | str) -> bool:
    """Whether it is a folder of this machine with folders in it that are not called by a value."""
    if _is_address(path) or not Path(path).is_dir():
        return False
    return any(entry.is_dir() and "=" not in entry.name for entry in Path(path).iterdir())


def _address(path: Path | str) -> str:
    """A path as Spark reads it: signs that stand for several files mean themselves in a path, not in an address."""
    if _is_address(path):
        return str(path)
    return "file://" + re.sub(r"([][{}*?\\])", r"\\\1", str(Path(path).resolve()))
