"""One verdict vocabulary for good, a replaceable rule, and the reason in a sentence."""

from .judging import Verdict, judge, state_label
from .values import State, Why

__all__ = ["State", "Verdict", "Why", "judge", "state_label"]
