"""The floor: DuckDB's read_csv and count(*) over the same bytes, transcoded beforehand (not timed)."""

import tempfile
from pathlib import Path

import _duckdb

from bench.files import csv_files, text_of
from bench.measured import Clock, report


def main() -> None:
    """Time one pass over all files on one connection."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, source in enumerate(csv_files()):
            target = Path(folder) / f"{number}.csv"
            target.write_text(text_of(source), encoding="utf-8", newline="")
            paths.append(target)
        connection = _duckdb.connect(":memory:")
        clock = Clock()
        rows = 0
        for path in paths:
            query = "SELECT count(*) FROM read_csv($path, delim = ';', header = true, all_varchar = true)"
            ((counted,),) = connection.execute(query, {"path": str(path)}).fetchall()
            rows += counted
        times = clock.read()
        report(times, rows=rows, bytes=sum(path.stat().st_size for path in paths))


if __name__ == "__main__":
    main()
