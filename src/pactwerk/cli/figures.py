"""`pactwerk figures`: load publisher files, show and explain figures, list the catalogue and the releases."""

import argparse
import os
import sys
from pathlib import Path

from pactwerk.basis.readable import ReadableError
from pactwerk.cli.main import dutch


def _home() -> Path:
    return Path(os.environ.get("PACTWERK_HOME") or "var") / "figures"


def _say(nl: str, en: str) -> str:
    return nl if dutch() else en


def _tell(error: ReadableError) -> int:
    print(_say(error.message_nl, error.message_en), file=sys.stderr)
    return 2


def _query_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("indicator", metavar="CODE", help=_say("bijvoorbeeld K03", "for instance K03"))
    parser.add_argument("--area", required=True, metavar="AREA", help="NL, LD01, PV27, GM0361, TP-NOORD")
    parser.add_argument("--period", required=True, metavar="PERIOD", help="2017/18, 2013-06, all")
    parser.add_argument("--by", default="", metavar="DIM[,DIM]", help="track,sex,profile,municipality,province")
    parser.add_argument("--definition", default=None, help=_say("een andere definitie", "another definition"))
    parser.add_argument("--basis", choices=("computed", "published", "all"), default=None)
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="pactwerk figures", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="load|show|explain|catalogue|releases")
    load = commands.add_parser("load", help=_say("bestanden van uitgevers inlezen", "read publisher files"))
    load.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    load.add_argument("--edition", default=None, help=_say("schooljaar of peildatum", "school year or register date"))
    load.add_argument("--example", action="store_true", help=_say("dit zijn voorbeeldgegevens", "this is example data"))
    load.add_argument("--replace", action="store_true", help=_say("vervang een editie", "replace an edition"))
    load.add_argument("--format", choices=("table", "json"), default="table")
    for name, text in (
        ("show", _say("cijfers tonen", "show figures")),
        ("explain", _say("waar komt dit cijfer vandaan", "where does this figure come from")),
    ):
        asking = commands.add_parser(name, help=text)
        _query_arguments(asking)
        if name == "show":
            words = _say("schat sommen over verborgen aantallen", "estimate sums over hidden counts")
            asking.add_argument("--estimate", action="store_true", help=words)
    catalogue = commands.add_parser("catalogue", help=_say("alle indicatoren", "all indicators"))
    releases = commands.add_parser("releases", help=_say("alle uitgaven", "all releases"))
    for listing in (catalogue, releases):
        listing.add_argument("--format", choices=("table", "json"), default="table")
    return parser


def run(argv: list[str]) -> int:
    """Run one command of the group; the exit code of `load` is 0, 1 or 2 (see docs), of the others 0 or 2."""
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    actions = {
        "load": _load,
        "show": _show,
        "explain": _show,
        "catalogue": _catalogue,
        "releases": _releases,
    }
    try:
        return actions[arguments.command](arguments)
    except ReadableError as error:
        return _tell(error)


def _load(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_text
    from pactwerk.figures.releases.loading import load
    from pactwerk.figures.releases.reports import LoadFailed, Options

    options = Options(arguments.edition, arguments.example, arguments.replace)
    try:
        result = load(_home(), arguments.paths, options, progress=_progress)
    except LoadFailed as failed:
        _tell(failed)
        return 1
    except ReadableError as running:
        _tell(running)
        return 1
    print(figures_text.load_report(result, arguments.format, dutch=dutch()))
    return result.exit_code


def _progress(text: str) -> None:
    print(f"  {text}", file=sys.stderr, flush=True)


def _show(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_text
    from pactwerk.figures.releases.asking import Question, answer

    by = tuple(name.strip() for name in arguments.by.split(",") if name.strip())
    question = Question(
        arguments.indicator, arguments.area, arguments.period, by, arguments.definition, arguments.basis,
        estimate=getattr(arguments, "estimate", False),
    )  # fmt: skip
    found = answer(_home(), question, explain=arguments.command == "explain")
    for message in found.messages:
        print(_say(*message), file=sys.stderr)
    if arguments.format == "csv":
        sys.stdout.write(found.table.to_csv())
    elif arguments.format == "json":
        sys.stdout.write(found.table.to_json())
    else:
        print(figures_text.figure_table(found, explain=arguments.command == "explain", dutch=dutch()))
    return found.exit_code


def _catalogue(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_text

    print(figures_text.catalogue(arguments.format, dutch=dutch()))
    return 0


def _releases(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_text

    print(figures_text.releases(_home(), arguments.format, dutch=dutch()))
    return 0
