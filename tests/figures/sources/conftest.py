"""What the tests of the readers share."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import _duckdb as duckdb
import pytest

from pactwerk.figures import sources
from pactwerk.figures.sources import FileReport

Read = Callable[..., FileReport]
Query = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a file into a working folder of the test's own."""

    def reading(path: Path, edition: str | None = None) -> FileReport:
        return sources.read(path, workdir=tmp_path / "work", edition=edition)

    return reading


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter (pytest's own folders are its user's alone)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in folder.rglob("*"):
        path.chmod(0o700)
    shutil.rmtree(folder)


def as_ordinary_user(check: Callable[[], bool]) -> bool:
    """Whether a check holds for a user without privileges; in a process of its own when the tests run as root."""
    if os.geteuid() != 0:
        return check()
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        os._exit(0 if check() else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.fixture(scope="session")
def query() -> Query:
    """Ask something of the Parquet file of a report: `SELECT … FROM facts …`."""

    def asking(report: FileReport, sql: str) -> list[tuple[Any, ...]]:
        connection = duckdb.connect(":memory:")
        connection.execute(f"CREATE VIEW facts AS FROM '{report.parquet}'")
        found: list[tuple[Any, ...]] = connection.execute(sql).fetchall()
        connection.close()
        return found

    return asking
