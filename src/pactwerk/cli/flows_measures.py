"""`pactwerk figures flows cohort, identity, rates, technasium, terms, passages`: measures and words of the field."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pactwerk.basis.dated import SchoolYear
from pactwerk.cli.figures_home import figures_home, say
from pactwerk.cli.flows_records import file_arguments, opened

if TYPE_CHECKING:
    from pactwerk.figures.disclosure_control import PublishableTable
    from pactwerk.figures.flows.records import Fault

Handler = Callable[[argparse.Namespace], int]
_GRAIN = ("level", "track", "field", "grade")
_FORMATS = ("table", "csv", "json")
_NOTHING = (
    "Niets van tien of meer personen om te tonen. Controleer jaar en plaats, of kies grovere --grain of minder --by.",
    "Nothing of ten persons or more to show. Check year and state, or choose a coarser --grain or less --by.",
)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> Mapping[str, Handler]:
    """Add the commands; their handlers by the name of the command."""
    _cohort_arguments(commands.add_parser("cohort", help=say("een cohort volgen", "follow a cohort")))
    identity = commands.add_parser("identity", help=say("sluitende telling", "a count that adds up"))
    _asking(identity)
    words = say(
        "hoe fijn een plaats is: level, met track, field, grade; bijvoorbeeld level,track,grade",
        "how fine a state is: level, with track, field, grade; for instance level,track,grade",
    )
    identity.add_argument("--grain", default="level,track", metavar="PART[,PART]", help=words)
    _asking(
        commands.add_parser("rates", help=say("aandelen van de officiële begrippen", "rates of the official terms"))
    )
    words = say("Technasium van leerjaar 3 naar 4", "Technasium from year 3 to 4")
    technasium = commands.add_parser("technasium", help=words)
    _asking(technasium)
    technasium.add_argument("--by", default="", metavar="DIM[,DIM]", help="level,sex,school")
    words = say("zet er een later cohort naast, bijvoorbeeld 2018", "put a later cohort beside it, for instance 2018")
    technasium.add_argument("--compare", type=_year, default=None, metavar="YEAR", help=words)
    technasium.add_argument("--show", choices=("rates", "counts"), default="rates", help=say("bij csv", "with csv"))
    terms = commands.add_parser("terms", help=say("begrippen en hun bron", "terms and their source"))
    passages = commands.add_parser("passages", help=say("overgangen die het CBS publiceerde", "passages by CBS"))
    for parser in (terms, passages):
        parser.add_argument("--format", choices=("table", "json"), default="table")
    return {
        "cohort": _cohort,
        "identity": _identity,
        "rates": _rates,
        "technasium": _technasium,
        "terms": _terms,
        "passages": _passages,
    }


def _cohort_arguments(parser: argparse.ArgumentParser) -> None:
    _asking(parser)
    words = say(
        "waar het begint, bijvoorbeeld vo:kb::3; mag vaker", "where it starts, such as vo:kb::3; may be repeated"
    )
    parser.add_argument("--start", action="append", required=True, metavar="STATE", help=words)
    words = say("zoveel jaar later, 1 tot en met 3", "so many years later, 1 up to 3")
    parser.add_argument("--later", type=int, default=3, metavar="YEARS", help=words)
    words = say(
        "hoe fijn een latere plaats is: level, met track, field, grade; bijvoorbeeld level,track",
        "how fine a later state is: level, with track, field, grade; for instance level,track",
    )
    parser.add_argument("--grain", default="level,track", metavar="PART[,PART]", help=words)
    parser.add_argument("--by", default="", metavar="DIM", help="sex")
    words = say("splits de laatste plaats naar diploma", "tell the last states apart by diploma")
    parser.add_argument("--diplomas", action="store_true", help=words)
    choices = ("shares", "links", "stocks")
    parser.add_argument("--show", choices=choices, default="shares", help=say("bij csv", "with csv"))


def _asking(parser: argparse.ArgumentParser) -> None:
    file_arguments(parser)
    words = say("schooljaar van het begin: 2016 of 2016/17", "school year of the start: 2016 or 2016/17")
    parser.add_argument("--year", type=_year, required=True, metavar="YEAR", help=words)
    parser.add_argument("--format", choices=_FORMATS, default="table")


def _year(text: str) -> int:
    """The first calendar year of a school year."""
    try:
        return int(SchoolYear(text).text[:4]) if "/" in text else int(SchoolYear.starting(int(text)).text[:4])
    except ValueError as error:
        told = say("schrijf een schooljaar: 2016 of 2016/17", "write a school year: 2016 or 2016/17")
        raise argparse.ArgumentTypeError(told) from error


def _secret() -> bytes:
    from pactwerk.figures.disclosure_control.protecting import rounding_secret

    return rounding_secret(figures_home())


def _mind(faults: "tuple[Fault, ...]") -> None:
    from pactwerk.cli import flows_records_text

    if faults:
        print(flows_records_text.mind_the_faults(), file=sys.stderr)


def _print(chosen: str, shown: "PublishableTable", everything: "Mapping[str, PublishableTable]", text: str) -> int:
    """CSV is one table, JSON all of them by name, and text is for reading."""
    if not len(shown):
        print(say(*_NOTHING), file=sys.stderr)
    if chosen == "csv":
        sys.stdout.write(shown.to_csv())
    elif chosen == "json":
        print(json.dumps({name: json.loads(table.to_json()) for name, table in everything.items()}, indent=1))
    else:
        print(text)
    return 0


def _cohort(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import flows_measures_text as text
    from pactwerk.figures.flows.cohorts import count_cohort, shown_cohort
    from pactwerk.figures.flows.records.asking import parts, state
    from pactwerk.figures.flows.states import State

    starts = [State.parse(state(start)) for start in arguments.start if start]
    grain, by = parts(arguments.grain, _GRAIN), parts(arguments.by, ("sex",))
    with opened(arguments) as enrolments:
        print(say("cohort volgen...", "following the cohort..."), file=sys.stderr)
        found = count_cohort(enrolments, starts, arguments.year, arguments.later, grain)
        name = enrolments.name
    _mind(found.faults)
    shown = shown_cohort(found, _secret(), file=name, by_sex=bool(by), diplomas=arguments.diplomas)
    tables = {"shares": shown.shares, "links": shown.flow.links, "stocks": shown.flow.stocks}
    return _print(arguments.format, tables[arguments.show], tables, text.cohort(shown))


def _identity(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import flows_measures_text as text
    from pactwerk.figures.flows.identity import account, shown_account, stocks_of
    from pactwerk.figures.flows.records import count_transitions
    from pactwerk.figures.flows.records.asking import parts

    grain, year = parts(arguments.grain, _GRAIN), arguments.year
    with opened(arguments) as enrolments:
        print(say("overgangen en standen tellen...", "counting transitions and stocks..."), file=sys.stderr)
        counted = count_transitions(enrolments, grain, years=(year,), by=("diploma",), leavers=True)
        before, after = (stocks_of(enrolments, one, grain) for one in (year, year + 1))
        name = enrolments.name
    if not counted.years:
        print(say(*text.NO_PAIR), file=sys.stderr)
        return 1
    _mind(counted.faults)
    made = account(counted.transitions, year, before, after)
    table = shown_account(made, _secret(), file=name)
    return _print(arguments.format, table, {"identity": table}, text.identity(table, made.residual))


def _rates(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import flows_measures_text as text
    from pactwerk.figures.flows.official_rates import BY, GRAIN, official_rates
    from pactwerk.figures.flows.records import count_transitions

    with opened(arguments) as enrolments:
        print(say("overgangen tellen...", "counting transitions..."), file=sys.stderr)
        counted = count_transitions(enrolments, GRAIN, years=(arguments.year,), by=BY)
        name = enrolments.name
    if not counted.years:
        print(say(*text.NO_PAIR), file=sys.stderr)
        return 1
    _mind(counted.faults)
    table = official_rates(counted.transitions, arguments.year, _secret(), file=name)
    return _print(arguments.format, table, {"rates": table}, text.rates(table))


def _technasium(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import flows_measures_text as text
    from pactwerk.figures.flows.records.asking import parts
    from pactwerk.figures.flows.technasium import compare, count_retention, shown_retention

    by = parts(arguments.by, ("sex", "school", "level"))
    years = [arguments.year, *([arguments.compare] if arguments.compare else [])]
    with opened(arguments) as enrolments:
        print(say("leerlingen met O&O volgen...", "following pupils with O&O..."), file=sys.stderr)
        counted = [count_retention(enrolments, year) for year in years]
        name = enrolments.name
    _mind(tuple(fault for one in counted for fault in one.faults))
    shown = [shown_retention(one, _secret(), file=name, by=by) for one in counted]
    tables = {f"{kind}-{one.year}": getattr(one, kind) for one in shown for kind in ("rates", "counts")}
    compared = compare(*shown) if len(shown) > 1 else ()
    first = shown[0].rates if arguments.show == "rates" else shown[0].counts
    return _print(arguments.format, first, tables, text.technasium(shown, compared))


def _terms(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import flows_measures_text as text

    print(text.terms_json() if arguments.format == "json" else text.terms())
    return 0


def _passages(arguments: argparse.Namespace) -> int:
    from pactwerk.cli import flows_measures_text as text
    from pactwerk.figures.flows.passages import published_passages

    flows = published_passages()
    if arguments.format == "json":
        print(json.dumps({flow.code: json.loads(flow.links.to_json()) for flow in flows}, indent=1))
    else:
        print("\n\n".join(text.passage(flow) for flow in flows))
    return 0
