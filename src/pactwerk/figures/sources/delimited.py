"""The way of every delimited table: stage it fast, look whether anything is odd, and if so stage it carefully."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.codes import distinct
from pactwerk.figures.sources.counts import careful_selects, count_problems, fast_selects
from pactwerk.figures.sources.job import Job
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.locations import location_problems, location_selects, wrong_locations
from pactwerk.figures.sources.refusal import refuse_at, refuse_many
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.staging import Select, cell, stage_plain, stage_records
from pactwerk.figures.sources.strays import TOTAL, TOTALS_LINE
from pactwerk.figures.texts import Text

Problems = Callable[[Layout], list[RowProblem]]


@dataclass(frozen=True)
class Staged:
    """A checked `raw`: the number of rows, the lines that are no data."""

    rows: int
    strays: tuple[RowProblem, ...]


def fill(job: Job, layout: Layout, words: list[Select], odd: str = "false", problems: Problems | None = None) -> Staged:
    """Fill `raw` with row, location, the given columns and the counts.

    `odd` is SQL that says whether a row breaks the table's own rules, `problems` names the cells then.
    Raises Refused with line and column; nothing is left half read.
    """
    fixed = [*location_selects(layout), *words]
    fast = [*fixed, *_counts(layout, odd, careful=False)]
    rows = stage_plain(job.text, layout, job.scratch, fast)
    if rows and not _odd() and not wrong_locations():
        return Staged(rows, ())
    careful = [*fixed, *_counts(layout, odd, careful=True)]
    rows, strays = stage_records(job.text, layout, job.scratch, careful)
    if rows == 0:
        raise refuse_at(layout.header_line, "", "na de kopregel staan geen gegevens", "no data after the header")
    if _odd() or wrong_locations():
        raise refuse_many(_all_problems(layout, problems))
    return Staged(rows, tuple(strays))


def leave_totals(layout: Layout, staged: Staged, keys: Iterable[str]) -> Staged:
    """Take the lines out of `raw` that have a location and yet are a sum of others, as one of these columns says."""
    found: list[RowProblem] = []
    for key in keys:
        words = distinct(key) if key in layout.positions else []
        totals = [word for word in words if TOTAL.match(word)]
        if not totals or len(totals) == len(words):
            continue
        wanted = f"{key} IN ({', '.join(map(engine.literal, totals))})"
        header = layout.header_of(key)
        found += [RowProblem(row, header, TOTALS_LINE) for (row,) in engine.rows(f"SELECT row FROM raw WHERE {wanted}")]
        engine.rows(f"DELETE FROM raw WHERE {wanted}")
    return Staged(staged.rows - len(found), tuple(sorted([*staged.strays, *found])))


def _counts(layout: Layout, strange: str, *, careful: bool) -> list[Select]:
    if not layout.wide:
        return [(strange, "odd")]
    return careful_selects(layout, strange) if careful else fast_selects(layout, strange)


def _odd() -> bool:
    return bool(engine.rows("SELECT coalesce(bool_or(odd), false) FROM raw")[0][0])


def _all_problems(layout: Layout, problems: Problems | None) -> list[RowProblem]:
    found = location_problems(layout) + (problems(layout) if problems else [])
    if layout.wide:
        found += count_problems(layout)
    if not found:
        row = engine.rows("SELECT min(row) FROM raw WHERE odd")[0][0]
        found = [RowProblem(row, "", Text("regel voldoet niet aan het contract", "row breaks the contract"))]
    return sorted(found)


def whole_line(layout: Layout) -> Select:
    """The cells of a line in one, those that are not read too: what tells a second copy of it."""
    cells = ", ".join(cell(position) for position in range(len(layout.header)))
    return f"hash({cells})", "whole"


def refuse_doubles(layout: Layout, key: str, what_nl: str, what_en: str) -> None:
    """Refuse a file in which a key, SQL over `raw`, occurs twice: one of both lines would be counted double."""
    found = engine.rows(f"SELECT max(row), min(row) FROM raw GROUP BY {key} HAVING count(*) > 1 ORDER BY 1 LIMIT 20")
    if found:
        column = layout.header_of("location")
        raise refuse_many(
            [
                RowProblem(
                    row,
                    column,
                    Text(f"{what_nl} stond al op regel {first}", f"{what_en} stood on line {first} already"),
                )
                for row, first in found
            ]
        )
