"""SQLite as it is set up: durable, and many processes may write at once (REL-06)."""

from __future__ import annotations

import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests import prepared
from tests.conf.production import run

PROCESSES, EACH = 16, 10

pytestmark = pytest.mark.sqlite_only


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An installation with an empty database."""
    if prepared.template().exists():  # saves applying the migrations
        shutil.copy(prepared.template(), tmp_path / "pactwerk.sqlite3")
    else:
        done = run(tmp_path, "-m", "django", "migrate", "--verbosity=0")
        assert done.returncode == 0, done.stderr
    return tmp_path


def test_the_pragmas_are_set(home: Path) -> None:
    names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    source = (
        "import django; django.setup()\nfrom django.db import connection\nc = connection.cursor()\n"
        f"print(*[c.execute('PRAGMA ' + n).fetchone()[0] for n in {names}], connection.transaction_mode)"
    )
    done = run(home, "-c", source)
    assert done.stdout.split() == ["wal", "2", "1", "20000", "IMMEDIATE"], done.stderr


def test_sixteen_processes_write_at_once(home: Path) -> None:
    """Nothing is refused as locked, nothing is lost, and the audit log stays one unbroken chain."""
    done = run(home, "-m", "tests.conf.sqlite_writers", str(PROCESSES), str(EACH))
    assert done.returncode == 0, done.stderr[-2000:]
    counts = [tuple(map(int, line.split())) for line in done.stdout.splitlines()]
    assert len(counts) == PROCESSES
    with sqlite3.connect(home / "pactwerk.sqlite3") as database:
        # integrity_check evaluates the CHECK constraints, which use the function Django brings
        database.create_function("REGEXP", 2, lambda pattern, value: re.search(pattern, str(value)) is not None)
        stored = database.execute("SELECT count(*) FROM organisations_organisation").fetchone()[0]
        lines = database.execute("SELECT count(*) FROM operations_auditline").fetchone()[0]
        whole = database.execute("PRAGMA integrity_check").fetchone()[0]
    assert sum(locked for __, locked in counts) == 0
    assert (sum(made for made, __ in counts), stored) == (PROCESSES * EACH,) * 2
    assert (lines, whole) == (PROCESSES * EACH + 2, "ok")  # two for the office and its page tree
    assert run(home, "-m", "django", "audit_verify").returncode == 0
