"""Cells that hold a count: whole numbers, with thousand separators or a suppressed mark; nothing else."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

import re

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.contract import Contract
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.staging import Select, cell
from pactwerk.figures.texts import Text

_PLAIN = "[0-9]{1,7}"
_THOUSANDS = "[0-9]{1,3}([.][0-9]{3}){1,2}"
MOST_PROBLEMS = 20


def count_name(position: int) -> str:
    """The name in `raw` of the count at a position; NULL there is a suppressed cell."""
    return f"n{position}"


def bounds(contract: Contract) -> str:
    """SQL over `count`: its bounds, which a suppressed cell has from the contract, and whether it is suppressed."""
    low, high = contract.suppressed_means or ("NULL", "NULL")
    return f"coalesce(count, {low}) AS low, coalesce(count, {high}) AS high, count IS NULL AS suppressed"


def fast_selects(layout: Layout, extra_odd: str) -> list[Select]:
    """Counts as a plain cast, and `odd`: whether a row has a cell that is no plain count nor the mark.

    `try_cast` turns `1.001` into 1 without a word, so all cells of a row are looked at as one text first: an empty
    cell, a sign, a separator or a long number makes the row odd. A NULL in a row that is not odd is the mark.
    """
    mark = layout.contract.suppressed
    cells = [f"{cell(column.position)}, ';'" for column in layout.wide]
    one = f"{_PLAIN};|{re.escape(mark)};" if mark else f"{_PLAIN};"
    whole = f"regexp_full_match(concat({', '.join(cells)}), {engine.literal(f'(?:{one})*')})"
    counts = [(f"try_cast({cell(p.position)} AS INTEGER)", count_name(p.position)) for p in layout.wide]
    return [*counts, (f"NOT {whole} OR {extra_odd}", "odd")]


def careful_selects(layout: Layout, extra_odd: str) -> list[Select]:
    """Counts by their full spelling, the cells' texts beside them, and `odd` for a row that cannot be right."""
    mark = engine.literal(layout.contract.suppressed or "")
    selects: list[Select] = []
    bad = [extra_odd]
    for column in layout.wide:
        text = f"coalesce(trim({cell(column.position)}), '')"
        value = (
            f"CASE WHEN regexp_full_match({text}, '{_PLAIN}') THEN try_cast({text} AS INTEGER) "
            f"WHEN regexp_full_match({text}, '{_THOUSANDS}') THEN try_cast(replace({text}, '.', '') AS INTEGER) END"
        )
        selects += [(value, count_name(column.position)), (text, f"t{column.position}")]
        bad.append(f"(({value}) IS NULL AND ({text} <> {mark} OR {text} = ''))")
    return [*selects, (" OR ".join(bad), "odd")]


def count_problems(layout: Layout) -> list[RowProblem]:
    """After careful staging: the cells that hold no count, first ones first."""
    mark = engine.literal(layout.contract.suppressed or "")
    parts = [
        f"SELECT row, {engine.literal(column.header)}, t{column.position} FROM raw "
        f"WHERE odd AND n{column.position} IS NULL AND (t{column.position} <> {mark} OR t{column.position} = '')"
        for column in layout.wide
    ]
    found = engine.rows(f"{' UNION ALL '.join(parts)} ORDER BY 1 LIMIT {MOST_PROBLEMS}")
    return [
        RowProblem(row, column, Text(f"'{text}' is geen aantal", f"'{text}' is no count"))
        for row, column, text in found
    ]
