"""Every computed definition, one small object each; adding an indicator is adding one, with its golden test."""

from pactwerk.figures.indicators.counting import Measure
from pactwerk.figures.indicators.measures.context import CONTEXT
from pactwerk.figures.indicators.measures.examining import EXAMINING
from pactwerk.figures.indicators.measures.higher_education import HIGHER_EDUCATION
from pactwerk.figures.indicators.measures.leaving import LEAVING
from pactwerk.figures.indicators.measures.mbo import MBO
from pactwerk.figures.indicators.measures.primary import PRIMARY
from pactwerk.figures.indicators.measures.school import SCHOOL_MEASURES
from pactwerk.figures.indicators.measures.stocks import STOCK_RATIOS
from pactwerk.figures.indicators.stock_ratio import StockRatio
from pactwerk.figures.indicators.study import Study

MEASURES: tuple[Measure, ...] = SCHOOL_MEASURES
STUDIES: tuple[Study, ...] = (*LEAVING, *MBO, *HIGHER_EDUCATION, *EXAMINING, *PRIMARY, *CONTEXT)

Computed = Measure | Study | StockRatio
"""A computed definition of any kind."""

__all__ = ["MEASURES", "STOCK_RATIOS", "STUDIES", "Computed", "measures_of", "tables_of"]


def measures_of(indicator: str) -> tuple[Computed, ...]:
    """The computed definitions of an indicator, the one shown by default first."""
    every: tuple[Computed, ...] = (*MEASURES, *STUDIES, *STOCK_RATIOS)
    return tuple(entry for entry in every if entry.indicator == indicator)


def tables_of(measure: Computed) -> tuple[str, ...]:
    """The tables of observations behind a definition, the one with its periods first."""
    if isinstance(measure, StockRatio):
        return tuple(dict.fromkeys((measure.numerator.table, measure.denominator.table)))
    return (measure.table,)
