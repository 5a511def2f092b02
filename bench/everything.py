"""Our own: a load of every publisher file of the data folder, and the bare read of those of them that are CSV."""

import sys
import tempfile
from pathlib import Path

import _duckdb

from bench.files import data, text_of
from bench.measured import Clock, report

_QUERY = (
    "SELECT count(*) FROM read_csv($path, delim = $delimiter, header = true, all_varchar = true,"
    " ignore_errors = true, strict_mode = false, quote = '\"', parallel = {parallel})"
)


def bare_read(folder: Path) -> tuple[dict[str, float], int, int]:
    """Times, bytes and files of one pass over all CSV files, transcoded beforehand (not timed)."""
    staged = []
    for number, path in enumerate(sorted(data().rglob("*.csv"))):
        text = text_of(path)
        if text.strip():
            target = folder / f"{number}.csv"
            target.write_text(text, encoding="utf-8", newline="")
            head = text[:5_000]
            staged.append((target, max(";,\t", key=head.count)))
    connection = _duckdb.connect(":memory:")
    clock = Clock()
    for target, delimiter in staged:
        asked = {"path": str(target), "delimiter": delimiter}
        try:
            connection.execute(_QUERY.format(parallel="true"), asked).fetchall()
        except _duckdb.Error:
            # new lines inside quotes
            connection.execute(_QUERY.format(parallel="false"), asked).fetchall()
    return clock.read(), sum(target.stat().st_size for target, _ in staged), len(staged)


def main() -> None:
    """`python -m bench.everything HOME`."""
    from pactwerk.figures.indicators.compiling import kept_statements
    from pactwerk.figures.releases.loading import load

    home = Path(sys.argv[1])
    kept_statements(home / "compiled")
    with tempfile.TemporaryDirectory() as folder:
        bare, size, files = bare_read(Path(folder))
    clock = Clock()
    result = load(home, [data()])
    measured = clock.read()
    read = [line for line in result.lines if line.outcome == "read"]
    report(
        measured, bare=bare["seconds"], bare_cpu=bare["cpu"], bytes=size, csv_files=files, files=len(read),
        rows=sum(line.rows_read for line in read), observations=sum(line.observations for line in read),
        refused=[line.path.name for line in result.lines if line.outcome == "refused"],
        laps={name: (seconds, (result.cpu_seconds or {})[name]) for name, seconds in (result.seconds or {}).items()},
    )  # fmt: skip


if __name__ == "__main__":
    main()
