"""Texts of the measures of flows: everything comes from tables that passed the gate."""

import json
from collections.abc import Mapping, Sequence

from pactwerk.basis.vocabularies.schooling import SEXES
from pactwerk.cli.figures_home import say
from pactwerk.figures.disclosure_control import PublishableTable, Row
from pactwerk.figures.flows.cohorts import CohortShown
from pactwerk.figures.flows.flow import Flow
from pactwerk.figures.flows.identity.shown import NEW, NEXT_STOCK, STOCK, WITHIN
from pactwerk.figures.flows.naming import state_name
from pactwerk.figures.flows.official_rates import RATES
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.technasium import MEASURES, OUTCOMES, Compared, RetentionShown
from pactwerk.figures.flows.terms import CLASSES, TERMS, Term
from pactwerk.figures.texts import Text

NO_PAIR = (
    "Dit schooljaar en het jaar erna staan niet allebei in het bestand. Kies een ander --year.",
    "This school year and the one after it are not both in the file. Choose another --year.",
)
_BESIDE = {
    STOCK: Text("stand", "stock"),
    NEXT_STOCK: Text("stand een jaar later", "stock a year later"),
    WITHIN: Text("waarvan al in het onderwijs", "of whom in education already"),
    NEW: Text("waarvan nieuw", "of whom new"),
}
_RULES = {
    "compulsory": Text("O&O verplicht", "O&O compulsory"),
    "elective": Text("O&O gekozen", "O&O elective"),
    "unknown": Text("niet bekend of O&O verplicht was", "not known whether O&O was compulsory"),
}


def _say(text: Text) -> str:
    return say(str(text), text.en)


def _notes(notes: Sequence[str]) -> str:
    return "\n".join(_say(note) if isinstance(note, Text) else note for note in notes)


def _count(row: Row) -> str:
    return f"{row.value or 0:>10.0f} ({row.low:.0f}-{row.high:.0f})"


def _percent(row: Row) -> str:
    shown = "-" if row.value is None else f"{row.value:.1f}"
    return f"{shown:>6} % ({row.low:.1f}-{row.high:.1f})"


def cohort(shown: CohortShown) -> str:
    """Size, then for every moment the shares with their interval."""
    flow, size = shown.flow, say("omvang", "size")
    sizes = [f"  {_code(row.by.get('sex', '')):8} {size:48} {_count(row)}" for row in flow.stocks.select(stage="0")]
    lines = [_say(flow.name), *sizes]
    for number, stage in enumerate(flow.stages[1:], start=1):
        rows = shown.shares.select(stage=str(number), definition="wilson-95").rows
        lines += [_say(stage.name)] if rows else []
        for row in rows:
            name = _say(flow.words[row.by["state"]])
            lines.append(f"  {_code(row.by.get('sex', '')):8} {name:48} {_percent(row)}")
    return "\n".join([*lines, _notes(shown.shares.notes)])


def identity(table: PublishableTable, residual: int) -> str:
    """Per state: where everybody went, and where everybody of the next year came from."""
    lines, before = [], ""
    for row in table:
        if row.by["state"] != before:
            before = row.by["state"]
            lines.append(f"{row.period}  {_say(state_name(State.parse(before)))}")
        kind = row.by["kind"]
        name = _BESIDE.get(kind) or CLASSES[kind].name
        lines.append(f"  {_say(name):48} {_count(row)}")
    return "\n".join([*lines, say(f"Residu: {residual}", f"Residual: {residual}")])


def rates(table: PublishableTable) -> str:
    """Every term with its rate, its interval of 95 percent, and what it is a share of."""
    lines = []
    for row in table.select(definition="wilson-95"):
        code = row.by["term"]
        of = f"{say('van', 'of')} {_say(RATES[code].of)}"
        lines.append(f"{row.period}  {_say(TERMS[code].name):36} {_percent(row):24} {of}")
    return "\n".join([*lines, _notes(table.notes)])


def technasium(shown: Sequence[RetentionShown], compared: Sequence[Compared]) -> str:
    """Counts and rates of every cohort, and the differences."""
    lines = [line for one in shown for line in _retention(one)]
    if compared:
        head = f"Verschil {shown[1].year} min {shown[0].year}", f"Difference {shown[1].year} less {shown[0].year}"
        lines.append(say(*head))
        lines += [_difference(one) for one in compared]
        words = (
            "Interval van 95 procent (Newcombe). Het zegt of er meer is dan toeval, niet waardoor.",
            "95 percent interval (Newcombe). It says whether there is more than chance, not what caused it.",
        )
        lines.append(say(*words))
    return "\n".join([*lines, _notes(shown[0].rates.notes)])


def _retention(shown: RetentionShown) -> list[str]:
    lines = []
    for row in shown.counts:
        outcome = row.by["outcome"]
        if outcome == "cohort":
            lines.append(f"{row.period}  {_place(row.by)}")
        name = say("O&O in leerjaar 3", "O&O in year 3") if outcome == "cohort" else _say(OUTCOMES[outcome])
        lines.append(f"  {name:52} {_count(row)}")
        if outcome == "cohort":
            lines += [
                _rate(rate) for rate in shown.rates.select(definition="wilson-95") if rate.by.items() <= row.by.items()
            ]
    return lines


def _rate(row: Row) -> str:
    return f"  {_say(MEASURES[row.indicator].name):52} {_percent(row)}"


def _place(by: Mapping[str, str]) -> str:
    others = [_code(code) for name, code in by.items() if name not in {"rule", "outcome"}]
    return ", ".join([_say(_RULES[by["rule"]]), *others])


def _code(code: str) -> str:
    """A sex in words; a level or a school is its own word."""
    found = SEXES.get(code)
    return say(found.name_nl, found.name_en) if found else code


def _difference(one: Compared) -> str:
    rule, codes = one.later
    found = one.difference
    shown = "-" if found.value is None else f"{found.value:+.1f}"
    unit = say("procentpunt", "percentage points")
    name = f"{', '.join([_say(_RULES[rule]), *map(_code, codes)])}: {_say(MEASURES[one.measure].name)}"
    doubt = "" if found.says_something else say("; kan toeval zijn", "; may be chance")
    return f"  {name:52} {shown:>6} {unit} ({found.low:+.1f} {say('tot', 'to')} {found.high:+.1f}){doubt}"


def passage(flow: Flow) -> str:
    """A published passage with its links."""
    head = f"{flow.code}  {_say(flow.name)}, {flow.stages[0].period} > {flow.stages[1].period}"
    pairs = [(_say(flow.words[row.by["from"]]), _say(flow.words[row.by["to"]]), row.value) for row in flow.links]
    lines = [f"  {f'{source} > {target}':56} {persons:>10.0f}" for source, target, persons in pairs]
    return "\n".join([head, *lines, *(f"  {_say(note)}" for note in flow.notes)])


def terms() -> str:
    """Every term and class with its definition, where our count differs, and the source."""
    parts = [say("BEGRIPPEN", "TERMS"), *map(_term, TERMS.values())]
    return "\n\n".join(
        [*parts, say("KLASSEN VAN DE SLUITENDE TELLING", "CLASSES OF THE ACCOUNT"), *map(_term, CLASSES.values())]
    )


def _term(term: Term) -> str:
    lines = [f"{_say(term.name)} [{term.code}]", f"  {_say(term.definition)}"]
    if term.reason:
        lines.append(f"  {say('Let op', 'Mind')}: {_say(term.reason)}")
    return "\n".join([*lines, f"  {term.reference}"])


def terms_json() -> str:
    """The same as data, in both languages."""
    found = [_as_data("term", term) for term in TERMS.values()] + [_as_data("class", term) for term in CLASSES.values()]
    return json.dumps(found, indent=1, ensure_ascii=False)


def _as_data(use: str, term: Term) -> dict[str, str]:
    return {
        "use": use, "code": term.code, "name_nl": str(term.name), "name_en": term.name.en,
        "definition_nl": str(term.definition), "definition_en": term.definition.en, "counted": term.counted,
        "reason_nl": str(term.reason), "reason_en": term.reason.en, "reference": term.reference, "url": term.url,
    }  # fmt: skip
