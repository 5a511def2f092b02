"""What a publisher's table must look like: the contract that a reader checks before it reads."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pactwerk.figures.sources.editions import EditionKind

Family = Literal["school", "tidy", "register"]
"""How a table is kept: its own columns for the schools' figures, the one shape of observations, or a register."""

BRIN = "[0-9]{2}[A-Z]{2}([0-9A-Z]{2})?"


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


def known(*names: str) -> tuple[Column, ...]:
    """Columns that a table may have, under one header each, and that are not read."""
    return tuple(Column(name, (name,), required=False, read=False) for name in names)


SCHOOL = (
    Column("brin", ("BRIN NUMMER", "INSTELLINGSCODE", "BRIN")),
    Column("location", ("VESTIGINGSNUMMER", "VESTIGINGSCODE", "VESTIGING")),
)
"""The two columns that name a location, in the spellings of all editions."""


def never(_groups: tuple[str, ...]) -> bool:
    """No column of the table holds decimals."""
    return False


def unbounded(_groups: tuple[str, ...]) -> tuple[float, float] | None:
    """The table says nothing of which values its amounts can have."""
    return None


@dataclass(frozen=True)
class Wide:
    """Columns that hold amounts (per year, grade or sex), recognised by a pattern on the header as `plain` gives it.

    `complete` gets the groups of all wide columns and names what is missing. Of tidy tables: `decimal` says which
    columns hold decimals (a mean, a percentage), `blank` what an empty cell means (None: it is wrong), `unknown` the
    marks of an amount that the publisher does not give, `band` between which values a column's amounts lie: others
    are told and not kept.
    """

    pattern: re.Pattern[str]
    ignored: re.Pattern[str] | None
    complete: Callable[[list[tuple[str, ...]]], list[str]]
    decimal: Callable[[tuple[str, ...]], bool] = never
    blank: Literal["zero", "unknown"] | None = None
    unknown: tuple[str, ...] = ()
    band: Callable[[tuple[str, ...]], tuple[float, float] | None] = unbounded


@dataclass(frozen=True)
class Contract:
    """One table of a publisher; without `signature` it has no header line and its reader recognises it.

    `key` is our name of a column and the pattern that its upper-case text has on every line of data: lines without it
    are looked at as totals, footers and the like. `preamble` is how many lines may stand above the header.
    `family` says how its observations are kept, `licence` under which terms it is published.
    """

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
    key: tuple[str, str] = ("brin", BRIN)
    preamble: int = 0
    family: Family = "school"
    publisher: str = "DUO"
    licence: str = "CC0 of CC-BY 4.0 (DUO, open onderwijsdata)"

    @property
    def read_columns(self) -> tuple[Column, ...]:
        """The columns whose cells are read."""
        return tuple(column for column in self.columns if column.read)
