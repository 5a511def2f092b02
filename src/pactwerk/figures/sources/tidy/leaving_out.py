"""Rows and cells of a tidy table that are no observations: not known, a total of other rows, about no place."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.codes import distinct
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.tidy.amounts import amount_name
from pactwerk.figures.sources.tidy.shape import Shape
from pactwerk.figures.texts import Text, number


def leave_out(layout: Layout, shape: Shape) -> list[Text]:
    """Take the rows out of `raw` that are no observations; what was left out, and how much of it, in words."""
    return [*_extra(layout), *_unknown(layout), *_aside(layout, shape)]


def _extra(layout: Layout) -> list[Text]:
    return [
        Text(f"onbekende kolom '{name}', niet gelezen", f"unknown column '{name}', not read") for name in layout.extra
    ]


def _unknown(layout: Layout) -> list[Text]:
    names = [amount_name(column.position) for column in layout.wide]
    if not names:
        return []
    empty = " + ".join(f"({name} IS NULL)::INTEGER" for name in names)
    cells = int(engine.rows(f"SELECT coalesce(sum({empty}), 0) FROM raw")[0][0])
    if not cells:
        return []
    engine.rows(f"DELETE FROM raw WHERE {' AND '.join(f'{name} IS NULL' for name in names)}")
    nl, en = number(cells)
    return [
        Text(
            f"{nl} cellen gaf de uitgever niet (leeg of onbekend); dat is geen nul, ze ontbreken",
            f"{en} cells the publisher did not give (empty or unknown); that is no zero, they are missing",
        )
    ]


def _aside(layout: Layout, shape: Shape) -> list[Text]:
    found = []
    for entry in shape.coded:
        words = distinct(entry.key) if entry.key in layout.positions else []
        reasons = {word: reason for word in words if (reason := entry.aside(word))}
        for word, reason in reasons.items():
            of_word = f"{entry.key} = {engine.literal(word)}"
            rows = int(engine.rows(f"SELECT count(*) FROM raw WHERE {of_word}")[0][0])
            engine.rows(f"DELETE FROM raw WHERE {of_word}")
            nl, en = number(rows)
            found.append(Text(f"'{word}': {reason} ({nl} regels)", f"'{word}': {reason.en} ({en} rows)"))
    return found
