"""`pactwerk figures reach` and `viability`: who lives near which technical profile, and how large the groups are."""

import argparse
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pactwerk.cli.figures_home import figures_home, say

if TYPE_CHECKING:
    from pactwerk.figures.disclosure_control import PublishableTable
    from pactwerk.figures.reach import Ground, ReachQuestion

Handler = Callable[[argparse.Namespace], int]


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> Mapping[str, Handler]:
    """Add the commands; their handlers by the name of the command."""
    reach = commands.add_parser("reach", help=say("bereik van technische profielen", "reach of technical profiles"))
    _asking(reach)
    words = say("vestigingen (01AB00) of profielen (01AB00:BWI) die sluiten", "locations or profiles that close")
    reach.add_argument("--close", default="", metavar="LOCATION[:PROFILE],…", help=words)
    words = say("profielen die ergens bij komen (01AB00:BWI)", "profiles that are added (01AB00:BWI)")
    reach.add_argument("--open", default="", metavar="LOCATION:PROFILE,…", help=words)
    words = say("welke tabel: per profiel, gemeente of postcode, of K22", "which table")
    reach.add_argument(
        "--table", choices=("profiles", "municipalities", "postcodes", "k22"), default="profiles", help=words
    )
    sizes = commands.add_parser("viability", help=say("groepsgrootte per profiel", "group size per profile"))
    _asking(sizes)
    words = say("kleinste groep die u verantwoord vindt", "smallest group that you find sound")
    sizes.add_argument("--minimum", type=int, default=None, help=words)
    sizes.add_argument("--grade", type=int, choices=(3, 4), default=3)
    sizes.add_argument("--by-track", action="store_true")
    return {"reach": _reach, "viability": _viability}


def _asking(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--area", required=True, metavar="AREA", help="NL, PV27, GM0361")
    parser.add_argument("--km", type=float, default=10.0, help=say("hemelsbreed", "as the crow flies"))
    words = say("technische profielen samen (techniek) of een", "all technical profiles (techniek) or one")
    parser.add_argument("--profile", default="techniek", metavar="BWI", help=words)
    parser.add_argument("--track", choices=("", "bb", "kb", "gl"), default="")
    parser.add_argument("--ages", default="10,11,12", metavar="AGE,…")
    words = say("omwegfactor, 1.3 voor de weg", "detour factor, 1.3 for roads")
    parser.add_argument("--factor", type=float, default=1.0, help=words)
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table")


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _question(arguments: argparse.Namespace) -> "ReachQuestion":
    from pactwerk.figures.reach import ReachQuestion, change

    return ReachQuestion(
        arguments.area, arguments.km, arguments.profile, arguments.track, _parts(arguments.ages), arguments.factor,
        tuple(change(part) for part in _parts(getattr(arguments, "close", ""))),
        tuple(change(part) for part in _parts(getattr(arguments, "open", ""))),
    )  # fmt: skip


def _ground() -> "Ground | None":
    from pactwerk.figures.reach import ground
    from pactwerk.figures.releases.asking import NO_RELEASE
    from pactwerk.figures.releases.release import readable_release

    found = readable_release(figures_home())
    if found is None:
        print(say(*NO_RELEASE), file=sys.stderr)
    return ground(found) if found else None


def _reach(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.reach import area_reach, closing, home_share

    found = _ground()
    if found is None:
        return 2
    question = _question(arguments)
    if arguments.table == "k22":
        ignored = _ignored(arguments)
        if ignored:
            told = ", ".join(ignored)
            print(say(f"K22 kent alleen --area en --km; laat weg: {told}.",
                      f"K22 takes --area and --km only; leave out: {told}."), file=sys.stderr)  # fmt: skip
            return 2
        return _show(home_share(found, question.area, km=question.km), arguments.format)
    if not question.closed and not question.opened:
        asked = {"profile": question.profile} if arguments.table == "profiles" else {}
        return _show(getattr(area_reach(found, question), arguments.table), arguments.format, asked)
    from pactwerk.figures.disclosure_control import merge

    answer = closing(found, question)
    return _show(merge(answer.shares, answer.moved), arguments.format)


def _ignored(arguments: argparse.Namespace) -> list[str]:
    """The options that K22 has no use for and that were given."""
    usual = {"profile": "techniek", "track": "", "ages": "10,11,12", "factor": 1.0, "close": "", "open": ""}
    return [f"--{name}" for name, value in usual.items() if getattr(arguments, name) != value]


def _viability(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.reach import Terms, viability

    found = _ground()
    if found is None:
        return 2
    terms = Terms(arguments.minimum, arguments.grade, arguments.by_track)
    answer = viability(found, _question(arguments), terms)
    code = _show(answer.table, arguments.format)
    if terms.minimum is not None and arguments.format == "table":
        names = {"genoeg": "enough", "te klein": "too small", "onzeker": "uncertain"}
        for verdict, english in names.items():
            print(f"{say(verdict, english)}: {answer.number(verdict)}")
    return code


def _show(table: "PublishableTable", form: str, asked: Mapping[str, str] | None = None) -> int:
    """Print a table; its notes follow on the other stream, so that a file of figures stays one.

    `asked` fills the cells of a row that is about what was asked itself.
    """
    from pactwerk.cli.figures_text import columns
    from pactwerk.figures.disclosure_control.serialise import bounds

    if form == "table":
        head = (
            "indicator",
            "definition",
            *table.dimensions,
            "period",
            say("waarde", "value"),
            say("eenheid", "unit"),
            "",
        )
        lines = [head]
        for row in table.rows:
            value, low, high = bounds(row)
            by = (row.by.get(name, (asked or {}).get(name, "")) for name in table.dimensions)
            lines.append(
                (row.indicator, row.definition, *by, row.period, value or f"{low} - {high}", row.unit, row.note)
            )
        if table.example:
            print("*** VOORBEELDGEGEVENS ***")
        print(columns(lines))
    else:
        sys.stdout.write(table.to_csv() if form == "csv" else table.to_json())
    for note in table.notes:
        print(say(str(note), getattr(note, "en", str(note))), file=sys.stderr)
    return 0
