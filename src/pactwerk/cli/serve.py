"""`pactwerk serve`: the platform without the example."""

from __future__ import annotations

from collections.abc import Sequence

from pactwerk.cli import serving


def run(arguments: Sequence[str] = ()) -> int:
    """Bring the database up to date and serve on 127.0.0.1 (`PORT`, default 8000)."""
    if arguments:
        print("Gebruik: pactwerk serve   (poort in PORT, map in PACTWERK_HOME)")
        return 0 if list(arguments) in (["-h"], ["--help"]) else 2
    number = serving.port()
    home = serving.start_django()
    serving.migrate()
    serving.collect_files()
    print(f"Pactwerk op http://127.0.0.1:{number}/   (gegevens in {home})", flush=True)
    return serving.serve(number)
