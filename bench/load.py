"""Our own: a whole load into an empty home, from files on disk to the current release."""

import sys
import time
from pathlib import Path

from bench.files import csv_files
from bench.measured import report


def main() -> None:
    """`python -m bench.load HOME`: statements compiled in an earlier run of the same home are used again."""
    from pactwerk.figures.indicators.compiling import kept_statements
    from pactwerk.figures.releases.loading import load

    home = Path(sys.argv[1])
    start = time.perf_counter()
    kept_statements(home / "compiled")
    compiled = time.perf_counter() - start
    start = time.perf_counter()
    result = load(home, csv_files())
    seconds = time.perf_counter() - start
    assert result.exit_code == 0, [line.reason for line in result.lines]
    report(
        seconds, compile=compiled, laps=dict(result.seconds or {}), rows=sum(line.rows_read for line in result.lines)
    )


if __name__ == "__main__":
    sys.exit(main())
