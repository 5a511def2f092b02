"""One figure with everything needed to judge it, and the file or publication it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Basis = Literal["computed", "published", "own"]
PROTECTED_STATUS = "afgerond"
"""Marks a count of persons, or a share of such counts, that was protected by rounding."""


class NotPublishable(ValueError):
    """A table that may not leave; the text says why and may be shown to the user."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure stands: a loaded file (name, sha256, row numbers when explained) or a web address."""

    file: str
    sha256: str | None = None
    url: str | None = None
    rows: str | None = None
    """Line numbers in the publisher's file as ranges, `12-14,19`; the header is line 1."""

    @property
    def label(self) -> str:
        """The short text that stands in a table cell or a CSV column."""
        return self.url or self.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure. `value` is None where only the bounds `low`..`high` are known; a share is in percent.

    `numerator` and `denominator` are None when not exact; their bounds then stand in `numerator_low` etc.
    `publication_edition` is the edition of the publication or of the file behind it; `known_at` is since when we have
    it, `peildatum` the day it is about, `concept` whose place it is: `home`, `school`, `seat` or `work`.
    `by` holds one code per dimension of the table; `period` is `2017/18`, `2013-06` or a published span.
    """

    indicator: str
    definition: str
    area: str
    period: str
    value: float | None
    unit: str
    by: Mapping[str, str] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    numerator_low: int | None = None
    numerator_high: int | None = None
    denominator_low: int | None = None
    denominator_high: int | None = None
    status: str = "definitief"
    basis: Basis = "computed"
    publication_edition: str | None = None
    known_at: str | None = None
    peildatum: str | None = None
    concept: str | None = None
    sources: tuple[Source, ...] = ()
    note: str = ""
