"""Estimates of sums over cells that a publisher hid: model-based, always marked, never of a single small count."""

from pactwerk.figures.estimating.cells import Cells, TooFewCells
from pactwerk.figures.estimating.censored import Fitted, fit
from pactwerk.figures.estimating.estimate import MARK, Estimate, estimated_share, estimated_sum, shown
from pactwerk.figures.estimating.totals import given_total

__all__ = [
    "MARK",
    "Cells",
    "Estimate",
    "Fitted",
    "TooFewCells",
    "estimated_share",
    "estimated_sum",
    "fit",
    "given_total",
    "shown",
]
