"""Texts of `flows check` and `flows count`."""

from collections.abc import Sequence

from pactwerk.cli.figures_home import say
from pactwerk.cli.figures_text import columns
from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.flows.naming import state_name
from pactwerk.figures.flows.records import Counted
from pactwerk.figures.flows.records.shown import LEFT, NEW, WHOLE_FILE
from pactwerk.figures.flows.records.wording import FAULTS, UNNAMED
from pactwerk.figures.flows.states import State
from pactwerk.figures.texts import Text

_HEADS = {"sex": Text("geslacht", "sex"), "diploma": Text("diploma", "diploma")}
_SEXES = {
    "female": Text("meisjes", "girls"),
    "male": Text("jongens", "boys"),
    "unknown": Text("onbekend", "unknown"),
    "onbekend": Text("onbekend", "unknown"),
}


def faults(table: PublishableTable, years: Sequence[int]) -> str:
    """Every fault by year with its rounded count."""
    span = f"{years[0]}-{years[-1]}"
    if not table.rows:
        return say(f"{span}: geen fouten gevonden.", f"{span}: no faults found.")
    head = say(
        f"{span}. Aantallen zijn afgerond op tientallen; '<10' is 0 tot en met 9.",
        f"{span}. Counts are rounded to tens; '<10' is 0 to 9.",
    )
    lines, before = [head], ""
    for row in sorted(table.rows, key=lambda row: (list(FAULTS).index(row.by["fault"]), row.period, row.by["detail"])):
        code = row.by["fault"]
        if code != before:
            lines.append(f"\n{_say(FAULTS[code])}")
        before = code
        detail = row.by["detail"] or (_say(UNNAMED) if code.startswith("unknown_") else "")
        lines.append(f"  {row.period:8} {detail:28} {_number(row):>12} {_unit(row)}".rstrip())
    return "\n".join(lines)


def transitions(table: PublishableTable) -> str:
    """Counts and shares, one line per pair of states."""
    more = [name for name in table.dimensions if name not in ("from", "to")]
    shares = {_key(row): row for row in table.rows if row.unit == "%"}
    cells: list[tuple[str, ...]] = []
    for row in table.rows:
        if row.unit == "%":
            continue
        rate = shares.get(_key(row))
        told = (_area(row.area), *(_told(name, row.by.get(name, "")) for name in more))
        percent = f"{rate.value:5.1f} % ({rate.low:.1f}-{rate.high:.1f})" if rate and rate.value is not None else ""
        states = (_name(row.by["from"]), _name(row.by["to"]))
        cells.append((row.period, *told, *states, _number(row), percent))
    note = say(
        "Aantallen zijn afgerond op tientallen; wat op nul is afgerond (0 tot 9) staat er niet bij.",
        "Counts are rounded to tens; what is rounded to zero (0 to 9) is left out.",
    )
    if not cells:
        return note
    head = (
        say("schooljaar", "school year"), say("gebied", "area"), *(_say(_HEADS[name]) for name in more),
        say("van", "from"), say("naar", "to"), say("aantal", "count"), say("aandeel (interval)", "share (interval)"),
    )  # fmt: skip
    return columns([head, *cells]) + f"\n{note}"


def nothing(counted: Counted, *, chosen: bool) -> str:
    """Why there is nothing to show."""
    if not counted.years:
        return say(
            "Geen twee opeenvolgende schooljaren in het bestand.",
            "No two successive school years in the file.",
        )
    if chosen:
        return say(
            "Geen overgang van tien of meer personen van of naar die toestand. Vraag het zonder --from en --to om te"
            " zien welke er wel zijn, of kies minder --by.",
            "No transition of ten persons or more from or to that state. Ask without --from and --to to see which there"
            " are, or choose less --by.",
        )
    return say(
        "Geen overgang van tien of meer personen. Kies een grovere --grain of minder --by.",
        "No transition of ten persons or more. Choose a coarser --grain or less --by.",
    )


def mind_the_faults() -> str:
    """Say that there are faults, and where to see them."""
    return say(
        "Er zijn fouten in het bestand; zie `pactwerk figures flows check` met dezelfde bestanden.",
        "There are faults in the file; see `pactwerk figures flows check` with the same files.",
    )


def _key(row: Row) -> tuple[str, ...]:
    return (row.period, row.area, *row.by.values())


def _number(row: Row) -> str:
    return f"{row.value:.0f}" if row.value else "<10"


def _unit(row: Row) -> str:
    return say(row.unit, "persons" if row.unit == "personen" else "rows")


def _area(code: str) -> str:
    return say("hele bestand", "whole file") if code == WHOLE_FILE else code


def _told(name: str, code: str) -> str:
    """A code of a breakdown in words; a diploma's code is its name."""
    if name == "sex":
        return _say(_SEXES[code]) if code in _SEXES else code
    return code or say("geen", "none")


def _name(code: str) -> str:
    if code == NEW:
        return say("nieuw", "new")
    if code == LEFT:
        return say("weg", "left")
    return _say(state_name(State.parse(code)))


def _say(words: Text) -> str:
    return say(str(words), words.en)
