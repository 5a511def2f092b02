"""Cells that hold an amount, as text and as number: counts, decimals, what is hidden, what is not known."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.contract import Contract
from pactwerk.figures.sources.layout import Layout, WideColumn
from pactwerk.figures.sources.refusal import refuse_at
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.staging import Select, text_of
from pactwerk.figures.texts import Text

_DIGITS = "[0-9]{1,9}"
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
    doubtful = [(_thousands(column), f"d{column.position}") for column in _decimals(layout)]
    return [*amounts, *doubtful, (extra_odd, "odd")]


def _decimals(layout: Layout) -> list[WideColumn]:
    wide = layout.contract.wide
    return [column for column in layout.wide if wide and wide.decimal(column.groups)]


def _thousands(column: WideColumn) -> str:
    """SQL: whether the point in a cell may part thousands; NULL for a cell without a point."""
    text = text_of(column.position)
    return f"CASE WHEN contains({text}, '.') THEN regexp_full_match({text}, '[1-9][0-9]{{0,2}}[.][0-9]{{3}}') END"


def refuse_ambiguous(layout: Layout) -> None:
    """Refuse a file in which every point of a column of decimals may part thousands: `9.562` is 9562 or 9,562."""
    for column in _decimals(layout):
        doubtful = f"d{column.position}"
        every, row = engine.rows(f"SELECT bool_and({doubtful}), min(row) FILTER (WHERE {doubtful}) FROM raw")[0]
        if every:
            nl = "de punt kan duizendtallen of decimalen scheiden; dat is aan geen enkele cel te zien"
            raise refuse_at(row, column.header, nl, "the point may part thousands or decimals; no cell tells which")


def wrong_amount(layout: Layout) -> str:
    """SQL over a staged `raw`: whether a row has a cell that is no amount."""
    wrong = [f"coalesce({amount_name(column.position)} = {_WRONG}, false)" for column in layout.wide]
    return " OR ".join(wrong) or "false"


def _amount(contract: Contract, column: WideColumn, careful: bool) -> str:
    wide = contract.wide
    assert wide is not None
    text = text_of(column.position)
    # short texts: parsing these expressions is what reading a small file costs most
    said = ["WHEN '0' THEN 0.0"]
    if wide.blank is not None:
        said.append(f"WHEN '' THEN {'0.0' if wide.blank == 'zero' else 'NULL'}")
    said += [f"WHEN {engine.literal(mark)} THEN NULL" for mark in wide.unknown]
    if contract.suppressed:
        said.append(f"WHEN {engine.literal(contract.suppressed)} THEN {HIDDEN}")
    cases = [f"WHEN regexp_full_match({text}, '{_DIGITS}') THEN try_cast({text} AS DOUBLE)"]
    if wide.decimal(column.groups):
        point = f"replace({text}, ',', '.')"
        cases.append(f"WHEN regexp_full_match({text}, '{_DECIMAL}') THEN try_cast({point} AS DOUBLE)")
        cases.append(f"WHEN regexp_full_match({text}, '{_PERCENT}') THEN try_cast(rtrim({point}, '%') AS DOUBLE)")
    elif careful:
        plain = f"replace({text}, '.', '')"
        cases.append(f"WHEN regexp_full_match({text}, '{_THOUSANDS}') THEN try_cast({plain} AS DOUBLE)")
    return f"CASE {text} {' '.join(said)} ELSE CASE {' '.join(cases)} ELSE {_WRONG} END END"


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
