"""`pactwerk figures`: mapping files of other publishers' tables, and their series."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from pactwerk.cli.figures_home import figures_home, say

Handler = Callable[[argparse.Namespace], int]


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> Mapping[str, Handler]:
    """Add the commands about mapping files; their handlers by the name of the command."""
    words = say("tabellen van andere uitgevers", "tables of other publishers")
    mappings = commands.add_parser("mappings", help=words)
    mappings.add_argument("action", choices=("list", "add"))
    mappings.add_argument("file", nargs="?", type=Path, metavar="FILE")
    own = commands.add_parser("own", help=say("cijfers van zo'n tabel", "figures of such a table"))
    own.add_argument("code", metavar="X-NAME")
    own.add_argument("--format", choices=("csv", "json"), default="csv")
    return {"mappings": _mappings, "own": _own}


def install(files: list[Path]) -> None:
    """Install the mapping files of `load --mapping`. Raises MappingError."""
    from pactwerk.figures.sources.mapping import add_mapping

    for file in files:
        add_mapping(figures_home(), file)


def _mappings(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.sources.mapping import installed_mappings

    if arguments.action == "add":
        if arguments.file is None:
            print(say("noem een mappingbestand", "name a mapping file"), file=sys.stderr)
            return 2
        install([arguments.file])
    for mapping in installed_mappings(figures_home()):
        title = say(mapping.title_nl, mapping.title_en)
        print(f"{mapping.code}\t{mapping.publisher}\t{title}\t{mapping.owner}\t{mapping.visibility}")
    return 0


def _own(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.releases.own_series import own_series

    table = own_series(figures_home(), arguments.code)
    sys.stdout.write(table.to_csv() if arguments.format == "csv" else table.to_json())
    return 0
