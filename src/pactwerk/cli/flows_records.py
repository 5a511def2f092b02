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
_GRAIN = ("level", "track", "field", "grade")
_BY = ("sex", "area", "diploma")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> Mapping[str, Handler]:
    """Add the commands; their handlers by the name of the command."""
    check = commands.add_parser("check", help=say("fouten in inschrijvingen", "faults in enrolments"))
    file_arguments(check)
    check.add_argument("--format", choices=("table", "json"), default="table")
    count = commands.add_parser("count", help=say("overgangen tellen", "count transitions"))
    file_arguments(count)
    count.add_argument("--grain", default="level", metavar="PART[,PART]", help=",".join(_GRAIN))
    count.add_argument("--by", default="", metavar="DIM[,DIM]", help=",".join(_BY))
    state = say("bijvoorbeeld vo:kb", "for instance vo:kb")
    count.add_argument("--from", dest="source", default="", metavar="STATE", help=state)
    count.add_argument("--to", dest="target", default="", metavar="STATE", help=state)
    count.add_argument("--years", default="", metavar="2016-2020")
    count.add_argument("--format", choices=("table", "csv", "json"), default="table")
    return {"check": _check, "count": _count}


def file_arguments(parser: argparse.ArgumentParser) -> None:
    """What every command on enrolment files takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--mapping", type=Path, default=None, metavar="FILE")
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
    from pactwerk.figures.flows.records.asking import asked_years, parts, state
    from pactwerk.figures.flows.records.shown import transition_table

    grain, by = parts(arguments.grain, _GRAIN), parts(arguments.by, _BY)
    source, target = state(arguments.source), state(arguments.target)
    years = asked_years(arguments.years)
    with opened(arguments) as enrolments:
        counted = count_transitions(enrolments, grain, years=years, by=by, progress=show_progress)
    table = transition_table(counted, grain, by, rounding_secret(figures_home()), (source, target))
    if not table.rows:
        print(text.nothing(counted), file=sys.stderr)
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
