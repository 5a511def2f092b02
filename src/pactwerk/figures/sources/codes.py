"""From the words in a publisher's column to our codes, decided once per distinct word."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from collections.abc import Callable, Sequence

from pactwerk.figures.sources import engine
from pactwerk.figures.texts import Text, number

_TOLD_ALONE = 3
_NAMED = 10


def distinct(name: str) -> list[str]:
    """The distinct texts of a column of `raw`."""
    return [row[0] for row in engine.rows(f"SELECT DISTINCT {name} FROM raw ORDER BY 1")]


def coded(
    name: str, header: str, width: int, code_of: Callable[[str], tuple[str | None, ...] | None]
) -> tuple[list[tuple[object, ...]], list[Text]]:
    """A table of word and codes for a column of `raw`, and a warning for the words that have none.

    An unknown word costs the file nothing but that code: the row counts wherever the code is not asked for.
    """
    found = [(word, code_of(word)) for word in distinct(name)]
    table: list[tuple[object, ...]] = [(word, *(codes or (None,) * width)) for word, codes in found]
    unknown = [word for word, codes in found if codes is None]
    if len(unknown) > _TOLD_ALONE:
        return table, [_many(name, header, unknown)]
    return table, [_unknown(name, header, word) for word in unknown]


def _unknown(name: str, header: str, word: str) -> Text:
    row, nl, en = _rows(name, [word])
    return Text(
        f"kolom '{header}': onbekende waarde '{word}' (vanaf regel {row}, {nl} regels), telt zonder code mee",
        f"column '{header}': unknown value '{word}' (from line {row} on, {en} rows), counted without a code",
    )


def _many(name: str, header: str, words: Sequence[str]) -> Text:
    row, nl, en = _rows(name, words)
    first, more = ", ".join(f"'{word}'" for word in words[:_NAMED]), len(words) - _NAMED
    return Text(
        f"kolom '{header}': {len(words)} onbekende waarden: {first}"
        f"{f' en nog {more}' if more > 0 else ''} (vanaf regel {row}, {nl} regels), tellen zonder code mee",
        f"column '{header}': {len(words)} unknown values: {first}"
        f"{f' and {more} more' if more > 0 else ''} (from line {row} on, {en} rows), counted without a code",
    )


def _rows(name: str, words: Sequence[str]) -> tuple[int, str, str]:
    """The first line with one of these words, and how many lines have one, in Dutch and English."""
    wanted = ", ".join(map(engine.literal, words))
    row, rows = engine.rows(f"SELECT min(row), count(*) FROM raw WHERE {name} IN ({wanted})")[0]
    return int(row), *number(rows)
