"""`PublishableTable`: the only type that pages, charts, downloads and commands may draw or print."""

from collections.abc import Iterator
from dataclasses import InitVar, dataclass

from pactwerk.figures.disclosure_control import serialise
from pactwerk.figures.disclosure_control.row import PROTECTED_STATUS, NotPublishable, Row
from pactwerk.figures.disclosure_control.series import break_texts, broken_pairs
from pactwerk.figures.texts import Text

PROTECTED = "protected"
_GATE = object()
"""Known to this package only: a table made without it raises, so the gate fails closed."""


@dataclass(frozen=True)
class PublishableTable:
    """Figures that passed the gate. `example` marks *voorbeeldgegevens* on everything the table touches."""

    rows: tuple[Row, ...]
    dimensions: tuple[str, ...] = ()
    example: bool = False
    release: str | None = None
    policy: str = "open"
    notes: tuple[str, ...] = ()
    token: InitVar[object] = None

    def __post_init__(self, token: object) -> None:
        if token is not _GATE:
            raise NotPublishable("Een tabel die naar buiten gaat komt alleen uit figures.disclosure_control.")

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def to_csv(self) -> str:
        """The table as CSV text: comma, decimal point, LF line ends, one column per dimension."""
        return serialise.to_csv(self.rows, self.dimensions)

    def to_json(self) -> str:
        """A JSON list of objects: the figures of the CSV and what the CSV has no column for."""
        return serialise.to_json(self.rows, self.dimensions, release=self.release, example=self.example)

    def select(
        self,
        *,
        period: str | None = None,
        area: str | None = None,
        indicator: str | None = None,
        basis: str | None = None,
        definition: str | None = None,
        **by: str,
    ) -> "PublishableTable":
        """The rows that match every given value; dimensions by their own name, `select(track="bb")`."""
        wanted = {
            "period": period,
            "area": area,
            "indicator": indicator,
            "basis": basis,
            "definition": definition,
        }
        rows = tuple(
            row
            for row in self.rows
            if all(value is None or getattr(row, name) == value for name, value in wanted.items())
            and all(row.by.get(name) == value for name, value in by.items())
        )
        return PublishableTable(rows, self.dimensions, self.example, self.release, self.policy, self.notes, token=_GATE)

    def breaks(self) -> tuple[tuple[str, str], ...]:
        """Pairs of consecutive periods that may not be compared: no trend crosses them.

        Either they have no definition and edition in common, or a declared break (`indicators.breaks`) lies between.
        """
        return broken_pairs(self.rows)

    def break_texts(self) -> list[Text]:
        """For each row, in order, what broke between the period before it and its own; empty texts elsewhere."""
        return break_texts(self.rows)


def make(
    rows: tuple[Row, ...],
    dimensions: tuple[str, ...],
    *,
    example: bool = False,
    release: str | None = None,
    notes: tuple[str, ...] = (),
) -> PublishableTable:
    """Make a table, *protected* as soon as one figure in it is.

    Called by the gate of this package only (a test scans the source for other callers).
    """
    policy = PROTECTED if any(row.status == PROTECTED_STATUS for row in rows) else "open"
    return PublishableTable(rows, dimensions, example, release, policy, notes, token=_GATE)
