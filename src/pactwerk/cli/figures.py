"""`pactwerk figures`: load publisher files, show and explain figures, list the catalogue and the releases."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from pactwerk.basis.readable import ReadableError
from pactwerk.cli import figures_fetch, figures_flows, figures_mappings, figures_places, figures_reach, figures_releases
from pactwerk.cli.asking import Parser
from pactwerk.cli.figures_home import figures_home, say
from pactwerk.cli.main import dutch
from pactwerk.figures.releases.query import DIMENSIONS

_WORK = frozenset({"load", "stage", "rebuild", "use", "back", "withdraw", "reinstate", "discard", "fetch"})
"""Commands that change the home: exit code 1 when nothing was changed."""


def _query_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("indicator", metavar="CODE", help=say("bijvoorbeeld K03", "for instance K03"))
    parser.add_argument("--area", required=True, metavar="AREA", help="NL, LD01, PV27, GM0361, TP-NOORD")
    parser.add_argument("--period", default="all", metavar="PERIOD", help="2017/18, 2013-06, all")
    parser.add_argument("--by", default="", metavar="DIM[,DIM]", help=",".join(DIMENSIONS))
    parser.add_argument("--definition", default=None, help=say("een andere definitie", "another definition"))
    parser.add_argument("--basis", choices=("computed", "published", "all"), default=None)
    words = say("in de gemeentegrenzen van dit jaar", "in the municipal borders of this year")
    parser.add_argument("--borders", type=int, default=None, metavar="YEAR", help=words)
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table")


def _parser() -> tuple[argparse.ArgumentParser, Mapping[str, Callable[[argparse.Namespace], int]]]:
    """The commands of the group, and who does each of them."""
    parser: argparse.ArgumentParser = Parser(prog="pactwerk figures", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    load = commands.add_parser("load", help=say("bestanden van uitgevers inlezen", "read publisher files"))
    figures_releases.loading_arguments(load)
    load.add_argument("--mapping", action="append", default=[], type=Path, metavar="FILE")
    for name, text in (
        ("show", say("cijfers tonen", "show figures")),
        ("explain", say("waar komt dit cijfer vandaan", "where does this figure come from")),
    ):
        asking = commands.add_parser(name, help=text)
        _query_arguments(asking)
        if name == "show":
            words = say("schat sommen over verborgen aantallen", "estimate sums over hidden counts")
            asking.add_argument("--estimate", action="store_true", help=words)
            words = say("elke uitgave van een cijfer: wat wist men wanneer", "every edition of a figure: known when")
            asking.add_argument("--known", action="store_true", help=words)
    catalogue = commands.add_parser("catalogue", help=say("alle indicatoren", "all indicators"))
    releases = commands.add_parser("releases", help=say("alle uitgaven", "all releases"))
    for listing in (catalogue, releases):
        listing.add_argument("--format", choices=("table", "json"), default="table")
    own = {"load": _load, "show": _show, "explain": _show, "catalogue": _catalogue, "releases": _releases}
    return parser, {
        **own,
        **figures_releases.add(commands),
        **figures_places.add(commands),
        **figures_mappings.add(commands),
        **figures_flows.add(commands),
        **figures_reach.add(commands),
        **figures_fetch.add(commands),
    }


def run(argv: list[str]) -> int:
    """Run one command of the group.

    The exit code of `load`, `stage` and `rebuild` is 0, 1 or 2 (see docs); of the other commands that change releases
    0 or 1; of those that only answer 0 or 2.
    """
    parser, actions = _parser()
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return actions[arguments.command](arguments)
    except ReadableError as error:
        print(say(error.message_nl, error.message_en), file=sys.stderr)
        return 1 if arguments.command in _WORK else 2


def _load(arguments: argparse.Namespace) -> int:
    from pactwerk.cli.figures_load_text import load_report
    from pactwerk.figures.releases.loading import load

    options = figures_releases.options_of(arguments)
    figures_mappings.install(arguments.mapping)
    result = load(figures_home(), arguments.paths, options, progress=figures_releases.show_progress)
    print(load_report(result, arguments.format, dutch=dutch()))
    return result.exit_code


def _show(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_text
    from pactwerk.figures.releases.asking import Question, answer

    by = tuple(_dimension(arguments.indicator, name) for name in arguments.by.split(",") if name.strip())
    question = Question(
        arguments.indicator, arguments.area, arguments.period, by, arguments.definition, arguments.basis,
        borders=arguments.borders,
        estimate=getattr(arguments, "estimate", False),
        known=getattr(arguments, "known", False),
    )  # fmt: skip
    found = answer(figures_home(), question, explain=arguments.command == "explain")
    for message in found.messages:
        print(say(*message), file=sys.stderr)
    if arguments.format == "csv":
        sys.stdout.write(found.table.to_csv())
    elif arguments.format == "json":
        sys.stdout.write(found.table.to_json())
    else:
        explain = arguments.command == "explain"
        origins = figures_text.origins_of(figures_home()) if explain else {}
        print(figures_text.figure_table(found, explain=explain, dutch=dutch(), origins=origins))
    return found.exit_code


def _dimension(code: str, name: str) -> str:
    """Of stocks side by side the domain is the sector of vmbo, and may be called so."""
    named = name.strip()
    return "domain" if named == "sector" and code.strip().upper().startswith("S") else named


def _catalogue(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_text

    print(figures_text.catalogue(arguments.format, dutch=dutch()))
    return 0


def _releases(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_text

    print(figures_text.releases(figures_home(), arguments.format, dutch=dutch()))
    return 0
