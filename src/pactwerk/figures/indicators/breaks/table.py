"""One declared break, read from the shipped table."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from pactwerk.figures.indicators.shipped import shipped_rows
from pactwerk.figures.texts import Text

BreakKind = Literal["level", "mapping", "restated", "definition", "method", "format"]
"""What changed: the level (level), the categories (mapping), history per edition (restated), the definition, the
method of measuring, or only what the publisher's file can tell apart (format)."""

_TABLE = Path(__file__).parent / "reference" / "breaks.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A break of some indicators.

    `definitions` empty: of every definition. `by` empty: of every figure, else only of figures broken down by one of
    these dimensions. `since` is the first period after the break; None where it lies between publication editions or
    definitions and not at a period (`editions` then names them). `comparable`: whether a trend may cross it after all,
    because the effect is known to leave the level alone.
    """

    code: str
    indicators: frozenset[str]
    definitions: frozenset[str]
    by: frozenset[str]
    since: str | None
    editions: str
    kind: BreakKind
    comparable: bool
    effect: Text
    reference: str


def _read(row: dict[str, str]) -> Break:
    return Break(
        code=row["break"],
        indicators=frozenset(row["indicators"].split()),
        definitions=frozenset(row["definitions"].split()),
        by=frozenset(row["by"].split()),
        since=row["since"] or None,
        editions=row["editions"],
        kind=cast("BreakKind", row["kind"]),
        comparable=row["comparable"] == "ja",
        effect=Text(row["effect_nl"], row["effect_en"]),
        reference=row["reference"],
    )


@cache
def every_break() -> tuple[Break, ...]:
    """The declared breaks, in the order of the table."""
    return tuple(_read(row) for row in shipped_rows(_TABLE))
