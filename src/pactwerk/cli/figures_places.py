"""`pactwerk figures`: recodings, areas, schools over time, and corrections of official data."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pactwerk.cli.figures_home import figures_home, say, who

if TYPE_CHECKING:
    from pactwerk.figures.releases import Release

Handler = Callable[[argparse.Namespace], int]


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> Mapping[str, Handler]:
    """Add the commands about places; their handlers by the name of the command."""
    recodings = commands.add_parser("recodings", help=say("herindelingen van gemeenten", "municipal redivisions"))
    _formatted(recodings)
    areas = commands.add_parser("areas", help=say("ingevoerde gebieden", "entered areas"))
    areas.add_argument("action", choices=("list", "import", "export", "remove"))
    areas.add_argument("name", nargs="?", default="", metavar="FILE|CODE")
    areas.add_argument("--owner", default="beheer", help=say("kantoor dat eigenaar is", "office that owns them"))
    school = commands.add_parser("school", help=say("wat er van een school werd", "what became of a school"))
    school.add_argument("school", metavar="BRIN", help=say("bijvoorbeeld 16TF", "for instance 16TF"))
    _formatted(school)
    correct = commands.add_parser(
        "correct", help=say("een fout van de uitgever herstellen", "mend a publisher's error")
    )
    correct.add_argument("location", metavar="LOCATION", help=say("bijvoorbeeld 16TF00", "for instance 16TF00"))
    correct.add_argument("field", choices=("name", "municipality", "postcode4", "closed"))
    correct.add_argument("value")
    correct.add_argument("--reason", required=True)
    _by(correct)
    listing = commands.add_parser("corrections", help=say("alle correcties", "all corrections"))
    listing.add_argument("--withdraw", metavar="ID", default="", help=say("trek een correctie in", "withdraw one"))
    listing.add_argument("--reason", default="")
    _by(listing)
    _formatted(listing)
    return {
        "recodings": _recodings,
        "areas": _areas,
        "school": _school,
        "correct": _correct,
        "corrections": _corrections,
    }


def _formatted(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("table", "json"), default="table")


def _by(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", default=None, metavar="NAME", help=say("wie dit doet", "who does this"))


def _release() -> "Release | None":
    from pactwerk.figures.releases.release import readable_release

    found = readable_release(figures_home())
    if found is None:
        print(say("Er is nog geen uitgave.", "There is no release yet."), file=sys.stderr)
    return found


def _rebuild_hint() -> None:
    hint = say(
        "Dit telt mee in de volgende uitgave; maak die met: pactwerk figures rebuild",
        "This counts in the next release; make it with: pactwerk figures rebuild",
    )
    print(hint, file=sys.stderr)


def _recodings(arguments: argparse.Namespace) -> int:
    release = _release()
    if release is None:
        return 1
    report = release.places
    if arguments.format == "json":
        names = ("year", "old", "new", "postcodes", "of", "whole")
        data = [dict(zip(names, change, strict=True)) for change in report.changes]
        print(json.dumps({"years": report.years, "recodings": data}, indent=1))
        return 0
    if not report.years:
        print(say("Geen postcodetabellen geladen.", "No postcode tables are loaded."))
        return 0
    print(say("Grenzen van: ", "Borders of: ") + ", ".join(str(year) for year in report.years))
    for year, old, new, postcodes, of, whole in report.changes:
        how = say("geheel", "whole") if whole else say("gesplitst", "split")
        print(f"{year}-01-01  {old} -> {new}  {postcodes}/{of}  {how}")
    return 0


def _areas(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.releases import areas_csv, entering

    if arguments.action == "import":
        try:
            text = Path(arguments.name).read_bytes().decode("utf-8-sig", errors="replace")
        except OSError as error:
            print(f"{arguments.name or 'FILE'}: {error.strerror}", file=sys.stderr)
            return 2
        found = areas_csv.areas_from_csv(text, Path(arguments.name).name, arguments.owner)
        for entry in entering.enter(figures_home(), found, may=lambda _known: True):
            print(f"{entry.code}  {entry.name}  ({len(entry.members)})")
        _rebuild_hint()
        return 0
    if arguments.action == "remove":
        entering.remove(figures_home(), arguments.name.strip().upper())
        _rebuild_hint()
        return 0
    known = entering.entered(figures_home()).values()
    if arguments.action == "export":
        sys.stdout.write(areas_csv.areas_as_csv(list(known)))
        return 0
    for entry in known:
        print(f"{entry.code}  {entry.kind}  {entry.name}  ({entry.owner})")
        for member in entry.members:
            print(f"  {member.municipality}  {member.since or '…'} - {member.until or '…'}")
    return 0


def _school(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.releases.school_history import school_history

    release = _release()
    if release is None:
        return 1
    found = school_history(release, arguments.school)
    data = found.as_data()
    if arguments.format == "json":
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return 0
    for place in found.places:
        mended = say("  gecorrigeerd", "  corrected") if place.corrected else ""
        span = f"{place.opened or '…'} - {place.closed or '…'}  " if place.opened or place.closed else ""
        print(f"{place.location}  {place.name}, {place.town or '?'}  {span}[{place.source}, {place.row}]{mended}")
    for key, title in (("earlier", say("Ontstaan uit:", "Came from:")), ("later", say("Werd:", "Became:"))):
        if data[key]:
            print(title)
        for entry in data[key]:
            part = "" if entry["whole"] else say(" (deel)", " (part)")
            names = " -> ".join(f"{entry[side]} {entry[f'{side}_name'] or ''}".strip() for side in ("from", "to"))
            print(f"  {entry['day']}  {entry['kind']}{part}  {names}  [{entry['file']}, {entry['row']}]")
    return 0


def _correct(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.releases.corrections import Claim, correct

    claim = Claim(arguments.location, arguments.field, arguments.value, arguments.reason)
    entry = correct(figures_home(), claim, by=who(arguments.by))
    print(f"{entry.id}  {entry.location}  {entry.field} = {entry.value}")
    _rebuild_hint()
    return 0


def _corrections(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.releases import corrections

    if arguments.withdraw:
        corrections.withdraw(figures_home(), arguments.withdraw, reason=arguments.reason, by=who(arguments.by))
        _rebuild_hint()
        return 0
    found = corrections.corrections(figures_home())
    if arguments.format == "json":
        print(json.dumps([vars(entry) for entry in found], ensure_ascii=False, indent=1))
        return 0
    if not found:
        print(say("er zijn geen correcties", "there are no corrections"))
    for entry in found:
        gone = say("  ingetrokken: ", "  withdrawn: ") + entry.withdrawn_reason if not entry.in_force else ""
        print(f"{entry.id}  {entry.at[:10]}  {entry.location}  {entry.field} = {entry.value}  ({entry.reason}){gone}")
    return 0
