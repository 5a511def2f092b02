"""The one way out: the engine hands out `PublishableTable`s, and only this package makes one."""

from pactwerk.figures.disclosure_control.gate import (
    merge,
    open_computed_figures,
    open_estimated_figures,
    open_own_figures,
    open_published_figures,
    protected_figures,
)
from pactwerk.figures.disclosure_control.row import Basis, NotPublishable, Row, Source
from pactwerk.figures.disclosure_control.series import broken_pairs, comparable, edition_of, restated
from pactwerk.figures.disclosure_control.table import PublishableTable

__all__ = [
    "Basis",
    "NotPublishable",
    "PublishableTable",
    "Row",
    "Source",
    "broken_pairs",
    "comparable",
    "edition_of",
    "merge",
    "open_computed_figures",
    "open_estimated_figures",
    "open_own_figures",
    "open_published_figures",
    "protected_figures",
    "restated",
]
