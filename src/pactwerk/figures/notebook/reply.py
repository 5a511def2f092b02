"""The answer to a question: figures with everything needed to judge them, as a frame, a picture, or their sources."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwerk.basis.places import Area
from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.disclosure_control.serialise import HEAD, OBSERVED, TAIL, cells
from pactwerk.figures.indicators import Indicator
from pactwerk.figures.notebook.listing import Listing
from pactwerk.figures.notebook.picture import Picture

if TYPE_CHECKING:
    import pandas
    import polars

_NUMBERS = frozenset({"value", "low", "high"})
_WHOLE = frozenset({"numerator", "denominator"})


@dataclass(frozen=True)
class Reply:
    """Figures of one indicator for one area. `table` is what passed the gate; `messages` is what to know beside it."""

    table: PublishableTable
    indicator: Indicator
    area: Area
    messages: tuple[str, ...] = ()
    dutch: bool = True

    def __len__(self) -> int:
        """How many figures there are."""
        return len(self.table)

    def listing(self) -> Listing:
        """The columns of the CSV download, numbers as numbers; a hidden figure has `low` and `high` and no `value`."""
        columns = {name: _kind(name) for name in (*HEAD, *self.table.dimensions, *TAIL, *OBSERVED)}
        broken = self.table.break_texts()
        rows = tuple(
            tuple(map(_typed, columns.values(), cells(row, self.table.dimensions, text)))
            for row, text in zip(self.table, broken, strict=True)
        )
        return Listing(columns, rows, self._caption())

    def to_polars(self) -> "polars.DataFrame":
        """`listing()` as a Polars frame."""
        return self.listing().to_polars()

    def to_pandas(self) -> "pandas.DataFrame":
        """`listing()` as a pandas frame."""
        return self.listing().to_pandas()

    def sources(self) -> Listing:
        """Per figure every file or publication behind it; with line numbers when the question was to `explain`."""
        columns = dict.fromkeys(("period", *self.table.dimensions, "file", "sha256", "lines", "address"), "text")
        rows = tuple(
            (row.period, *self._codes(row), source.file, source.sha256, source.rows, source.url)
            for row in self.table
            for source in row.sources
        )
        return Listing(columns, rows, self._caption())

    def plot(self) -> Picture:
        """The figures as a picture: over time, or the breakdown of one period; no line crosses a break."""
        from pactwerk.figures.notebook.drawing import draw

        name = self.area.name_nl if self.dutch else self.area.name_en
        return draw(self.table, self.indicator, name, dutch=self.dutch)

    def _codes(self, row: Row) -> list[str]:
        return [row.by.get(name, "") for name in self.table.dimensions]

    def _caption(self) -> str:
        example = ("VOORBEELDGEGEVENS. " if self.dutch else "EXAMPLE DATA. ") if self.table.example else ""
        words = (
            (self.indicator.name_nl, self.area.name_nl) if self.dutch else (self.indicator.name_en, self.area.name_en)
        )
        notes = [text if self.dutch else str(getattr(text, "en", text)) for text in self.table.notes]
        return " ".join([f"{example}{self.indicator.code} {words[0]}, {words[1]}.", *self.messages, *notes])

    def _repr_html_(self) -> str:
        return self.listing()._repr_html_()

    def __str__(self) -> str:
        """The figures as text in columns."""
        return str(self.listing())


def _kind(name: str) -> str:
    return "number" if name in _NUMBERS else "whole" if name in _WHOLE else "text"


def _typed(kind: str, text: str) -> str | float | int | None:
    if not text:
        return None
    return text if kind == "text" else float(text) if kind == "number" else int(text)
