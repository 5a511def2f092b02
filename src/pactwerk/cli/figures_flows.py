"""`pactwerk figures flows`: who goes where; each module of this group adds its own commands."""

import argparse
from collections.abc import Callable, Mapping
from typing import Protocol

from pactwerk.cli import flows_kept, flows_measures, flows_records, flows_release
from pactwerk.cli.figures_home import say

Handler = Callable[[argparse.Namespace], int]


class Group(Protocol):
    """A module with commands of the group."""

    def add(self, commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> Mapping[str, Handler]:
        """Add the commands; their handlers by the name of the command."""


GROUPS: tuple[Group, ...] = (flows_records, flows_measures, flows_kept, flows_release)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> Mapping[str, Handler]:
    """Add the group to `pactwerk figures`."""
    flows = commands.add_parser("flows", help=say("wie gaat waarheen", "who goes where"))
    actions = flows.add_subparsers(dest="flow_command", required=True, metavar="COMMAND")
    handlers = {name: handler for group in GROUPS for name, handler in group.add(actions).items()}
    return {"flows": lambda arguments: handlers[arguments.flow_command](arguments)}
