"""One entry of the catalogue: an indicator with its dated definitions."""

from dataclasses import dataclass
from typing import Literal

from pactwerk.basis.readable import ReadableError

State = Literal["computed", "published_only", "own_records", "not_available"]


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

    `state` says where its figures come from; `missing_nl` what would be needed when we cannot compute it.
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

    @property
    def share(self) -> bool:
        """Whether its unit is percent or percentage points."""
        return self.unit in {"%", "procentpunt"}
