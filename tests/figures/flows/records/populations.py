"""Small invented populations of enrolments, written as the files a user would have, and hypothesis strategies."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import polars
from hypothesis import strategies as st

from pactwerk.figures.flows.records.layout import REQUIRED

Row = Mapping[str, str | int | None]

SIMPLE: dict[str, str | int | None] = {
    "year": 2016, "person": "p1", "institution": "01AB", "level": "vo", "track": "kb", "field": "techniek",
    "grade": "3", "sex": "female", "area": "GM0361", "diploma": "",
}  # fmt: skip


def enrolment(**columns: str | int | None) -> Row:
    """One row of the layout; what is not said is as in SIMPLE."""
    return SIMPLE | columns


def parquet(path: Path, rows: Sequence[Row]) -> Path:
    """A Parquet file; every text column is text, also where all of it is empty."""
    names = [*REQUIRED, *(name for name in (rows[0] if rows else {}) if name not in REQUIRED)]
    frame = polars.DataFrame(
        {
            name: polars.Series(
                [row.get(name) for row in rows], dtype=polars.Int32 if name in ("year", "age") else polars.String
            )
            for name in names
        }
    )
    frame.write_parquet(path)
    return path


def text(path: Path, rows: Sequence[Row], delimiter: str = ";") -> Path:
    """A CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(REQUIRED), delimiter=delimiter)
        writer.writeheader()
        writer.writerows({name: "" if row[name] is None else row[name] for name in REQUIRED} for row in rows)
    return path


def _codes(*codes: str | None) -> st.SearchStrategy[str | None]:
    return st.sampled_from(codes)


ROWS = st.fixed_dictionaries(
    {
        "year": st.sampled_from([2015, 2016, 2017, 2018, 2020, None]),
        "person": st.sampled_from(["a", "b", "c", "d", "e", "f", "", None]),
        "institution": _codes("01AB", "02CD", None),
        "level": _codes("vo", "mbo", "MBO ", "hbo", "wo", "vavo", "mbo-extraneus", "so", "ergens", "", None),
        "track": _codes("kb", "tl", "2", "", "zomaar", None),
        "field": _codes("techniek", "", None),
        "grade": _codes("3", "4", "", "99"),
        "sex": _codes("male", "female", "unknown", "x", None),
        "area": _codes("GM0361", "gm0014", "Alkmaar", None),
        "diploma": _codes("", "vmbo-kb", "mbo-2", "zwemdiploma", None),
    }
)
"""Rows with everything that goes wrong: doubles, gaps, nobody, no year, codes that nobody knows."""

POPULATIONS = st.lists(ROWS, min_size=1, max_size=30).filter(lambda rows: any(row["year"] for row in rows))
