"""References from what people wrote to figures, and what they resolve to."""

from .refs import FigureRef, OwnValue, ref_of_goal
from .resolving import Basis, resolve

__all__ = ["Basis", "FigureRef", "OwnValue", "ref_of_goal", "resolve"]
