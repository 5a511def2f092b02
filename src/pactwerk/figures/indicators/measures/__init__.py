"""Every computed definition, one small object each; adding an indicator is adding one, with its golden test."""

from pactwerk.figures.indicators.counting import Measure
from pactwerk.figures.indicators.measures.context import CONTEXT
from pactwerk.figures.indicators.measures.examining import EXAMINING
from pactwerk.figures.indicators.measures.higher_education import HIGHER_EDUCATION
from pactwerk.figures.indicators.measures.leaving import LEAVING
from pactwerk.figures.indicators.measures.mbo import MBO
from pactwerk.figures.indicators.measures.primary import PRIMARY
from pactwerk.figures.indicators.measures.school import SCHOOL_MEASURES
from pactwerk.figures.indicators.study import Study

MEASURES: tuple[Measure, ...] = SCHOOL_MEASURES
STUDIES: tuple[Study, ...] = (*LEAVING, *MBO, *HIGHER_EDUCATION, *EXAMINING, *PRIMARY, *CONTEXT)

__all__ = ["MEASURES", "STUDIES", "measures_of"]


def measures_of(indicator: str) -> tuple[Measure | Study, ...]:
    """The computed definitions of an indicator, the one shown by default first."""
    every: tuple[Measure | Study, ...] = (*MEASURES, *STUDIES)
    return tuple(entry for entry in every if entry.indicator == indicator)
