"""Pure functions over goals, without a database."""

from .completeness import GoalParts, missing_parts

__all__ = ["GoalParts", "missing_parts"]
