"""Everything that changes pacts and what stands in them."""

from .goals import (
    GoalFacts,
    add_goal,
    describe_goal,
    fill_in_goal,
    restore_goal,
    set_baseline,
    withdraw_goal,
    write_story,
)
from .milestones import add_milestone, reach_milestone, reopen_milestone
from .own_figures import record_own_figure, withdraw_own_figure
from .pacts import (
    add_party,
    add_period,
    archive_pact,
    describe_pact,
    end_party,
    found_pact,
    publish_pact,
    reopen_pact,
    unpublish_pact,
)
from .targets import TargetFacts, add_target, revise_target

__all__ = [
    "GoalFacts",
    "TargetFacts",
    "add_goal",
    "add_milestone",
    "add_party",
    "add_period",
    "add_target",
    "archive_pact",
    "describe_goal",
    "describe_pact",
    "end_party",
    "fill_in_goal",
    "found_pact",
    "publish_pact",
    "reach_milestone",
    "record_own_figure",
    "reopen_milestone",
    "reopen_pact",
    "restore_goal",
    "revise_target",
    "set_baseline",
    "unpublish_pact",
    "withdraw_goal",
    "withdraw_own_figure",
    "write_story",
]
