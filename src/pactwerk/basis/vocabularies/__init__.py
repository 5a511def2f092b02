"""The fixed lists of the field, each term with its Dutch and English name."""

from pactwerk.basis.vocabularies.breakdowns import BREAKDOWNS, EDUCATION_LEVELS, PATHWAYS
from pactwerk.basis.vocabularies.schooling import PROFILES, SECTORS, SEXES, TRACKS
from pactwerk.basis.vocabularies.terms import LINES, Term

__all__ = [
    "BREAKDOWNS",
    "EDUCATION_LEVELS",
    "LINES",
    "PATHWAYS",
    "PROFILES",
    "SECTORS",
    "SEXES",
    "TRACKS",
    "Term",
]
