"""What a page about a pact shows together."""

from .goal_board import GoalOnBoard, goal_board, goal_on_board

__all__ = ["GoalOnBoard", "goal_board", "goal_on_board"]
