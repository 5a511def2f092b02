"""A tidy table in the engine, checked: its amounts are amounts, its keys are keys, and no line is there twice."""

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.codes import distinct
from pactwerk.figures.sources.job import Job
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.locations import location_problems, wrong_locations
from pactwerk.figures.sources.refusal import refuse_at, refuse_many
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.staging import Select, stage_plain, stage_records, text_of
from pactwerk.figures.sources.strays import TOTAL
from pactwerk.figures.sources.tidy.amounts import amount_problems, amount_selects, refuse_ambiguous, wrong_amount
from pactwerk.figures.sources.tidy.shape import Shape
from pactwerk.figures.texts import Text


def stage(job: Job, layout: Layout, shape: Shape) -> tuple[int, tuple[RowProblem, ...]]:
    """Fill `raw`; the number of rows and the lines that are no data. Raises Refused with line and column."""
    words = [*_texts(layout, shape), *_located(layout), *_extra(layout)]
    fast = amount_selects(layout, _keyless(layout), careful=False)
    rows = stage_plain(job.text, layout, job.scratch, [*words, *fast])
    strays: list[RowProblem] = []
    if not rows or _odd(layout):
        shown = [(text_of(column.position), f"t{column.position}") for column in layout.wide]
        slow = amount_selects(layout, _keyless(layout), careful=True)
        rows, strays = stage_records(job.text, layout, job.scratch, [*words, *slow, *shown])
        if rows == 0:
            raise refuse_at(layout.header_line, "", "na de kopregel staan geen gegevens", "no data after the header")
        if _odd(layout):
            raise refuse_many(_problems(layout))
    refuse_ambiguous(layout)
    return rows, tuple(strays)


def has_location(layout: Layout) -> bool:
    """Whether the table names locations (BRIN and vestiging), not only institutions or places."""
    return "location" in layout.positions


def _texts(layout: Layout, shape: Shape) -> list[Select]:
    plain = [key for key in ("stated", "brin", *shape.staged) if key in layout.positions]
    texts = {key: text_of(layout.positions[key]) for key in plain}
    for entry in shape.coded:
        if entry.key in layout.positions:
            texts[entry.key] = _with(text_of(layout.positions[entry.key]), layout.positions.get(entry.beside))
    cells = ", ".join(f"c{position}" for position in range(len(layout.header)))
    return [*((texts[key], key) for key in sorted(texts)), (f"hash({cells})", "whole")]


def _extra(layout: Layout) -> list[Select]:
    """The columns that nobody knows; see `refuse_split`."""
    return [(text_of(position), f"x{position}") for position, name in enumerate(layout.header) if name in layout.extra]


def _with(text: str, beside: int | None) -> str:
    return text if beside is None else f"trim({text} || ' ' || {text_of(beside)})"


def _located(layout: Layout) -> list[Select]:
    if not has_location(layout):
        return []
    location = text_of(layout.positions["location"])
    brin = text_of(layout.positions["brin"]) if "brin" in layout.positions else f"left({location}, 4)"
    return [(brin, "brin_text"), (location, "location_text")]


def _keyless(layout: Layout) -> str:
    """SQL: whether a line lacks the key that every line of data has (a totals line, a footer)."""
    key, pattern = layout.contract.key
    if key not in layout.positions:
        return "false"
    cell = f"upper({text_of(layout.positions[key])})"
    return f"NOT regexp_full_match({cell}, {engine.literal(pattern)})"


def _odd(layout: Layout) -> bool:
    odd = bool(engine.rows(f"SELECT coalesce(bool_or(odd OR {wrong_amount(layout)}), false) FROM raw")[0][0])  # noqa: S608
    return odd or (has_location(layout) and bool(wrong_locations()))


def _problems(layout: Layout) -> list[RowProblem]:
    found = amount_problems(layout) + (location_problems(layout) if has_location(layout) else [])
    if not found:
        key, _ = layout.contract.key
        header = layout.header_of(key)
        keyless = engine.rows("SELECT row FROM raw WHERE odd ORDER BY row LIMIT 20")
        found = [RowProblem(row, header, Text("de sleutel ontbreekt", "the key is missing")) for (row,) in keyless]
    return sorted(found)


def refuse_split(layout: Layout) -> None:
    """Refuse a file in which a column that nobody knows has totals beside their parts: both would be counted."""
    for _, name in _extra(layout):
        words = distinct(name)
        totals = [word for word in words if TOTAL.match(word)]
        if totals and len(words) > len(totals):
            row = engine.rows(f"SELECT min(row) FROM raw WHERE {name} = {engine.literal(totals[0])}")[0][0]  # noqa: S608
            nl = f"'{totals[0]}' naast delen ervan in een onbekende kolom; samen zouden ze dubbel tellen"
            en = f"'{totals[0]}' beside its parts in an unknown column; together they would count double"
            raise refuse_at(row, layout.header[int(name[1:])], nl, en)


def refuse_copies() -> None:
    """Refuse a file in which a line stands twice: it would be counted double."""
    found = engine.rows("SELECT max(row), min(row) FROM raw GROUP BY whole HAVING count(*) > 1 ORDER BY 1 LIMIT 20")
    if found:
        raise refuse_many(
            [
                RowProblem(row, "", Text(f"precies deze regel stond al op regel {first}", f"line {first} once more"))
                for row, first in found
            ]
        )
