"""Rates of the official terms: who a term holds for, of the population that its definition names.

Every rate is a table of two cells (who it holds for, and the rest of its population), protected on its own; a rate
that is the rest of another one is told from the same rounding. Populations overlap, so that
intervals of two rates may be cut with each other (docs/decisions/0015, two roundings of the same persons). A term
without a rate here lacks its population in a transition: of vsv that is everybody under 23 without a start
qualification, and the age and diplomas of who stayed are not told.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pactwerk.basis.dated import SchoolYear
from pactwerk.figures.disclosure_control import PublishableTable, Row, Source, protected_figures
from pactwerk.figures.disclosure_control.protecting import BASE, Share, protected_counts, share
from pactwerk.figures.flows.rates import interval
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms import TERMS, terms_of
from pactwerk.figures.flows.terms.official import VMBO
from pactwerk.figures.flows.transition import Transition
from pactwerk.figures.texts import Text

Test = Callable[[Transition], bool]


@dataclass(frozen=True)
class OfficialRate:
    """A term as a share: its population in words and as a test, and for whom of them it holds."""

    code: str
    of: Text
    population: Test
    holds: Test
    rest_of: str = ""
    """The term of the same population that holds for exactly the others."""


def _from(transition: Transition, *levels: str) -> bool:
    return transition.source is not None and transition.source.level in levels


def _to(transition: Transition, *levels: str) -> bool:
    return transition.target is not None and transition.target.level in levels


def _vmbo(state: State | None) -> bool:
    return state is not None and state.level == "vo" and state.track in VMBO


def _sector(state: State | None) -> bool:
    return state is not None and state.field not in {"", "onbekend", "combinatie", "intersectoraal"}


def _lower(transition: Transition) -> bool:
    return transition.source is not None and transition.source.level == "vo" and transition.source.grade in {"1", "2"}


def _faster(transition: Transition) -> bool:
    """A higher year in vo, whatever the level."""
    source, target = transition.source, transition.target
    if source is None or target is None or target.level != "vo":
        return False
    return target.grade.isdecimal() and int(target.grade) > int(source.grade)


def _term(code: str) -> Test:
    return lambda transition: code in terms_of(transition)


def _rate(code: str, nl: str, en: str, population: Test, holds: Test | None = None) -> OfficialRate:
    return OfficialRate(code, Text(nl, en), population, holds or _term(code))


_DOORSTROOM = _rate(
    "doorstroom", "leerlingen in vo en vso", "pupils in vo and vso", lambda one: _from(one, "vo", "vso")
)


RATES: Mapping[str, OfficialRate] = {
    rate.code: rate
    for rate in (
        _DOORSTROOM,
        replace(_DOORSTROOM, code="uitstroom", holds=_term("uitstroom"), rest_of="doorstroom"),
        _rate("zittenblijven", "leerlingen in het vo", "pupils in vo", lambda one: _from(one, "vo")),
        _rate("opstroom-vo", "leerlingen in het vo", "pupils in vo", lambda one: _from(one, "vo")),
        _rate("afstroom-vo", "leerlingen in het vo", "pupils in vo", lambda one: _from(one, "vo")),
        _rate("onderbouwsnelheid", "leerlingen in leerjaar 1 en 2", "pupils in years 1 and 2", _lower, _faster),
        _rate(
            "switch-vmbo",
            "vmbo'ers die een jaar later nog in het vmbo zijn",
            "vmbo pupils still in vmbo a year later",
            lambda one: _vmbo(one.source) and _vmbo(one.target),
        ),
        _rate(
            "stapelen",
            "gediplomeerden van vmbo gl, tl en havo",
            "graduates of vmbo gl, tl and havo",
            lambda one: _from(one, "vo", "vavo") and one.diploma in {"vmbo-gl", "vmbo-tl", "havo"},
        ),
        _rate(
            "verwante-doorstroom",
            "vmbo'ers met een sector die naar een mbo-opleiding met een sector gingen",
            "vmbo pupils with a sector who went to an mbo course with a sector",
            lambda one: _vmbo(one.source) and _to(one, "mbo") and _sector(one.source) and _sector(one.target),
        ),
        _rate("schoolverlater-mbo", "studenten in het mbo", "students in mbo", lambda one: _from(one, "mbo")),
        _rate(
            "opstroom-mbo",
            "mbo-studenten op niveau 2 en 3",
            "mbo students on levels 2 and 3",
            lambda one: _from(one, "mbo") and one.source is not None and one.source.track in {"2", "3"},
        ),
        _rate(
            "switch-mbo",
            "mbo-studenten die een jaar later nog in het mbo zijn",
            "mbo students still in mbo a year later",
            lambda one: _from(one, "mbo") and _to(one, "mbo") and _sector(one.source) and _sector(one.target),
        ),
        _rate(
            "directe-doorstroom-mbo-hbo",
            "gediplomeerden van mbo niveau 4 die het mbo verlieten",
            "graduates of mbo level 4 who left mbo",
            lambda one: _from(one, "mbo") and one.diploma == "mbo-4" and not _to(one, "mbo", "mbo-extraneus"),
        ),
    )
}
"""By the code of the term. They ask for transitions by level, track, field and grade, and by diploma."""
GRAIN, BY = ("level", "track", "field", "grade"), ("diploma",)


def official_rates(transitions: Iterable[Transition], year: int, secret: bytes, *, file: str) -> PublishableTable:
    """Every rate of one pair of years, twice: bounds of the rounding (`afronding`), and `wilson-95`.

    Rates are left out whose population may be below ten. What our count differs in stands in the notes.
    Raises NotProtected.
    """
    chosen = [one for one in transitions if one.year == year]
    period = SchoolYear.starting(year).text
    found = {code: share for code in RATES if (share := _shared(chosen, RATES[code], secret)) is not None}
    notes = tuple(
        Text(f"{TERMS[code].name}: {TERMS[code].reason}", f"{TERMS[code].name.en}: {TERMS[code].reason.en}")
        for code in found
        if TERMS[code].reason
    )
    return protected_figures(_rows(found, period, file), ("term",), notes=notes)


def _shared(transitions: list[Transition], rate: OfficialRate, secret: bytes) -> Share | None:
    rounded = RATES[rate.rest_of] if rate.rest_of else rate
    cells = {(rounded.code, "holds"): 0, (rounded.code, "rest"): 0}
    for one in transitions:
        if rounded.population(one):
            cells[rounded.code, "holds" if rounded.holds(one) else "rest"] += one.persons
    counts = protected_counts(cells, secret)
    if counts.first(rounded.code).low < BASE:
        return None
    both = counts.cell(rounded.code, "holds"), counts.cell(rounded.code, "rest")
    return share(*reversed(both)) if rate.rest_of else share(*both)


def _rows(found: Mapping[str, Share], period: str, file: str) -> Iterator[tuple[Row, Share]]:
    for code, told in found.items():
        for definition, shown in (("afronding", told), ("wilson-95", interval(told))):
            yield (
                Row(
                    indicator="FLOW",
                    definition=definition,
                    area="bestand",
                    period=period,
                    value=None,
                    unit="%",
                    by={"term": code},
                    sources=(Source(file=file),),
                ),
                shown,
            )
