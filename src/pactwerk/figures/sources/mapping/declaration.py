"""What a mapping file declares."""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass
from dataclasses import field as default_of
from typing import Literal

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.sources.tidy.shape import Concept, Status

PeriodKind = Literal["year", "school_year", "quarter"]
Decimal = Literal["none", "comma", "point"]
Visibility = Literal["public", "office"]

FIELDS = (
    *("period", "location", "institution", "postcode4", "municipality", "province", "area", "measure", "sex"),
    *("level", "pathway", "domain", "programme", "age", "status"),
)
"""What a column of texts may fill of an observation; `ignore` is a column that is known and left alone."""
PLACES = ("location", "institution", "postcode4", "municipality", "province", "area")
DIMENSIONS = ("sex", "level", "pathway", "domain", "programme", "age", "area")
"""What an amount's column may say of itself."""


class MappingError(ReadableError):
    """A mapping file is wrong: which file, which key of it, and what is wanted there."""

    def __init__(self, file: str, key: str, nl: str, en: str) -> None:
        """Name the file and the key."""
        super().__init__(f"{file}: '{key}': {nl}", f"{file}: '{key}': {en}")
        self.file = file
        self.key = key


@dataclass(frozen=True)
class TextColumn:
    """A column of texts: its headers, the field it fills, and the codes of its words (empty: the words themselves)."""

    headers: tuple[str, ...]
    field: str
    required: bool = True
    codes: Dictionary[str, str] = default_of(default_factory=dict)


@dataclass(frozen=True)
class AmountColumn:
    """A column of amounts: its headers, what it measures, its unit, and which dimensions its header says."""

    headers: tuple[str, ...]
    measure: str
    unit: str
    decimal: Decimal = "none"
    weight: str = ""
    says: Dictionary[str, str] = default_of(default_factory=dict)


@dataclass(frozen=True)
class Marks:
    """What stands for an amount: hidden by the publisher (and what that covers), not known, or nothing at all."""

    suppressed: str = ""
    covers: tuple[int, int] | None = None
    unknown: tuple[str, ...] = ()
    blank: Literal["zero", "unknown"] | None = None


@dataclass(frozen=True)
class Mapping:
    """One table of another publisher. `name` is ours: the table is `own_<name>`, the series `X-<name>`."""

    name: str
    title_nl: str
    title_en: str
    publisher: str
    licence: str
    reference: str
    url: str
    owner: str
    visibility: Visibility
    concept: Concept
    status: Status
    example: bool
    definition_nl: str
    definition_en: str
    period: PeriodKind
    texts: tuple[TextColumn, ...]
    amounts: tuple[AmountColumn, ...]
    marks: Marks
    rows: tuple[int, int]
    sheet: str
    header_row: int

    @property
    def table(self) -> str:
        """The name of its table."""
        return f"own_{self.name}"

    @property
    def code(self) -> str:
        """The code of its series of figures."""
        return f"X-{self.name}"
