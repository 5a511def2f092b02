"""The small tables that the stock expressions join: which sums each count is part of, and the ratios."""

from collections.abc import Iterator

from pactwerk.figures.indicators.measures import STOCK_RATIOS
from pactwerk.figures.indicators.register import indicator
from pactwerk.figures.indicators.stock_ratio import STOCK_DIMENSIONS, StockRatio

SUMMED = {
    "vmbo-3-before": ("vmbo-3-before",),
    "vmbo-4": ("vmbo-4", "exam-year"),
    "vmbo-4-sector": ("vmbo-4", "exam-year", "exam-year-sector"),
    "havo-vwo-3-before": ("havo-vwo-3-before",),
    "havo-4": ("havo-vwo-4",),
    "havo-4-before": ("havo-4-before",),
    "havo-5": ("havo-5", "exam-year"),
    "vwo-4": ("havo-vwo-4",),
    "vwo-4-before": ("vwo-4-before",),
    "vwo-5": ("vwo-5",),
    "vwo-5-before": ("vwo-5-before",),
    "vwo-6": ("vwo-6", "exam-year"),
    "year-1-before": ("year-1-before",),
    "year-2": ("year-2",),
    "year-2-before": ("year-2-before",),
    "year-3": ("year-3",),
    "candidates": ("candidates",),
    "candidates-sector": ("candidates", "candidates-sector"),
    "graduates": ("graduates",),
}
"""Which sums each kind of fact is part of; `-sector`: those whose sector both publishers' files name alike."""


def subsets() -> Iterator[tuple[object, ...]]:
    """Per kind of fact the ratios it counts in, as which of both counts, and in which sets of breakdowns."""
    for fact, sums in SUMMED.items():
        for ratio in STOCK_RATIOS:
            for side in (ratio.numerator, ratio.denominator):
                for names in side.split if side.population in sums else ():
                    upper, used = side is ratio.numerator, (name in names for name in STOCK_DIMENSIONS)
                    yield fact, ratio.indicator, ratio.definition, upper, *used, len(names)


def ratios() -> Iterator[tuple[object, ...]]:
    """The computed ratios, one row each."""
    for ratio in STOCK_RATIOS:
        yield (
            ratio.indicator, ratio.definition, indicator(ratio.indicator).unit,
            ratio.numerator.table, ratio.denominator.table, ratio.a_year_before, ratio.within,
            ratio.valid_from, ratio.valid_to,
        )  # fmt: skip


def kinds_of(ratio: StockRatio) -> tuple[str, ...]:
    """The kinds of fact that either count of a ratio sums."""
    return tuple(fact for fact, sums in SUMMED.items() if set(sums) & set(ratio.populations))


def facts_of(population: str) -> tuple[str, ...]:
    """The kinds of fact that one count sums."""
    return tuple(fact for fact, sums in SUMMED.items() if population in sums)
