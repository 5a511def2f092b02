"""A register of places as delimited text: its lines as texts by our names of the columns."""

# ruff: noqa: S608  -- SQL over our own names

from collections.abc import Callable

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.geography.keeping import Found, Row
from pactwerk.figures.sources.job import Job, last_line
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.staging import stage_records, text_of
from pactwerk.figures.texts import Text

Wrong = tuple[str, str]
"""Our name of a column and the text in it that is none of what it should be."""


def lines(job: Job, layout: Layout, row_of: Callable[[dict[str, str]], Row | Wrong]) -> Found:
    """Every line through `row_of`; lines that are no data are listed. Raises Refused for a line that is not whole."""
    keys = sorted(layout.positions)
    _, strays = stage_records(job.text, layout, job.scratch, [(text_of(layout.positions[key]), key) for key in keys])
    found = Found(strays=strays, remarks=[*layout.told(), *last_line(job.text)])
    for row, *cells in engine.rows(f"SELECT row, {', '.join(keys)} FROM raw ORDER BY row"):
        made = row_of(dict(zip(keys, cells, strict=True)))
        if isinstance(made, tuple):
            found.wrong.append(_wrong(row, layout, made))
        else:
            found.rows.append({**made, "row": row})
    return found


def _wrong(row: int, layout: Layout, wrong: Wrong) -> RowProblem:
    key, text = wrong
    header = layout.header_of(key)
    return RowProblem(row, header, Text(f"'{text}' past niet in deze kolom", f"'{text}' does not fit this column"))
