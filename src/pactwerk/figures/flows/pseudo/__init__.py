"""Pseudo-cohorts (schijncohorten): the stocks of successive years of school and exams laid side by side.

Nobody is followed, so nothing here is called doorstroom: who repeats, moves, changes track or school counts in both
stocks. The difference of two stocks is drawn as what it is, a balance (saldo).
"""

from pactwerk.figures.flows.pseudo.available import Available, available_cohorts
from pactwerk.figures.flows.pseudo.cohort import pseudo_cohort

__all__ = ["Available", "available_cohorts", "pseudo_cohort"]
