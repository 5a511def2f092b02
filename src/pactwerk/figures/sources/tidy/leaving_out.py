"""Rows and cells of a tidy table that are no observations: not known, a total of other rows, about no place."""

# ruff: noqa: S608  -- SQL over our own names; every foreign text passes engine.literal

from pactwerk.figures.sources import engine
from pactwerk.figures.sources.codes import distinct
from pactwerk.figures.sources.layout import Layout
from pactwerk.figures.sources.strays import TOTAL
from pactwerk.figures.sources.tidy.amounts import HIDDEN, amount_name
from pactwerk.figures.sources.tidy.observations import weight_of
from pactwerk.figures.sources.tidy.shape import Coded, Shape
from pactwerk.figures.texts import Text, number


def leave_out(layout: Layout, shape: Shape) -> list[Text]:
    """Take the rows out of `raw` that are no observations; what was left out, and how much of it, in words."""
    return [*layout.told(), *_outside(layout), *_unknown(layout, shape), *_aside(layout, shape)]


def _outside(layout: Layout) -> list[Text]:
    """Amounts that cannot be: a mark of 84, a distance of 0 metres. They are not kept."""
    wide = layout.contract.wide
    found = []
    for column in layout.wide:
        band = wide.band(column.groups) if wide else None
        if band is None:
            continue
        name = amount_name(column.position)
        # a zero without anybody is what the publisher writes where there is no mean at all
        wrong = f"{name} NOT BETWEEN {band[0]} AND {band[1]} AND {name} NOT IN (0, {HIDDEN})"
        zero = f"({name} = 0 AND {band[0]} > 0)"
        cells, row = engine.rows(f"SELECT count(*), min(row) FROM raw WHERE {wrong}")[0]
        engine.rows(f"UPDATE raw SET {name} = NULL WHERE ({wrong}) OR {zero}")
        if cells:
            found.append(_impossible(column.header, int(cells), int(row), band))
    return found


def _impossible(header: str, cells: int, row: int, band: tuple[float, float]) -> Text:
    nl, en = number(cells)
    return Text(
        f"kolom '{header}': {nl} waarden buiten {band[0]:g} tot {band[1]:g} (vanaf regel {row}), niet gebruikt",
        f"column '{header}': {en} values outside {band[0]:g} to {band[1]:g} (from line {row} on), not used",
    )


def _unknown(layout: Layout, shape: Shape) -> list[Text]:
    names = [amount_name(column.position) for column in layout.wide]
    if not names:
        return []
    said = [dict(shape.says(column.groups)) for column in layout.wide]
    over = [weight_of(says, said, shape) for says in said]
    # no mean is missing where there is nobody to have one
    asked = ["true" if place is None else f"{names[place]} > 0" for place in over]
    empty = " + ".join(f"({name} IS NULL AND {there})::INTEGER" for name, there in zip(names, asked, strict=True))
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


def _sum(entry: Coded, word: str, words: list[str]) -> Text | None:
    """Why rows are not counted whose word stands for all others of the column, where it is no code of its own."""
    if not (entry.targets and TOTAL.match(word)) or len(words) == 1 or "total" in (entry.decode(word) or ()):
        return None
    return Text("een som van andere regels, niet meegeteld", "a sum of other rows, not counted")


def _aside(layout: Layout, shape: Shape) -> list[Text]:
    found = []
    for entry in shape.coded:
        words = distinct(entry.key) if entry.key in layout.positions else []
        reasons = {word: reason for word in words if (reason := entry.aside(word) or _sum(entry, word, words))}
        for word, reason in reasons.items():
            of_word = f"{entry.key} = {engine.literal(word)}"
            rows = int(engine.rows(f"SELECT count(*) FROM raw WHERE {of_word}")[0][0])
            engine.rows(f"DELETE FROM raw WHERE {of_word}")
            nl, en = number(rows)
            found.append(Text(f"'{word}': {reason} ({nl} regels)", f"'{word}': {reason.en} ({en} rows)"))
    return found
