"""Limits of the schemes: least co-financing, largest and smallest grant, with the years they hold for."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from pactwerk.figures.indicators.rules.dated_rows import rows_on


@dataclass(frozen=True, slots=True)
class Limit:
    """`quantity` over `base` (a part), or `quantity` itself in euros where `base` is empty."""

    scheme: str
    quantity: str
    base: str
    kind: Literal["minimum", "maximum"]
    limit: Fraction
    reference: str


def funding_limits(scheme: str, on: date) -> tuple[Limit, ...]:
    """The limits of a scheme (`STO`, `RIF`) that hold on a day."""
    return tuple(
        Limit(
            scheme, cells["quantity"], cells["base"], "minimum" if cells["kind"] == "minimum" else "maximum",
            Fraction(cells["limit"]), row.reference,
        )
        for row in rows_on("cofinancing", on)
        for cells in (row.value,)
        if cells["scheme"] == scheme
    )  # fmt: skip


def meets_limit(limit: Limit, amount: int, base: int | None = None) -> bool:
    """Whether an amount (euros) keeps a limit; the limit itself is kept. Raises ValueError when a base is missing."""
    if limit.base and not base:
        raise ValueError(f"{limit.quantity} wordt getoetst aan {limit.base}; dat bedrag ontbreekt")
    measured = Fraction(amount, base) if limit.base and base else Fraction(amount)
    return measured >= limit.limit if limit.kind == "minimum" else measured <= limit.limit
