"""Person-level enrolments, read where they lie: the layout, other layouts by a mapping, faults, transitions.

Nothing of a person leaves: not in a result, a message or a log. What comes out are counts, for the protection of
`disclosure_control`.
"""

from pactwerk.figures.flows.records.counting import Counted, count_transitions
from pactwerk.figures.flows.records.faults import Fault
from pactwerk.figures.flows.records.reading import Enrolments, open_enrolments
from pactwerk.figures.flows.records.refusals import EnrolmentsRefused

__all__ = ["Counted", "Enrolments", "EnrolmentsRefused", "Fault", "count_transitions", "open_enrolments"]
