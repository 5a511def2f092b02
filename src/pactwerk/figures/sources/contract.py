"""What a publisher's table must look like: the contract that a reader checks before it reads."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pactwerk.figures.sources.editions import EditionKind


def plain(header: str) -> str:
    """A header without case, blanks and signs: `BRIN NUMMER`, `BRIN_NUMMER` and `BRINNUMMER` are one."""
    return re.sub(r"[^A-Z0-9]", "", header.upper())


@dataclass(frozen=True)
class Column:
    """One column: our key, the headers it goes by, whether it must be there and whether it is read at all.

    `read=False` is a column we know and leave alone: not needed, or personal (telephone, mail, internet).
    """

    key: str
    accepted: tuple[str, ...]
    required: bool = True
    read: bool = True


@dataclass(frozen=True)
class Wide:
    """Columns that repeat per year, grade or sex, recognised by a pattern on the header as `plain` gives it.

    `complete` gets the groups of all wide columns and names what is missing.
    """

    pattern: re.Pattern[str]
    ignored: re.Pattern[str] | None
    complete: Callable[[list[tuple[str, ...]]], list[str]]


@dataclass(frozen=True)
class Contract:
    """One table of a publisher; without `signature` it has no header line and its reader recognises it."""

    table: str
    name_nl: str
    name_en: str
    reference: str
    edition: EditionKind
    columns: tuple[Column, ...]
    signature: Callable[[frozenset[str]], bool] | None
    rows: tuple[int, int]
    wide: Wide | None = None
    suppressed: str | None = None
    suppressed_means: tuple[int, int] | None = None
    total: tuple[int, int] | None = None

    @property
    def read_columns(self) -> tuple[Column, ...]:
        """The columns whose cells are read."""
        return tuple(column for column in self.columns if column.read)
