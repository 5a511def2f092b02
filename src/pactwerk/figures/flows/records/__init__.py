"""Person-level enrolments, read where they lie: the layout, other layouts by a mapping, faults, transitions.

Nothing of a person leaves: not in a result, a message or a log. What comes out are counts, for the protection of
`disclosure_control`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pactwerk.figures.flows.records.counting import Counted, count_transitions
    from pactwerk.figures.flows.records.faults import Fault
    from pactwerk.figures.flows.records.reading import Enrolments, open_enrolments
    from pactwerk.figures.flows.records.refusals import EnrolmentsRefused

__all__ = ["Counted", "Enrolments", "EnrolmentsRefused", "Fault", "count_transitions", "open_enrolments"]

_WHERE = {
    "Counted": "counting",
    "Enrolments": "reading",
    "EnrolmentsRefused": "refusals",
    "Fault": "faults",
    "count_transitions": "counting",
    "open_enrolments": "reading",
}


def __getattr__(name: str) -> Any:
    """A name when it is asked: counting loads Ibis, and a page that shows what was kept only needs the layout."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
