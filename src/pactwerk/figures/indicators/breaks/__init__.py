"""Where a series breaks although its rows look alike: dated, cited, shown, and never crossed by a trend."""

from pactwerk.figures.indicators.breaks.finding import breaks_between, breaks_of, declared_breaks, splits
from pactwerk.figures.indicators.breaks.table import Break, BreakKind

__all__ = ["Break", "BreakKind", "breaks_between", "breaks_of", "declared_breaks", "splits"]
