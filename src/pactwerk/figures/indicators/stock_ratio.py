"""A computed definition that lays two counts side by side: nobody is followed from the one to the other."""

from dataclasses import dataclass

STOCKS = "stocks"
"""The name of the ready table of these figures; its observations are those of pupils and exams."""

STOCK_DIMENSIONS = ("track", "sex", "profile", "domain")
"""What such a figure can be broken down by, besides place; `domain` is the sector of vmbo."""

SECTORS_ALIKE = ("TECHNIEK", "ZORG_WELZIJN", "LANDBOUW")
"""The sectors that the files of pupils and of exams name alike for bb and kb; the exam file of 2017/18 puts most of the
intersectoral pupils under economics, and counts gl by the exam that is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two counts: the sum of pupils (or candidates) of a kind, with the breakdowns it is told in."""

    table: str
    population: str
    split: tuple[tuple[str, ...], ...]
    """The sets of breakdowns; `()` is the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StockRatio:
    """A count per 100 of another count; the first is that of the figure's period.

    `a_year_before` says whether the other is of a year earlier (else of the same school year); `within` whether the
    first are some of the second, so that no ratio passes 100. There is no figure of an area without either count.
    """

    indicator: str
    definition: str
    numerator: Side
    denominator: Side
    dimensions: tuple[str, ...]
    a_year_before: bool = False
    within: bool = False
    valid_from: str | None = None
    valid_to: str | None = None

    kind = "stocks"

    @property
    def table(self) -> str:
        """The table of the first count; its periods are those of the figures."""
        return self.numerator.table

    @property
    def populations(self) -> tuple[str, str]:
        """Both counts."""
        return self.numerator.population, self.denominator.population
