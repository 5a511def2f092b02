"""From the words in a publisher's column to our codes, decided once per distinct word."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Callable

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.refusal import refuse_many
from pactwerk.figures.sources.report import RowProblem
from pactwerk.figures.sources.texts import Text


def distinct(name: str) -> list[str]:
    """The distinct texts of a column of `raw`."""
    return [row[0] for row in engine.rows(f"SELECT DISTINCT {name} FROM raw ORDER BY 1")]


def coded(name: str, header: str, code_of: Callable[[str], tuple[str | None, ...] | None]) -> list[tuple[object, ...]]:
    """A table of word and codes for a column of `raw`. Raises Refused with the first lines of words without code."""
    table: list[tuple[object, ...]] = []
    unknown: list[str] = []
    for word in distinct(name):
        codes = code_of(word)
        if codes is None:
            unknown.append(word)
        else:
            table.append((word, *codes))
    if unknown:
        raise refuse_many([_first(name, header, word) for word in unknown])
    return table


def _first(name: str, header: str, word: str) -> RowProblem:
    row = engine.rows(f"SELECT min(row) FROM raw WHERE {name} = {engine.literal(word)}")[0][0]
    return RowProblem(row, header, Text(f"onbekende waarde '{word}'", f"unknown value '{word}'"))
