"""Run the short tests twice, on SQLite and on a real PostgreSQL, and say how many ran on each.

On PostgreSQL only what touches a database is worth a second run: the rest cannot differ.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# in order, so that the tests that empty the tables still come last on each worker
PARALLEL = ("-n", "auto", "--dist", "load")
RUNS = (
    ("SQLite", ["-m", "not proof"]),
    ("PostgreSQL", ["-m", "not proof and not browser", "--database=postgres"]),
)


def main() -> int:
    # compiled modules are kept: the tests start hundreds of commands, each of which would compile anew
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    counts: dict[str, str] = {}
    worst = 0
    for name, arguments in RUNS:
        print(f"== {name}", flush=True)
        command = [sys.executable, "-m", "pytest", "-q", *PARALLEL, *arguments, *sys.argv[1:]]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        last = ""
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line if re.search(r"\d+ (passed|failed|error)", line) else last
        worst = max(worst, process.wait())
        counts[name] = last.strip(" =\n")
    for name, summary in counts.items():
        print(f"ran on {name}: {summary}")
    return worst


if __name__ == "__main__":
    raise SystemExit(main())
