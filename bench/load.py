"""Our own: a whole load into an empty home, from files on disk to the current release."""

import sys
from pathlib import Path

from bench.files import csv_files
from bench.measured import Clock, report


def main() -> None:
    """`python -m bench.load HOME`: statements compiled in an earlier run of the same home are used again."""
    from pactwerk.figures.indicators.compiling import kept_statements
    from pactwerk.figures.releases.loading import load

    home = Path(sys.argv[1])
    clock = Clock()
    kept_statements(home / "compiled")
    compiled = clock.read()["seconds"]
    clock = Clock()
    result = load(home, csv_files())
    times = clock.read()
    assert result.exit_code == 0, [line.reason for line in result.lines]
    laps = {name: (seconds, (result.cpu_seconds or {})[name]) for name, seconds in (result.seconds or {}).items()}
    report(times, compile=compiled, laps=laps, rows=sum(line.rows_read for line in result.lines))


if __name__ == "__main__":
    main()
