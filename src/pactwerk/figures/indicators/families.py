"""The two families of tables: what differs between them in the one roll-up from facts to figures."""

from dataclasses import dataclass

from pactwerk.figures.indicators.counting import FLAGS
from pactwerk.figures.indicators.stock_ratio import STOCK_DIMENSIONS, STOCKS
from pactwerk.figures.indicators.study import TIDY_DIMENSIONS


@dataclass(frozen=True, slots=True)
class Family:
    """Tables whose facts are rolled up by the same statements.

    `dimensions` are the breakdowns a figure can have besides place, in the order of the columns; `sums` the amounts of
    a fact, each an interval `<name>_low`..`<name>_high` of type `amount`; `marks` what holds for a sum when it holds
    for any of its facts.
    """

    name: str
    prefix: str
    dimensions: tuple[str, ...]
    sums: tuple[str, ...]
    amount: str
    marks: tuple[str, ...] = ()

    def step(self, name: str) -> str:
        """The name of this family's table of a step."""
        return self.prefix + name

    @property
    def bounds(self) -> tuple[str, ...]:
        """The columns of the sums."""
        return tuple(f"{name}_{side}" for name in self.sums for side in ("low", "high"))


SCHOOL = Family("school", "", ("track", "sex", "profile"), ("all", *FLAGS), "int32", ("sector_known",))
"""Pupils and exams: one fact serves every measure, its flags say which."""

TIDY = Family("tidy", "tidy_", TIDY_DIMENSIONS, ("part", "rest"), "float64")
"""Every other table: a fact belongs to one study, as part of the numerator or of the rest of the denominator."""

STOCK = Family("stock", "stock_", STOCK_DIMENSIONS, ("all",), "int32")
"""Two counts of pupils and exams side by side: the observations of the school family, each count summed apart,
by a roll-up of its own that brings both counts into one row (`expressions.stocks`)."""

SCHOOL_TABLES = ("vo_pupils", "exams", "po_addresses")


def family_of(table: str) -> Family:
    """The family of a table that figures come from."""
    if table == STOCKS:
        return STOCK
    return SCHOOL if table in SCHOOL_TABLES else TIDY
