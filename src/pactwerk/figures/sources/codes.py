"""From the words in a publisher's column to our codes, decided once per distinct word."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Callable

from pactwerk.figures.sources import engine
from pactwerk.figures.texts import Text, number


def distinct(name: str) -> list[str]:
    """The distinct texts of a column of `raw`."""
    return [row[0] for row in engine.rows(f"SELECT DISTINCT {name} FROM raw ORDER BY 1")]


def coded(
    name: str, header: str, width: int, code_of: Callable[[str], tuple[str | None, ...] | None]
) -> tuple[list[tuple[object, ...]], list[Text]]:
    """A table of word and codes for a column of `raw`, and a warning for the words that have none.

    An unknown word costs the file nothing but that code: the row counts wherever the code is not asked for.
    """
    table: list[tuple[object, ...]] = []
    warnings: list[Text] = []
    for word in distinct(name):
        codes = code_of(word)
        table.append((word, *(codes or (None,) * width)))
        if codes is None:
            warnings.append(_unknown(name, header, word))
    return table, warnings


def _unknown(name: str, header: str, word: str) -> Text:
    row, rows = engine.rows(f"SELECT min(row), count(*) FROM raw WHERE {name} = {engine.literal(word)}")[0]
    rows_nl, rows_en = number(rows)
    return Text(
        f"kolom '{header}': onbekende waarde '{word}' (vanaf regel {row}, {rows_nl} regels), telt zonder code mee",
        f"column '{header}': unknown value '{word}' (from line {row} on, {rows_en} rows), counted without a code",
    )
