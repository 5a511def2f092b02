"""One section of the quality report: a title, columns, rows, and what to make of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pactwerk.figures.texts import Text

Cell = str | int | float | bool | None


@dataclass(frozen=True)
class Column:
    """A column: its key in JSON and its name on screen."""

    key: str
    name: Text


@dataclass(frozen=True)
class Section:
    """Rows of one kind. `note` says how to read them; `alarm` whether a row asks for somebody's attention."""

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: Text
    alarm: bool = False

    def as_data(self, *, dutch: bool = True) -> dict[str, Any]:
        """As plain data; texts in one language, numbers as numbers."""
        return {
            "title": in_language(self.title, dutch=dutch),
            "note": in_language(self.note, dutch=dutch),
            "alarm": self.alarm,
            "rows": [
                {column.key: in_language(cell, dutch=dutch) for column, cell in zip(self.columns, row, strict=True)}
                for row in self.rows
            ],
        }


def in_language(cell: Any, *, dutch: bool) -> Any:
    """A text in the asked language; anything else as it is."""
    if not isinstance(cell, str):
        return cell
    return str(cell) if dutch else getattr(cell, "en", str(cell))


def columns(names: Mapping[str, tuple[str, str]]) -> tuple[Column, ...]:
    """Columns from their keys and names in Dutch and English."""
    return tuple(Column(key, Text(*name)) for key, name in names.items())


def rows(found: Sequence[Sequence[Any]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows as tuples."""
    return tuple(tuple(row) for row in found)
