"""One entry of the catalogue: an indicator with its dated definitions."""

from dataclasses import dataclass
from typing import Literal

from pactwerk.basis.readable import ReadableError

State = Literal["computed", "published_only", "own_records", "not_available"]
Origin = Literal["monitor", "official", "proposed", "pactwerk"]
"""Who defines it: the national Monitor Techniekpact, another official or regional source, the field's own proposal
for regional use, or this product (codes E, T, Z, P, C and R)."""


class UnknownIndicator(ReadableError):
    """No indicator has this code."""

    def __init__(self, code: str, near: tuple[str, ...]) -> None:
        """Name the code and the codes that look like it."""
        names = ", ".join(near)
        super().__init__(
            f"Indicator '{code}' is onbekend." + (f" Bedoelt u {names}?" if near else ""),
            f"Indicator '{code}' is unknown." + (f" Did you mean {names}?" if near else ""),
        )


@dataclass(frozen=True, slots=True)
class Definition:
    """One way of counting an indicator, with the periods it holds for and where it is written down."""

    code: str
    valid_from: str | None
    valid_to: str | None
    text_nl: str
    text_en: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator. `unit` is in Dutch as it stands in tables; `dimensions` are the breakdowns it is computed for.

    `numerator` and `denominator` say what is counted against what (empty: no quotient), `breakdowns_nl` what a source
    breaks it down by, `tables` the tables of this product behind it, `source` the data set that the field names.
    `state` says where its figures come from; `missing` names the file with its columns that would be needed, and `why`
    why the loaded kinds of file do not honestly allow it.
    """

    code: str
    name_nl: str
    name_en: str
    line: str
    unit: str
    unit_en: str
    state: State
    definitions: tuple[Definition, ...] = ()
    dimensions: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    missing_nl: str = ""
    missing_en: str = ""
    origin: Origin = "pactwerk"
    source: str = ""
    numerator_nl: str = ""
    numerator_en: str = ""
    denominator_nl: str = ""
    denominator_en: str = ""
    breakdowns_nl: str = ""
    why_nl: str = ""
    why_en: str = ""

    @property
    def share(self) -> bool:
        """Whether its unit is percent or percentage points."""
        return self.unit in {"%", "procentpunt"}
