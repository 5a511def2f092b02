"""`pactwerk figures fetch`: files from the publishers' own catalogues, the plan first."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pactwerk.cli.figures_home import figures_home, say, who
from pactwerk.cli.main import dutch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pactwerk.figures.releases.reports import LoadResult
    from pactwerk.figures.sources.fetching import Client, Done, Plan, PlanLine

    Handler = Callable[[argparse.Namespace], int]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> Mapping[str, Handler]:
    """Add the command; its handler by its name."""
    fetch = commands.add_parser("fetch", help=say("bestanden bij uitgevers ophalen", "fetch publisher files"))
    fetch.add_argument("publisher", nargs="?", choices=("duo", "cbs"))
    words = say("datasets van DUO of tabellen van CBS", "data sets of DUO or tables of CBS")
    fetch.add_argument("datasets", nargs="*", metavar="DATASET", help=words)
    fetch.add_argument("--list", action="store_true", help=say("wat Pactwerk kent", "what Pactwerk knows of"))
    fetch.add_argument("--match", default="", metavar="TEXT", help=say("zoek bij DUO", "search at DUO"))
    words = say("voorwaarde van OData, bij CBS", "OData condition, of CBS")
    fetch.add_argument("--filter", default="", metavar="CONDITION", help=words)
    fetch.add_argument("--to", type=Path, default=None, metavar="FOLDER", help=say("waarheen", "where to"))
    fetch.add_argument("--yes", action="store_true", help=say("haal op zonder te vragen", "fetch without asking"))
    fetch.add_argument("--load", action="store_true", help=say("lees daarna in", "load afterwards"))
    fetch.add_argument("--edition", default=None, help=say("schooljaar of peildatum", "school year or register date"))
    fetch.add_argument("--replace", action="store_true", help=say("vervang een editie", "replace an edition"))
    fetch.add_argument("--by", default=None, metavar="NAME", help=say("wie dit doet", "who does this"))
    fetch.add_argument("--format", choices=("table", "json"), default="table")
    return {"fetch": _fetch}


def _fetch(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_fetch_text as texts
    from pactwerk.figures.sources.fetching import Client, Policy, known

    if arguments.list:
        print(texts.known_data_sets(known(), arguments.format, dutch=dutch()))
        return 0
    hosts = os.environ.get("PACTWERK_FETCH_HOSTS", "").split(",")
    client = Client(Policy.with_extra(hosts))
    try:
        return perform(arguments, client)
    finally:
        client.close()


def perform(arguments: argparse.Namespace, client: Client) -> int:
    """Show the plan; fetch when that is agreed to; load when asked.

    The exit code: 0 everything is there; 1 nothing was fetched because nobody agreed, or every file failed; 2 some
    failed, or the load refused some, or the question was wrong.
    """
    from pactwerk.cli import figures_fetch_text as texts
    from pactwerk.figures.sources.fetching import carry_out

    problem = _wrong(arguments)
    if problem:
        print(problem, file=sys.stderr)
        return 2
    plan = _plan(arguments, client)
    as_data = arguments.format == "json"
    print(texts.plan(plan, dutch=dutch()), file=sys.stderr if as_data else sys.stdout)
    if not plan.lines or not (arguments.yes or _agreed()):
        if as_data:
            print(texts.as_json(plan, [], None, dutch=dutch()))
        print(say("Er is niets opgehaald.", "Nothing was fetched."), file=sys.stderr)
        return 1
    told = Progress()
    done = list(carry_out(client, plan, told))
    told.end()
    code = _code(done)
    loaded = _load(arguments, done) if arguments.load and any(one.fetched for one in done) else None
    if as_data:
        print(texts.as_json(plan, done, loaded, dutch=dutch()))
    else:
        print(texts.outcome(done, dutch=dutch()))
        if loaded:
            print(texts.load_report(loaded, dutch=dutch()))
    return code or (loaded.exit_code if loaded else 0)


def _wrong(arguments: argparse.Namespace) -> str:
    """What is wrong with the question; empty when nothing is."""
    if arguments.publisher is None:
        return say(
            "Noem een uitgever (duo of cbs), of bekijk met --list wat Pactwerk kent.",
            "Name a publisher (duo or cbs), or see with --list what Pactwerk knows of.",
        )
    if arguments.publisher == "cbs" and not arguments.datasets:
        return say(
            "Noem een tabel van CBS, bijvoorbeeld 03759ned (bevolking).",
            "Name a table of CBS, for instance 03759ned (population).",
        )
    if (arguments.publisher == "cbs" and arguments.match) or (arguments.publisher == "duo" and arguments.filter):
        return say("--match hoort bij duo, --filter bij cbs.", "--match belongs to duo, --filter to cbs.")
    return ""


def _plan(arguments: argparse.Namespace, client: Client) -> Plan:
    from pactwerk.figures.sources.fetching import Cbs, Duo

    folder = arguments.to or figures_home() / "fetched"
    if arguments.publisher == "cbs":
        return Cbs(client).plan(arguments.datasets, arguments.filter, folder)
    return Duo(client).plan(arguments.datasets, arguments.match, folder)


def _agreed() -> bool:
    """Whether the person at the keyboard types yes; nobody there is no."""
    print(say("Ophalen? Typ ja: ", "Fetch? Type yes: "), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in {"ja", "j", "yes", "y"}


def _code(done: list[Done]) -> int:
    failed = sum(1 for one in done if one.error)
    return 0 if not failed else 1 if failed == len(done) else 2


def _load(arguments: argparse.Namespace, done: list[Done]) -> LoadResult:
    from pactwerk.cli.figures_releases import show_progress
    from pactwerk.figures.releases.loading import load
    from pactwerk.figures.releases.reports import Options, Whence

    there = [one.fetched for one in done if one.fetched]
    options = Options(
        edition=arguments.edition,
        replace=arguments.replace,
        by=who(arguments.by),
        reason="fetch",
        fetched={one.path: Whence(one.state.address, one.state.retrieved) for one in there},
    )
    return load(figures_home(), [one.path for one in there], options, progress=show_progress)


class Progress:
    """How far each file is, on the error stream: every tenth part, or every ten megabytes where no size is known."""

    def __init__(self) -> None:
        """Nothing was told yet."""
        self._told: tuple[object, int] | None = None

    def __call__(self, line: PlanLine, have: int, of: int | None) -> None:
        """Tell it, when there is something new to tell."""
        step = (line.target, 10 * have // of if of else have // 10_000_000)
        if step != self._told:
            self._told = step
            whole = f" / {of}" if of else ""
            unit = "bytes" if line.publisher == "DUO" else say("waarnemingen", "observations")
            print(f"  {line.dataset} {line.target.name}: {have}{whole} {unit}", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Forget the last step."""
        self._told = None
