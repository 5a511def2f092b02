"""Which official terms hold for a transition. They overlap, unlike the classes: an early leaver is outflow too."""

from functools import cache

from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms.classes import kind_of_transition
from pactwerk.figures.flows.terms.positions import stage_of
from pactwerk.figures.flows.terms.table import REFERENCE
from pactwerk.figures.flows.transition import Transition
from pactwerk.figures.indicators.shipped import shipped_rows

VMBO = frozenset({"bb", "kb", "gl", "tl"})
_STACKING = frozenset({"vmbo-bb", "vmbo-kb", "vmbo-gl", "vmbo-tl", "havo"})
_COMBINED = frozenset({"combinatie", "intersectoraal", "onbekend"})
"""Fields without one sector of their own: left out of related passage."""


def terms_of(transition: Transition) -> frozenset[str]:
    """The codes of `TERMS` that hold for a transition, as far as it can tell; empty is no denial."""
    source, target = transition.source, transition.target
    kind = kind_of_transition(transition)
    if source is None:
        return frozenset({"instroom"})
    if target is None:
        return _leaving(source, transition.registered, kind)
    return _secondary(source, target, transition.diploma, kind) | _mbo(source, target, transition.diploma, kind)


def _leaving(source: State, registered: bool | None, kind: str) -> frozenset[str]:
    found = {"uitstroom"}
    if registered is not None:
        found.add("niet-in-onderwijs-overig" if registered else "niet-in-brp")
    if source.level == "mbo":
        found.add("schoolverlater-mbo")
    return frozenset(found | ({"vsv"} & {kind}))


_BY_CLASS = {"opstroom": "opstroom-vo", "afstroom": "afstroom-vo", "zittenblijft": "zittenblijven"}


def _secondary(source: State, target: State, diploma: str, kind: str) -> frozenset[str]:
    if source.level not in {"vo", "vso", "vavo"}:
        return frozenset({"zittenblijven"} if kind == "zittenblijft" else ())
    found = {_BY_CLASS[kind]} if kind in _BY_CLASS else set()
    if source.level != "vavo":
        found.add("doorstroom")
    if _within_secondary(target) and kind == "doorstroom-hoger" and diploma in _STACKING:
        found.add("stapelen")
    if source.track in VMBO and _changes_direction(source, target):
        found.add("switch-vmbo")
    if source.track in VMBO and _related(source, target):
        found.add("verwante-doorstroom")
    return frozenset(found)


def _mbo(source: State, target: State, diploma: str, kind: str) -> frozenset[str]:
    if source.level != "mbo":
        return frozenset()
    found = set()
    if target.level == "mbo" and source.track in {"2", "3"} and kind == "opstroom":
        found.add("opstroom-mbo")
    if target.level == "mbo" and _known(source.field, target.field) and source.field != target.field:
        found.add("switch-mbo")
    if target.level == "hbo" and diploma == "mbo-4":
        found.add("directe-doorstroom-mbo-hbo")
    return frozenset(found)


def _within_secondary(state: State) -> bool:
    stage = stage_of(state.level)
    return stage is not None and stage.name == "secondary"


def _known(*fields: str) -> bool:
    return all(field and field != "onbekend" for field in fields)


def _changes_direction(source: State, target: State) -> bool:
    """Another track or sector, both within vmbo."""
    if target.level != "vo" or target.track not in VMBO:
        return False
    return source.track != target.track or (_known(source.field, target.field) and source.field != target.field)


def _related(source: State, target: State) -> bool:
    same = source.field == target.field and _known(source.field) and source.field not in _COMBINED
    return target.level == "mbo" and same


@cache
def _groups() -> dict[str, str]:
    return {cells["class"]: cells["group"] for cells in shipped_rows(REFERENCE / "hinkelpad.tsv")}


def hinkelpad_group(transition: Transition) -> str | None:
    """The group of Vensters' hinkelpad; None for who was not in vo, or where the year was not told apart."""
    source, target = transition.source, transition.target
    if source is None or source.level != "vo":
        return None
    if target is None or not _within_secondary(target):
        return "uitstroom"
    return _groups().get(kind_of_transition(transition))
