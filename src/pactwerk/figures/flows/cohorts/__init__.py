"""Cohorts: who entered a state in one school year, and where they are one to three years later."""

from pactwerk.figures.flows.cohorts.counting import Cohort, CohortPath, CohortRefused, count_cohort
from pactwerk.figures.flows.cohorts.shown import SHARE, CohortShown, shown_cohort

__all__ = ["SHARE", "Cohort", "CohortPath", "CohortRefused", "CohortShown", "count_cohort", "shown_cohort"]
