"""Rows of named columns that a notebook shows as a table, and that become a Polars or pandas frame on request."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from pactwerk.basis.readable import ReadableError

if TYPE_CHECKING:
    import pandas
    import polars

MOST_SHOWN = 60
KINDS: Mapping[str, str] = {"text": "String", "number": "Float64", "whole": "Int64"}


class LibraryMissing(ReadableError):
    """A frame of a library that is not installed was asked for."""

    def __init__(self, name: str) -> None:
        """Say how it is installed."""
        super().__init__(
            f"De bibliotheek {name} is niet geïnstalleerd; installeer met: pip install 'pactwerk[notebook]'",
            f"The library {name} is not installed; install it with: pip install 'pactwerk[notebook]'",
        )


@dataclass(frozen=True)
class Listing:
    """`columns` maps a name to `text`, `number` or `whole`; a row has a cell (or None) per column, in that order."""

    columns: Mapping[str, str]
    rows: tuple[Sequence[Any], ...]
    caption: str = ""

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Each row by the names of its columns."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def to_polars(self) -> "polars.DataFrame":
        """A Polars frame; a cell that is not known is null. Raises LibraryMissing."""
        try:
            import polars
        except ModuleNotFoundError:
            raise LibraryMissing("polars") from None
        schema = {name: getattr(polars, KINDS[kind]) for name, kind in self.columns.items()}
        return polars.DataFrame([list(row) for row in self.rows], schema=schema, orient="row")

    def to_pandas(self) -> "pandas.DataFrame":
        """A pandas frame with nullable columns. Raises LibraryMissing."""
        try:
            import pandas
        except ModuleNotFoundError:
            raise LibraryMissing("pandas") from None
        types = {"text": "string", "number": "Float64", "whole": "Int64"}
        columns = list(zip(*self.rows, strict=True)) or [()] * len(self.columns)
        return pandas.DataFrame(
            {
                name: pandas.Series(cells, dtype=types[kind])
                for (name, kind), cells in zip(self.columns.items(), columns, strict=True)
            }
        )

    def _repr_html_(self) -> str:
        head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in self.columns)
        shown = self.rows[:MOST_SHOWN]
        body = "".join("<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in shown)
        more = f"<p>… {len(self.rows) - len(shown)} rijen meer</p>" if len(self.rows) > len(shown) else ""
        caption = f"<caption>{escape(self.caption)}</caption>" if self.caption else ""
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"

    def __str__(self) -> str:
        """The rows as text, in columns of equal width."""
        cells = [list(self.columns), *([_text(cell) for cell in row] for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in cells)
        return "\n".join([*([self.caption] if self.caption else []), *lines])


def _text(cell: Any) -> str:
    return "" if cell is None else f"{cell:g}" if isinstance(cell, float) and abs(cell) < 1e6 else str(cell)


def _cell(cell: Any) -> str:
    return escape(_text(cell))
