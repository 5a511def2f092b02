"""What `demo` and `serve` share: Django, migrations, collected files, the web server."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

DEFAULT_PORT = 8000
STAMP = ".collected"


def start_django() -> Path:
    """Load settings and apps; the answer is the home folder."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pactwerk.conf.settings")
    import django
    from django.conf import settings

    django.setup()
    home = Path(settings.PACTWERK_HOME)
    home.mkdir(parents=True, exist_ok=True)
    return home


def migrate() -> bool:
    """Bring the database up to date; a fast look first, because most starts have nothing to do."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", interactive=False, verbosity=0)
    return True


def collect_files() -> bool:
    """Put style sheets and pictures where the server reads them, when one of them changed."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            state = os.stat(storage.path(name))  # noqa: PTH116 -- one call for thousands of files
            digest.update(f"{name}\t{state.st_size}\t{state.st_mtime_ns}\n".encode())
    stamp = Path(settings.STATIC_ROOT) / STAMP
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest.hexdigest():
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(digest.hexdigest(), encoding="ascii")
    return True


def port() -> int:
    """The port of the environment. Stops the program with what was expected when it is none."""
    text = os.environ.get("PORT", "") or str(DEFAULT_PORT)
    if not text.isdigit() or not 0 < int(text) < 65536:
        sys.exit(f"PORT={text!r} is geen poort: verwacht een getal van 1 tot 65535.")
    return int(text)


def serve(number: int) -> int:
    """Serve on this machine only, until interrupted."""
    from granian.constants import Interfaces
    from granian.server import Server

    Server(
        "pactwerk.conf.wsgi:application",
        address="127.0.0.1",
        port=number,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        websockets=False,
        log_access=False,
    ).serve()
    return 0
