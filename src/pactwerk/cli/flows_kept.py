"""`pactwerk figures flows keep, list, publish, hide, drop`: flow sets in the home."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pactwerk.cli.figures_home import figures_home, say, who
from pactwerk.cli.main import dutch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pactwerk.figures.flows.kept import FlowSet
    from pactwerk.figures.texts import Text

    Handler = Callable[[argparse.Namespace], int]

_KINDS = {"land": "country", "landsdeel": "part of the country", "provincie": "province", "gemeente": "municipality"}
_STATES = {
    "same": ("ongewijzigd", "unchanged"),
    "changed": ("VERANDERD sinds het tellen", "CHANGED since it was counted"),
    "gone": ("niet meer op zijn plaats", "no longer in its place"),
}


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> Mapping[str, Handler]:
    """Add the commands; their handlers by name."""
    keeping = commands.add_parser(
        "keep", help=say("tel een bestand van inschrijvingen en bewaar het beschermd", "count enrolments and keep them")
    )
    _keep_arguments(keeping)
    listing = commands.add_parser("list", help=say("bewaarde stromen", "kept flows"))
    listing.add_argument("--format", choices=("table", "json"), default="table")
    for name, text in (
        ("publish", say("een bewaarde stroom openbaar maken", "make a kept flow public")),
        ("hide", say("een stroom niet langer openbaar tonen", "no longer show a flow in public")),
        ("drop", say("een bewaarde stroom weggooien", "throw a kept flow away")),
    ):
        acting = commands.add_parser(name, help=text)
        acting.add_argument("name", metavar="NAME")
        acting.add_argument("--reason", default="", help=say("waarom", "why"))
        acting.add_argument("--by", default=None, metavar="NAME", help=say("wie dit doet", "who does this"))
        if name == "drop":
            acting.add_argument("--yes", action="store_true", help=say("niet vragen", "do not ask"))
    return {"keep": _keep, "list": _list, "publish": _publish, "hide": _hide, "drop": _drop}


def _keep_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--title", default="", help=say("wat een lezer ziet", "what a reader sees"))
    parser.add_argument("--mapping", type=Path, default=None, metavar="FILE")
    words = say("level, track, field, grade; minder is scherper", "level, track, field, grade; fewer are sharper")
    parser.add_argument("--grain", default="level,track", help=words)
    words = say("gebieden die scherp moeten zijn", "areas that must be sharp")
    parser.add_argument("--areas", default="", metavar="CODE,…", help=words)
    words = say("jongens en meisjes niet uit elkaar", "do not tell girls and boys apart")
    parser.add_argument("--no-sex", action="store_true", help=words)
    words = say("maak meteen openbaar; anders alleen voor het bureau", "make public at once; else for the office only")
    parser.add_argument("--public", action="store_true", help=words)
    words = say("dit zijn voorbeeldgegevens", "this is example data")
    parser.add_argument("--example", action="store_true", help=words)
    parser.add_argument("--by", default=None, metavar="NAME", help=say("wie dit doet", "who does this"))
    parser.add_argument("--reason", default="", help=say("waarom", "why"))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _keep(arguments: argparse.Namespace) -> int:
    from pactwerk.cli.flows_records_text import mind_the_faults
    from pactwerk.figures.flows.kept import Keeping, keep, publish

    asked = Keeping(
        name=arguments.name,
        paths=tuple(arguments.paths),
        title=arguments.title,
        mapping=arguments.mapping,
        grain=_listed(arguments.grain),
        areas=tuple(code.upper() for code in _listed(arguments.areas)),
        sexes=not arguments.no_sex,
        by=who(arguments.by),
        reason=arguments.reason,
        example=arguments.example,
    )
    found = keep(figures_home(), asked, progress=_progress)
    years, areas = ", ".join(map(str, found.years)), len(found.areas)
    print(
        say(
            f"{found.name} is bewaard: overgangen vanaf {years}, {areas} gebieden.",
            f"{found.name} is kept: passages from {years}, {areas} areas.",
        )
    )
    print("\n".join(_told_widths(found)))
    if found.faults:
        print(mind_the_faults(), file=sys.stderr)
    if arguments.public:
        publish(figures_home(), found.name, asked.by, asked.reason)
        print(say("Iedereen ziet deze stroom nu.", "Everybody sees this flow now."))
    else:
        print(
            say(
                f"Alleen het bureau ziet deze stroom. Openbaar maken: figures flows publish {found.name}",
                f"Only the office sees this flow. To make it public: figures flows publish {found.name}",
            )
        )
    return 0


def _told_widths(found: FlowSet) -> list[str]:
    """How wide the intervals became per kind of area, and what narrows them."""
    from pactwerk.figures.flows.kept.widths import widths

    lines = [
        say(
            f"  {one.kind}{' (naar geslacht)' if one.split else ''}: meestal {one.usual}, hoogstens {one.widest}",
            f"  {_KINDS.get(one.kind, one.kind)}{' (by sex)' if one.split else ''}: mostly {one.usual},"
            f" {one.widest} at most",
        )
        for one in widths(figures_home(), found)
    ]
    head = say(
        "Breedte van het interval (bovengrens min ondergrens, in personen):",
        "Width of the interval (upper less lower bound, in persons):",
    )
    advice = say(
        "Smaller wordt het met minder uitsplitsingen (--no-sex, een grover --grain) of minder gebieden bij --areas.",
        "It gets narrower with fewer breakdowns (--no-sex, a coarser --grain) or fewer areas in --areas.",
    )
    return [head, *lines, advice]


def _progress(step: Text) -> None:
    print(f"  {step if dutch() else step.en}", file=sys.stderr, flush=True)


def _list(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.flows.kept import kept_flows

    found = kept_flows(figures_home(), public_only=False)
    if arguments.format == "json":
        print(json.dumps([_data(one) for one in found], ensure_ascii=False, indent=1))
    elif not found:
        print(
            say(
                "Er zijn geen bewaarde stromen. Bewaar er een: figures flows keep NAAM BESTAND",
                "There are no kept flows. Keep one: figures flows keep NAME FILE",
            )
        )
    else:
        print("\n".join(line for one in found for line in _lines(one)))
    return 0


def _data(one: FlowSet) -> dict[str, object]:
    return {
        **{name: getattr(one, name) for name in ("name", "title", "id", "created", "by", "public", "example")},
        "grain": one.grain,
        "sexes": one.sexes,
        "years": one.years,
        "areas": len(one.areas),
        "faults": [nl if dutch() else en for nl, en in one.faults],
        "sources": [
            {"name": source.name, "sha256": source.sha256, "state": source.as_it_is()} for source in one.sources
        ],
    }


def _lines(one: FlowSet) -> list[str]:
    seen = say("openbaar", "public") if one.public else say("alleen bureau", "office only")
    years = ", ".join(map(str, one.years))
    head = f"{one.name}  {seen}  {years}  {'-'.join(one.grain)}  {one.created[:10]}  {one.by}"
    wrong = (f"  {say('in het bestand', 'in the file')}: {say(*words)}" for words in one.faults)
    return [head, *(f"  {source.name}: {say(*_STATES[source.as_it_is()])}" for source in one.sources), *wrong]


def _publish(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.flows.kept import publish

    publish(figures_home(), arguments.name, who(arguments.by), arguments.reason)
    print(say(f"{arguments.name} is nu openbaar.", f"{arguments.name} is public now."))
    return 0


def _hide(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.flows.kept import hide

    hide(figures_home(), arguments.name, who(arguments.by), arguments.reason)
    print(say(f"{arguments.name} is niet meer openbaar.", f"{arguments.name} is no longer public."))
    return 0


def _drop(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.flows.kept import drop, kept_set

    kept_set(figures_home(), arguments.name, public_only=False)
    question = say(f"{arguments.name} weggooien? (j/n) ", f"Throw {arguments.name} away? (y/n) ")
    if not arguments.yes and not _agreed(question):
        print(say("Niets weggegooid.", "Nothing was thrown away."))
        return 0
    drop(figures_home(), arguments.name, who(arguments.by), arguments.reason)
    print(say(f"{arguments.name} is weggegooid.", f"{arguments.name} was thrown away."))
    return 0


def _agreed(question: str) -> bool:
    """Whether somebody says yes; nobody there to ask is no."""
    try:
        return input(question).strip().lower() in {"j", "ja", "y", "yes"}
    except EOFError:
        return False
