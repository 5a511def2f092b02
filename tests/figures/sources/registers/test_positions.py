"""Whatever a register writes in its positions is read back as it was written."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import _duckdb as duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwerk.figures import sources
from pactwerk.figures.sources import Outcome

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BRINS = st.builds(
    lambda number, letters: f"{number:02}{letters}", st.integers(0, 99), st.text(_LETTERS, min_size=2, max_size=2)
)
_NAMES = st.text("abcdé'.-& (ABC)0123", min_size=1, max_size=30).map(str.strip).filter(bool)
_DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
_ROWS = st.dictionaries(
    _BRINS, st.tuples(_NAMES, st.one_of(st.none(), st.integers(1000, 9999)), _DAYS, st.one_of(st.none(), _DAYS)),
    min_size=3, max_size=12,
)  # fmt: skip


def _compact(day: date | None) -> str:
    return day.strftime("%Y%m%d") if day else " " * 8


@given(_ROWS)
@settings(max_examples=20, deadline=None)
def test_a_register_is_read_as_it_was_written(
    rows: dict[str, tuple[str, int | None, date, date | None]],
) -> None:
    lines = [
        f"{brin}{name:<30}{postcode or '':<4}{'DORP':<24}{_compact(opened)}{_compact(closed)}OPBOpenbaar"
        for brin, (name, postcode, opened, closed) in rows.items()
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Dec_brinnummer.asc"
        path.write_bytes(("\r\n".join(lines) + "\r\n").encode("cp1252"))
        report = sources.read(path, workdir=Path(folder) / "work")
        assert (report.outcome, report.table) == (Outcome.READ, "brin_register"), report.reason
        with duckdb.connect(":memory:") as connection:
            found = connection.execute(
                f"SELECT brin, name, postcode4, opened, closed FROM '{report.parquet}' ORDER BY row"
            ).fetchall()
    assert found == [
        (brin, name, str(postcode) if postcode else None, opened.isoformat(), closed.isoformat() if closed else None)
        for brin, (name, postcode, opened, closed) in rows.items()
    ]
