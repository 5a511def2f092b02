"""`pactwerk figures`: releases prepared, made current, gone back from, withdrawn, judged, compared and delivered."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pactwerk.basis.readable import ReadableError
from pactwerk.cli.figures_home import figures_home, say, who
from pactwerk.cli.main import dutch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pactwerk.figures.releases import Release
    from pactwerk.figures.releases.reports import Options

    Handler = Callable[[argparse.Namespace], int]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> Mapping[str, Handler]:
    """Add the commands about releases; their handlers by the name of the command."""
    stage = commands.add_parser("stage", help=say("een uitgave voorbereiden", "prepare a release"))
    loading_arguments(stage)
    _formatted(commands.add_parser("candidates", help=say("voorbereide uitgaven", "prepared releases")))
    for name, text in (
        ("use", say("een uitgave actueel maken", "make a release current")),
        ("withdraw", say("een uitgave intrekken", "withdraw a release")),
        ("reinstate", say("een intrekking ongedaan maken", "undo a withdrawal")),
        ("discard", say("een voorbereide uitgave weggooien", "throw a prepared release away")),
    ):
        _acting(commands.add_parser(name, help=text), needed=name in {"withdraw", "reinstate"}).add_argument(
            "release", metavar="ID"
        )
    _acting(commands.add_parser("back", help=say("terug naar de vorige uitgave", "back to the release before")))
    _formatted(commands.add_parser("history", help=say("wat er met uitgaven is gedaan", "what was done with releases")))
    rebuild = commands.add_parser("rebuild", help=say("de uitgave opnieuw maken", "make the release anew"))
    rebuild.add_argument("--reason", default="")
    rebuild.add_argument("--by", default=None, metavar="NAME")
    rebuild.add_argument("--format", choices=("table", "json"), default="table")
    quality = commands.add_parser("quality", help=say("kwaliteitsrapport", "quality report"))
    quality.add_argument("--release", default=None, metavar="ID")
    _formatted(quality)
    differ = commands.add_parser("differences", help=say("wat er tussen twee uitgaven verschilt", "compare releases"))
    differ.add_argument("before", metavar="A")
    differ.add_argument("after", metavar="B")
    _formatted(differ, "csv")
    delivery = commands.add_parser("delivery", help=say("jaarlijkse datalevering", "yearly data delivery"))
    delivery.add_argument("--area", required=True, metavar="AREA")
    delivery.add_argument("--release", default=None, metavar="ID")
    _formatted(delivery, "csv")
    _formatted(commands.add_parser("due", help=say("welke edities te verwachten zijn", "which editions are due")))
    return {
        "stage": _stage, "candidates": _candidates, "use": _act, "withdraw": _act, "reinstate": _act, "discard": _act,
        "back": _act, "history": _history, "rebuild": _rebuild, "quality": _quality, "differences": _differences,
        "delivery": _delivery, "due": _due,
    }  # fmt: skip


def loading_arguments(parser: argparse.ArgumentParser) -> None:
    """What `load` and `stage` both take."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--edition", default=None, help=say("schooljaar of peildatum", "school year or register date"))
    parser.add_argument(
        "--example", action="store_true", help=say("dit zijn voorbeeldgegevens", "this is example data")
    )
    parser.add_argument("--replace", action="store_true", help=say("vervang een editie", "replace an edition"))
    parser.add_argument("--url", default="", help=say("waar de bestanden vandaan komen", "where the files come from"))
    parser.add_argument("--retrieved", default="", metavar="DATE", help=say("wanneer opgehaald", "when fetched"))
    parser.add_argument("--by", default=None, metavar="NAME", help=say("wie dit doet", "who does this"))
    parser.add_argument("--reason", default="", help=say("waarom", "why"))
    parser.add_argument("--format", choices=("table", "json"), default="table")


def options_of(arguments: argparse.Namespace) -> Options:
    """The options of a load as they were typed."""
    from pactwerk.figures.releases.reports import Options

    return Options(
        edition=arguments.edition,
        example=arguments.example,
        replace=arguments.replace,
        url=arguments.url,
        retrieved=arguments.retrieved,
        by=who(arguments.by),
        reason=arguments.reason,
    )


def show_progress(text: str) -> None:
    """A step of a load, on the error stream."""
    print(f"  {text if dutch() else getattr(text, 'en', text)}", file=sys.stderr, flush=True)


def _formatted(parser: argparse.ArgumentParser, *more: str) -> None:
    parser.add_argument("--format", choices=("table", *more, "json"), default="table")


def _acting(parser: argparse.ArgumentParser, *, needed: bool = False) -> argparse.ArgumentParser:
    parser.add_argument("--reason", default="", required=needed, help=say("waarom", "why"))
    parser.add_argument("--by", default=None, metavar="NAME", help=say("wie dit doet", "who does this"))
    return parser


def _stage(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_releases_text as texts
    from pactwerk.figures.releases.managing import stage

    staged = stage(figures_home(), arguments.paths, options_of(arguments), progress=show_progress)
    print(texts.staged(staged, arguments.format, dutch=dutch()))
    return staged.result.exit_code


def _rebuild(arguments: argparse.Namespace) -> int:
    from pactwerk.cli.figures_load_text import load_report
    from pactwerk.figures.releases.managing import Options, load

    options = Options(by=who(arguments.by), reason=arguments.reason)
    result = load(figures_home(), [], options, progress=show_progress)
    print(load_report(result, arguments.format, dutch=dutch()))
    return result.exit_code


def _act(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.releases import managing

    root, by, reason, name = figures_home(), who(arguments.by), arguments.reason, getattr(arguments, "release", "")
    current: str | None = name
    if arguments.command == "back":
        current = managing.go_back(root, by, reason)
    elif arguments.command == "withdraw":
        current = managing.withdraw(root, name, by, reason)
    elif arguments.command == "use":
        managing.make_current(root, name, by, reason)
    elif arguments.command == "reinstate":
        managing.reinstate(root, name, by, reason)
    else:
        managing.discard(root, name, by, reason)
    if arguments.command in {"back", "withdraw", "use"}:
        print(say(f"actuele uitgave: {current}", f"current release: {current}"))
    return 0


def _candidates(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_releases_text as texts
    from pactwerk.figures.releases.managing import candidates

    print(texts.candidates(candidates(figures_home()), arguments.format, dutch=dutch()))
    return 0


def _history(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_releases_text as texts
    from pactwerk.figures.releases.states import history

    print(texts.history(history(figures_home()), arguments.format, dutch=dutch()))
    return 0


def _quality(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.releases.quality_report.report import as_text, quality_report
    from pactwerk.figures.releases.states import release_before

    release = _release(arguments.release)
    report = quality_report(release, release_before(figures_home(), release), datetime.now(UTC).date())
    print(report.to_json(dutch=dutch()) if arguments.format == "json" else as_text(report, dutch=dutch()))
    return 0


def _differences(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_releases_text as texts
    from pactwerk.figures.releases.differences import differences, differences_csv

    before, after = _release(arguments.before), _release(arguments.after)
    if arguments.format == "csv":
        sys.stdout.write(differences_csv(before.folder, after.folder))
    else:
        print(texts.differences(differences(before.folder, after.folder), arguments.format, dutch=dutch()))
    return 0


def _delivery(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.releases import delivery_texts
    from pactwerk.figures.releases.delivery import deliver

    delivery = deliver(_release(arguments.release), arguments.area)
    write = {"csv": delivery_texts.to_csv, "json": delivery_texts.to_json, "table": delivery_texts.to_text}
    sys.stdout.write(write[arguments.format](delivery, dutch=dutch()).rstrip("\n") + "\n")
    return 0


def _due(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import figures_releases_text as texts
    from pactwerk.figures.releases.due import due

    print(texts.due(due(figures_home(), datetime.now(UTC).date()), arguments.format, dutch=dutch()))
    return 0


def _release(name: str | None) -> Release:
    """The release with this id, else the current one. Raises ReadableError when there is none."""
    from pactwerk.figures.releases.asking import NO_RELEASE
    from pactwerk.figures.releases.release import readable_release
    from pactwerk.figures.releases.states import release_by_id

    found = release_by_id(figures_home(), name) if name else readable_release(figures_home())
    if found is None and name:
        raise ReadableError(f"Er is geen leesbare uitgave {name}.", f"There is no readable release {name}.")
    if found is None:
        raise ReadableError(*NO_RELEASE)
    return found
