"""A computed definition over the tidy tables: which observations it counts, as data that the engine joins."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

StudyKind = Literal["count", "share", "ratio", "mean", "value", "gap"]

TIDY_DIMENSIONS = ("sex", "level", "pathway", "domain", "age")
"""What a figure of a tidy table can be broken down by, besides municipality and province."""

CONDITIONS = ("sex", "level", "pathway", "domain", "programme", "age")
"""The columns of an observation that a condition may be about."""

Conditions = Mapping[str, tuple[str, ...]]
"""Column -> the codes that satisfy; an empty code stands for an observation without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """One computed definition.

    `where` chooses the population among the observations of `measure`; `numerator` chooses those counted among them.
    The kinds:

    - *count*: the sum of the counted observations.
    - *share*: their percentage of the population. With `of` (another measure) or `denominator` (other conditions) the
      denominator is the sum of those observations under the same `where`; it must hold the numerator's persons too,
      so that no share passes 100.
    - *ratio*: the same quotient, neither a percentage nor limited.
    - *mean*: the mean of the counted observations, each with its own weight.
    - *value*: what the publisher says of the area itself; never summed, and only where exactly one row says it.
    - *gap*: the share among girls minus the share among boys, in percentage points.

    `needs_parts` names the parts of an edition without which there is no figure. `place` puts the observations of a
    table about homes at the schools instead. A table that comes in one file per municipality of the schools has figures
    by school for areas of which every file is there, and by home only when all files are. `dimensions` are the
    breakdowns offered: of TIDY_DIMENSIONS, municipality and province.
    """

    indicator: str
    definition: str
    kind: StudyKind
    table: str
    measure: str
    dimensions: tuple[str, ...] = ()
    where: Conditions = field(default_factory=dict)
    numerator: Conditions = field(default_factory=dict)
    of: str = ""
    denominator: Conditions = field(default_factory=dict)
    needs_parts: tuple[str, ...] = ()
    place: Literal["", "school"] = ""
    valid_from: str | None = None
    valid_to: str | None = None

    def __post_init__(self) -> None:
        """Refuse a condition on a column that cannot have one: it would silently count everything."""
        for name in (*self.where, *self.numerator, *self.denominator):
            if name not in CONDITIONS:
                raise ValueError(f"{self.name}: no condition can be about '{name}'")

    @property
    def name(self) -> str:
        """What tells it from all others."""
        return f"{self.indicator} {self.definition}"

    @property
    def inside(self) -> bool:
        """Whether the numerator's observations are among the denominator's, so that their intervals are one."""
        return not self.of and not self.denominator

    @property
    def sexed(self) -> bool:
        """Whether a condition is about the sex: then the rows per sex count, never the publisher's totals."""
        return any("sex" in conditions for conditions in (self.where, self.numerator, self.denominator))
