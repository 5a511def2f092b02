"""The official terms of the passages between school types, and the classes that make the count add up."""

from pactwerk.figures.flows.terms.classes import Marks, kind_of, kind_of_transition
from pactwerk.figures.flows.terms.official import hinkelpad_group, terms_of
from pactwerk.figures.flows.terms.positions import stage_of
from pactwerk.figures.flows.terms.qualifications import start_qualification, start_qualifications
from pactwerk.figures.flows.terms.table import CLASSES, TERMS, Term, term_on

__all__ = [
    "CLASSES",
    "TERMS",
    "Marks",
    "Term",
    "hinkelpad_group",
    "kind_of",
    "kind_of_transition",
    "stage_of",
    "start_qualification",
    "start_qualifications",
    "term_on",
    "terms_of",
]
