"""Cells that hold an amount, as text and as number: counts, decimals, what is hidden, what is not known."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.contract import Contract
from pactwerk.figures.sources.layout import Layout, WideColumn
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.staging import Select, text_of
from pactwerk.figures.texts import Text

_DIGITS = "[0-9]+"
_MOST_DIGITS = 9
_THOUSANDS = "[0-9]{1,3}([.][0-9]{3}){1,2}"
_DECIMAL = "-?[0-9]*[.,]?[0-9]+"
_PERCENT = "-?[0-9]*[.,]?[0-9]+%"
_MOST_PROBLEMS = 20

HIDDEN = "'infinity'::DOUBLE"
"""Stands in `raw` for the publisher's mark; NULL for an amount that is not known."""
_WRONG = "'-infinity'::DOUBLE"


def amount_name(position: int) -> str:
    """The name in `raw` of the amount at a position."""
    return f"a{position}"


def amount_selects(layout: Layout, extra_odd: str, *, careful: bool) -> list[Select]:
    """The amounts, and `odd`: whether a row breaks a rule of the table.

    Only a careful reading knows thousand separators: most files have none, and looking for them in every column costs
    a small file half its time.
    """
    amounts = [(_amount(layout.contract, column, careful), amount_name(column.position)) for column in layout.wide]
    return [*amounts, (extra_odd, "odd")]


def wrong_amount(layout: Layout) -> str:
    """SQL over a staged `raw`: whether a row has a cell that is no amount."""
    wrong = [f"coalesce({amount_name(column.position)} = {_WRONG}, false)" for column in layout.wide]
    return " OR ".join(wrong) or "false"


def _amount(contract: Contract, column: WideColumn, careful: bool) -> str:
    wide = contract.wide
    assert wide is not None
    text = text_of(column.position)
    cases = [f"WHEN {text} = '0' THEN 0.0"]
    if wide.blank is not None:
        cases.append(f"WHEN {text} = '' THEN {'0.0' if wide.blank == 'zero' else 'NULL'}")
    cases += [f"WHEN {text} = {engine.literal(mark)} THEN NULL" for mark in wide.unknown]
    if contract.suppressed:
        cases.append(f"WHEN {text} = {engine.literal(contract.suppressed)} THEN {HIDDEN}")
    count = f"length({text}) <= {_MOST_DIGITS} AND regexp_full_match({text}, '{_DIGITS}')"
    cases.append(f"WHEN {count} THEN try_cast({text} AS DOUBLE)")
    if wide.decimal(column.groups):
        point = f"replace({text}, ',', '.')"
        cases.append(f"WHEN regexp_full_match({text}, '{_DECIMAL}') THEN try_cast({point} AS DOUBLE)")
        cases.append(f"WHEN regexp_full_match({text}, '{_PERCENT}') THEN try_cast(rtrim({point}, '%') AS DOUBLE)")
    elif careful:
        plain = f"replace({text}, '.', '')"
        cases.append(f"WHEN regexp_full_match({text}, '{_THOUSANDS}') THEN try_cast({plain} AS DOUBLE)")
    return f"CASE {' '.join(cases)} ELSE {_WRONG} END"


def amount_problems(layout: Layout) -> list[RowProblem]:
    """The cells that hold no amount, first ones first; the cells' texts are staged as `t<position>`."""
    if not layout.wide:
        return []
    parts = [
        f"SELECT row, {engine.literal(column.header)}, t{column.position} FROM raw "
        f"WHERE {amount_name(column.position)} = {_WRONG}"
        for column in layout.wide
    ]
    found = engine.rows(f"{' UNION ALL '.join(parts)} ORDER BY 1 LIMIT {_MOST_PROBLEMS}")
    return [
        RowProblem(row, column, Text(f"'{text}' is geen aantal", f"'{text}' is no amount"))
        for row, column, text in found
    ]
