"""One verdict vocabulary for good, a replaceable rule, and the reason in a sentence."""

from .judging import Verdict, judge
from .rule import State

__all__ = ["State", "Verdict", "judge"]
