"""What a published share and its published numerator say about the denominator that nobody published."""

from dataclasses import dataclass

from pactwerk.figures.indicators.rules.dated_rows import dated_rows


@dataclass(frozen=True, slots=True)
class PublishedPair:
    """A count and the share in whole percents that it was published with, and the bounds that follow."""

    indicator: str
    definition: str
    area: str
    period: str
    numerator: int
    share: float
    low: int
    high: int
    reference: str


def implied_bounds(numerator: int, share: float, allowed: float = 0.5) -> tuple[int, int]:
    """The smallest and largest whole denominator for which the share rounds to the published percent.

    `allowed` is the rounding tolerance in percentage points. Raises ValueError where the share could be nought.
    """
    if share - allowed <= 0:
        raise ValueError("een aandeel dat nul kan zijn zegt niets over de noemer")
    return round(100 * numerator / (share + allowed)), round(100 * numerator / (share - allowed))


def published_pairs() -> tuple[PublishedPair, ...]:
    """The published pairs with the bounds that the field's own reference states."""
    return tuple(
        PublishedPair(
            cells["indicator"], cells["definition"], cells["area"], cells["period"],
            int(cells["numerator"]), float(cells["share"]), int(cells["low"]), int(cells["high"]), row.reference,
        )
        for row in dated_rows("denominators")
        for cells in (row.value,)
    )  # fmt: skip
