"""How a load grows with the rows: the pupils of one year once, four times and sixteen times, locations of their own."""

import re
import sys
import tempfile
from pathlib import Path

import _duckdb

from bench.files import PUPILS, data, text_of
from bench.measured import Clock, report

_CODES = 100 * 26 * 26
_STEP = 4211
"""Prime to the number of codes, so that the copies of an institution are spread."""


def generated(times: int, folder: Path) -> Path:
    """The file of 2017/18 with every row so many times, each copy at institutions of another code."""
    head, *lines = text_of(data() / PUPILS["2017/18"]).splitlines()
    target = folder / "leerlingen-vo-2017-2018.csv"
    with target.open("w", encoding="utf-8", newline="") as out:
        out.write(head + "\n")
        for copy in range(times):
            out.writelines(_moved(line, copy) + "\n" for line in lines)
    return target


def _moved(line: str, copy: int) -> str:
    match = re.match(r"(\d\d)([A-Z])([A-Z])", line)
    assert match is not None
    number = (int(match[1]) * 26 + ord(match[2]) - 65) * 26 + ord(match[3]) - 65
    number = (number + copy * _STEP) % _CODES
    tens, letters = divmod(number, 26 * 26)
    return f"{tens:02d}{chr(65 + letters // 26)}{chr(65 + letters % 26)}{line[4:]}"


def main() -> None:
    """`python -m bench.growth TIMES HOME`: the bare read of the generated file and the whole load of it."""
    from pactwerk.figures.indicators.compiling import kept_statements
    from pactwerk.figures.releases.loading import load

    times, home = int(sys.argv[1]), Path(sys.argv[2])
    kept_statements(home / "compiled")
    with tempfile.TemporaryDirectory() as folder:
        path = generated(times, Path(folder))
        clock = Clock()
        query = "SELECT count(*) FROM read_csv($path, delim = ';', header = true, all_varchar = true)"
        ((rows,),) = _duckdb.connect(":memory:").execute(query, {"path": str(path)}).fetchall()
        bare = clock.read()
        clock = Clock()
        result = load(home, [path])
        measured = clock.read()
        assert result.exit_code == 0, [line.reason for line in result.lines]
        report(measured, bare=bare["seconds"], bare_cpu=bare["cpu"], rows=rows, bytes=path.stat().st_size)


if __name__ == "__main__":
    main()
