"""From a publisher's file to observations: one module per table, each a reader with its contract."""

from pactwerk.figures.sources.cohorts import LoadedPupils, cohort_warnings
from pactwerk.figures.sources.finding import Found, find
from pactwerk.figures.sources.reading import read
from pactwerk.figures.sources.registry import TABLES
from pactwerk.figures.sources.report import FileReport, Outcome, RowProblem
from pactwerk.figures.texts import Text

__all__ = [
    "TABLES",
    "FileReport",
    "Found",
    "LoadedPupils",
    "Outcome",
    "RowProblem",
    "Text",
    "cohort_warnings",
    "find",
    "read",
]
