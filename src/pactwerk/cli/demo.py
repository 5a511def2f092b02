"""`pactwerk demo`: build the example once, then show it."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from pactwerk.cli import serving
from pactwerk.conf import environment

ROOT = Path(__file__).resolve().parents[3]
"""The checkout: the demo is a program beside the package, not a part of it."""


def run(arguments: Sequence[str] = ()) -> int:
    """Build what is missing, print address and sign-in, serve. What people wrote is never touched."""
    parser = argparse.ArgumentParser(prog="pactwerk demo", description="Bouwt het voorbeeld en toont het.")
    parser.add_argument("--niet-serveren", action="store_true", help="alleen bouwen")
    chosen = parser.parse_args(list(arguments))
    if not (ROOT / "demo" / "build.py").exists():
        sys.exit(f"De demo staat naast de broncode, en die is niet gevonden in {ROOT}.")
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    number, home = serving.port(), environment.home()
    if chosen.niet_serveren:
        build(home)
        announce(home, number)
        return 0
    build_apart(home)
    announce(home, number)
    return serving.serve(number)


def build_apart(home: Path) -> None:
    """Build in a process of its own; stops the program when that failed.

    The server forks its workers. What a load leaves in memory (engines, locks whose threads are not forked) would stop
    a worker for ever at its first figure.
    """
    from demo.readiness import is_built

    if is_built(home):
        return
    program = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]);"
        " from pactwerk.cli.demo import build; build(Path(sys.argv[2]))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(ROOT), str(home)], check=False)  # noqa: S603  -- our own program
    if done.returncode:
        sys.exit(done.returncode)


def build(home: Path) -> None:
    """Database, records, figures and static files, each only as far as it is missing."""
    from demo.readiness import is_built, note_built

    if is_built(home):
        return
    serving.start_django()
    from demo.build import build_records, example_clock
    from demo.release import build_release

    if serving.migrate():
        _say("database bijgewerkt")
    build_records(home, progress=_say)
    build_release(home, example_clock(home), progress=_say)
    serving.collect_files()
    note_built(home)


def announce(home: Path, number: int) -> None:
    """Print the address and how to sign in."""
    from demo.readiness import SIGN_IN_FILE

    print(f"\nPactwerk op http://127.0.0.1:{number}/   (gegevens in {home})")
    file = home / SIGN_IN_FILE
    if file.exists():
        print(f"Aanmelden op http://127.0.0.1:{number}/account/login/ (staat ook in {file}):")
        print(file.read_text(encoding="utf-8"), end="")
        print("Het bureau vraagt een tweede factor; die stelt u na het aanmelden zelf in.")
    sys.stdout.flush()


def _say(text: str) -> None:
    print(f"  {text}", flush=True)
