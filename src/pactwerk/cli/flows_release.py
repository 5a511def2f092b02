"""`pactwerk figures flows show`: a pseudo-cohort of the current release; stocks side by side, nobody followed."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from pactwerk.basis.readable import ReadableError
from pactwerk.cli.figures_home import figures_home, say
from pactwerk.cli.main import dutch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pactwerk.figures.disclosure_control import PublishableTable
    from pactwerk.figures.flows.flow import Flow

    Handler = Callable[[argparse.Namespace], int]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> Mapping[str, Handler]:
    """Add the command; its handler by name."""
    showing = commands.add_parser(
        "show", help=say("een schijncohort: standen naast elkaar", "a pseudo-cohort: stocks side by side")
    )
    words = say("gebied (PV27, GM0361) of vestiging (BRIN en nummer)", "area (PV27, GM0361) or location (BRIN, number)")
    showing.add_argument("--area", required=True, metavar="CODE", help=words)
    words = say("eerste schooljaar; zonder: welke er zijn", "first school year; without: which there are")
    showing.add_argument("--start", default=None, metavar="2016/17", help=words)
    words = say("bb, kb, gl, tl, havo, vwo, havo-vwo of onderbouw", "bb, kb, gl, tl, havo, vwo, havo-vwo or onderbouw")
    showing.add_argument("--track", default=None, metavar="TRACK", help=words)
    words = say("splitsen naar geslacht, sector of profiel", "split by sex, sector or profile")
    showing.add_argument("--by", default=None, choices=("sex", "sector", "profile"), help=words)
    showing.add_argument("--format", choices=("table", "csv", "json"), default="table")
    words = say("bij csv: standen of verbindingen", "with csv: stocks or links")
    showing.add_argument("--rows", choices=("stocks", "links"), default="links", help=words)
    return {"show": _show}


def _show(arguments: argparse.Namespace) -> int:
    from pactwerk.figures.flows.pseudo import available_cohorts, pseudo_cohort
    from pactwerk.figures.releases.asking import NO_RELEASE
    from pactwerk.figures.releases.release import readable_release

    try:
        release = readable_release(figures_home())
        if release is None:
            print(say(*NO_RELEASE), file=sys.stderr)
            return 1
        from pactwerk.figures.flows.pseudo.asking import known_place

        known_place(release, arguments.area)
        if arguments.start is None:
            for found in available_cohorts(release):
                stages = " -> ".join(_stage(stage) for stage in found.stages)
                print(f"{found.start}  {found.chain}: {stages} ({found.periods[-1]})")
            return 0
        by = (arguments.by,) if arguments.by else ()
        flow = pseudo_cohort(release, arguments.area, arguments.start, track=arguments.track, by=by)
    except ReadableError as error:
        print(say(error.message_nl, error.message_en), file=sys.stderr)
        return 2
    print(_written(flow, arguments), end="")
    return 0


def _stage(stage: str) -> str:
    """A stage without its period, in full."""
    if stage.isdecimal():
        return say(f"leerjaar {stage}", f"year {stage}")
    return {"exam": say("examenkandidaten", "exam candidates"), "diploma": say("geslaagden", "graduates")}[stage]


def _written(flow: Flow, arguments: argparse.Namespace) -> str:
    if arguments.format == "csv":
        return (flow.links if arguments.rows == "links" else flow.stocks).to_csv()
    return _json(flow) if arguments.format == "json" else _text(flow)


def _json(flow: Flow) -> str:
    data = {
        "code": flow.code,
        "name": _said(flow.name),
        "followed": flow.followed,
        "example": flow.links.example,
        "stages": [{"name": _said(stage.name), "period": stage.period} for stage in flow.stages],
        "words": {code: _said(text) for code, text in flow.words.items()},
        "stocks": json.loads(flow.stocks.to_json()),
        "links": json.loads(flow.links.to_json()),
        "notes": [_said(note) for note in flow.notes],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _text(flow: Flow) -> str:
    parts = [_said(flow.name)]
    if flow.links.example:
        parts.insert(0, say("*** VOORBEELDGEGEVENS ***", "*** EXAMPLE DATA (voorbeeldgegevens) ***"))
    parts += _block(flow, flow.stocks, {"state": say("stand", "stock")})
    parts += _block(flow, flow.links, {"from": say("van", "from"), "to": say("naar", "to")})
    files = dict.fromkeys(
        source.label for table in (flow.stocks, flow.links) for row in table.rows for source in row.sources
    )
    origins = [f"{say('Bron', 'Source')}: {file}" for file in files]
    return "\n".join([*parts, *origins, *(_said(note) for note in flow.notes)]) + "\n"


def _block(flow: Flow, table: PublishableTable, states: Mapping[str, str]) -> list[str]:
    """One table in columns: stage, states in words, sex when told apart, and the count."""
    from pactwerk.cli.figures_text import columns
    from pactwerk.figures.disclosure_control.serialise import bounds

    if not table.rows:
        return []
    sexed = ("sex",) if "sex" in table.dimensions else ()
    cells = [(say("fase", "stage"), *states.values(), *(say("geslacht", "sex") for _ in sexed), say("aantal", "count"))]
    for row in table.rows:
        value, low, high = bounds(row)
        stage = _said(flow.stages[int(row.by["stage"])].name)
        words = (_said(flow.words[row.by[code]]) for code in states)
        told = (_sex(row.by[name]) for name in sexed)
        cells.append((stage, *words, *told, value or f"{low} - {high}"))
    return [columns(cells)]


def _sex(code: str) -> str:
    from pactwerk.basis.vocabularies.schooling import SEXES

    known = SEXES.get(code)
    return say(known.name_nl, known.name_en) if known else code


def _said(text: str) -> str:
    return text if dutch() else str(getattr(text, "en", text))
