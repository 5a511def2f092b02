"""The records of this room; one concept a file."""

from .goal import MEASURABLE, Direction, Goal, GoalKind, Line
from .milestone import Milestone
from .own_figure import OwnFigure
from .pact import Pact, PactParty, PactPeriod, PactStatus, PartyRole
from .target import Target, TargetIsFixed

__all__ = [
    "MEASURABLE",
    "Direction",
    "Goal",
    "GoalKind",
    "Line",
    "Milestone",
    "OwnFigure",
    "Pact",
    "PactParty",
    "PactPeriod",
    "PactStatus",
    "PartyRole",
    "Target",
    "TargetIsFixed",
]
