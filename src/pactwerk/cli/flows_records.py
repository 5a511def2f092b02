"""`pactwerk figures flows check` and `count`: enrolment files read where they lie, only protected counts come out."""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pactwerk.cli.figures_home import figures_home, say

if TYPE_CHECKING:
    from pactwerk.figures.flows.records import Enrolments

Handler = Callable[[argparse.Namespace], int]
_SINGLE = (
    "Dit bestand is van één instelling: een diploma van elders en een overstap naar een andere school staan er niet in."
    " Uitstroom (weg) en vsv zijn daardoor hoger dan zij echt zijn.",
    "This file is of a single institution: a diploma from elsewhere and a move to another school are not in it."
    " Outflow (left) and early leaving are therefore higher than they really are.",
)
_BY = ("sex", "area", "diploma")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> Mapping[str, Handler]:
    """Add the commands; their handlers by the name of the command."""
    check = commands.add_parser("check", help=say("fouten in inschrijvingen", "faults in enrolments"))
    file_arguments(check)
    check.add_argument("--format", choices=("table", "json"), default="table")
    count = commands.add_parser("count", help=say("overgangen tellen", "count transitions"))
    file_arguments(count)
    words = say(
        "hoe fijn een plaats is: level, met track, field, grade; bijvoorbeeld level,track; zonder: zo fijn als"
        " --from en --to",
        "how fine a state is: level, with track, field, grade; for instance level,track; without: as fine as --from and"
        " --to",
    )
    count.add_argument("--grain", default=None, metavar="PART[,PART]", help=words)
    words = say("splitsen naar sex, area, diploma", "split by sex, area, diploma")
    count.add_argument("--by", default="", metavar="DIM[,DIM]", help=words)
    words = say(
        "waarvandaan, als soort:richting:veld:leerjaar; bijvoorbeeld vo:kb, of nieuw",
        "where from, as level:track:field:grade; for instance vo:kb, or nieuw (new)",
    )
    count.add_argument("--from", dest="source", default="", metavar="STATE", help=words)
    words = say("waarheen, bijvoorbeeld mbo:4, of out (weg)", "where to, for instance mbo:4, or out (left)")
    count.add_argument("--to", dest="target", default="", metavar="STATE", help=words)
    words = say("eerste jaren: 2016 of 2016-2020", "first years: 2016 or 2016-2020")
    count.add_argument("--years", default="", metavar="YEARS", help=words)
    count.add_argument("--format", choices=("table", "csv", "json"), default="table")
    return {"check": _check, "count": _count}


def file_arguments(parser: argparse.ArgumentParser) -> None:
    """What every command on enrolment files takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH")
    words = say(
        "indeling van het bestand als die anders is, bijvoorbeeld mijn-indeling.toml",
        "layout of the file where it differs, for instance my-layout.toml",
    )
    parser.add_argument("--mapping", type=Path, default=None, metavar="FILE", help=words)
    words = say("geheugen voor het rekenen, in MB", "memory for computing, in MB")
    parser.add_argument("--memory", type=_memory, default=None, metavar="MB", help=words)


@contextmanager
def opened(arguments: argparse.Namespace) -> "Iterator[Enrolments]":
    """The files of the command line, on the engine of the setting. Raises EnrolmentsRefused, MappingError."""
    from pactwerk.figures.engines import chosen_engine
    from pactwerk.figures.flows.records import open_enrolments

    engine = chosen_engine(memory_mb=arguments.memory)
    try:
        with open_enrolments(arguments.paths, arguments.mapping, engine) as enrolments:
            if arguments.flow_command != "check" and enrolments.single:
                print(say(*_SINGLE), file=sys.stderr)
            yield enrolments
    finally:
        engine.close()


def show_progress(number: int, steps: int) -> None:
    """One line on the error stream, rewritten at every step when it is a terminal."""
    end = "\r" if sys.stderr.isatty() else "\n"
    print(say(f"stap {number + 1} van {steps}", f"step {number + 1} of {steps}"), end=end, file=sys.stderr, flush=True)


def _check(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import flows_records_text as text
    from pactwerk.figures.disclosure_control.protecting import rounding_secret
    from pactwerk.figures.flows.records.checking import find_faults
    from pactwerk.figures.flows.records.shown import fault_table

    with opened(arguments) as enrolments:
        faults = find_faults(enrolments, show_progress)
        years = enrolments.years
    table = fault_table(faults, rounding_secret(figures_home()))
    print(table.to_json() if arguments.format == "json" else text.faults(table, years))
    return 0


def _count(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import flows_records_text as text
    from pactwerk.figures.disclosure_control.protecting import rounding_secret
    from pactwerk.figures.flows.records import count_transitions
    from pactwerk.figures.flows.records.asking import ENDS, asked_years, check_years, grain_for, parts, state
    from pactwerk.figures.flows.records.shown import transition_table

    source, target = state(arguments.source, ENDS[:1]), state(arguments.target, ENDS[1:])
    grain, by = grain_for(arguments.grain, (source, target)), parts(arguments.by, _BY)
    years = asked_years(arguments.years)
    with opened(arguments) as enrolments:
        check_years(years, enrolments.years)
        counted = count_transitions(enrolments, grain, years=years, by=by, progress=show_progress)
    table = transition_table(counted, grain, by, rounding_secret(figures_home()), (source, target))
    if not table.rows:
        print(text.nothing(counted, chosen=bool(source or target)), file=sys.stderr)
    if counted.faults:
        print(text.mind_the_faults(), file=sys.stderr)
    if arguments.format == "csv":
        sys.stdout.write(table.to_csv())
    else:
        print(table.to_json() if arguments.format == "json" else text.transitions(table))
    return 0


def _memory(text: str) -> int:
    number = int(text)
    if number < 50:
        raise argparse.ArgumentTypeError(say("ten minste 50", "at least 50"))
    return number
