"""Every transition is in exactly one class, by the definitions of the field."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms import CLASSES, Marks, kind_of, kind_of_transition
from pactwerk.figures.flows.transition import Transition

GOING = [
    ("vo:kb:techniek:3", "vo:kb:techniek:4", "", "blijft"),
    ("vo:kb:techniek:3", "vo:kb:techniek:3", "", "zittenblijft"),
    ("vo:kb:techniek:3", "vo:kb:economie:3", "", "zittenblijft"),
    ("vo:kb:techniek:3", "vo:kb:economie:4", "", "switch"),
    ("vo:kb::3", "vo:bb::4", "", "afstroom"),
    ("vo:bb::3", "vo:kb::3", "", "opstroom"),
    ("vo:gl::3", "vo:tl::4", "", "switch"),
    ("vo:gl::4", "vo:tl::4", "", "zittenblijft"),
    ("vo:tl::4", "vo:havo::4", "", "opstroom"),
    ("vo:tl::4", "vo:havo::4", "vmbo-tl", "doorstroom-hoger"),
    ("vo:havo::5", "vo:vwo::5", "havo", "doorstroom-hoger"),
    ("vo:havo::5", "vavo:vwo", "havo", "doorstroom-hoger"),
    ("vo:havo::5", "vavo:havo", "", "switch"),
    ("vo:pro", "vo:bb", "", "opstroom"),
    ("vo:brug::1", "vo:havo::2", "", "blijft"),
    ("vo:brug::1", "vo:brug::1", "", "zittenblijft"),
    ("vo:havo::2", "vo:brug::3", "", "onbekend"),
    ("vo:havo", "vo:havo", "", "blijft-leerjaar-onbekend"),
    ("vo:havo:nt", "vo:havo:em", "", "switch"),
    ("vo", "vo", "", "blijft-leerjaar-onbekend"),
    ("vo:havo::onbekend", "vo:havo::4", "", "onbekend"),
    ("vo:onbekend::3", "vo:havo::4", "", "onbekend"),
    ("vo:kb:onbekend:3", "vo:kb:techniek:4", "", "onbekend"),
    ("onbekend", "mbo:2", "", "onbekend"),
    ("vo:kb:techniek:4", "mbo:3:techniek", "vmbo-kb", "doorstroom-hoger"),
    ("bo:::8", "vo:brug::1", "", "doorstroom-hoger"),
    ("bo:::5", "sbo:::6", "", "switch"),
    ("mbo:2:techniek", "mbo:3:techniek", "mbo-2", "opstroom"),
    ("mbo:4:techniek", "mbo:3:techniek", "", "afstroom"),
    ("mbo:2:techniek", "mbo:2:zorg", "", "switch"),
    ("mbo:2:techniek:1", "mbo:2:techniek:1", "", "blijft-leerjaar-onbekend"),
    ("mbo:4", "hbo:ba", "mbo-4", "doorstroom-hoger"),
    ("hbo:ba", "wo:ma", "hbo-ba", "doorstroom-hoger"),
    ("hbo:ba", "hbo:ma", "hbo-ba", "doorstroom-hoger"),
    ("hbo:ho", "hbo:ho", "", "blijft-leerjaar-onbekend"),
    ("mbo:4", "vavo:havo", "", "terug"),
    ("wo:ba", "hbo:ba", "", "terug"),
]


@pytest.mark.parametrize(("source", "target", "diploma", "kind"), GOING)
def test_who_stays_in_education(source: str, target: str, diploma: str, kind: str) -> None:
    assert kind_of(State.parse(source), State.parse(target), diploma=diploma) == kind


LEAVING = [
    ("vo:kb::4", Marks(qualified=False, young=True, registered=True), "vsv"),
    ("mbo:1", Marks(qualified=False, young=True, registered=True), "vsv"),
    ("vo:kb::4", Marks(qualified=False, young=True, registered=False), "niet-in-brp"),
    ("vo:havo::5", Marks(qualified=True, young=True, registered=True), "uitstroom-startkwalificatie"),
    ("mbo:1", Marks(qualified=False, young=False, registered=True), "uitstroom-overig"),
    ("vo:pro", Marks(qualified=False, young=True, registered=True), "uitstroom-overig"),
    ("vso:kb", Marks(qualified=False, young=True, registered=True), "uitstroom-overig"),
    ("bo:::8", Marks(qualified=False, young=True, registered=True), "uitstroom-overig"),
    ("vo", Marks(qualified=False, young=True, registered=True), "uitstroom-onbekend"),
    ("vo:onbekend", Marks(qualified=False, young=True, registered=True), "uitstroom-onbekend"),
    ("mbo:2", Marks(qualified=False, young=None, registered=True), "uitstroom-onbekend"),
    ("mbo:2", Marks(qualified=None, young=True, registered=True), "uitstroom-onbekend"),
    ("mbo:2", Marks(qualified=False, young=True, registered=None), "uitstroom-onbekend"),
    ("onbekend", Marks(qualified=False, young=True, registered=True), "uitstroom-onbekend"),
]


@pytest.mark.parametrize(("source", "marks", "kind"), LEAVING)
def test_who_leaves(source: str, marks: Marks, kind: str) -> None:
    assert kind_of(State.parse(source), None, marks=marks) == kind


def test_new_is_a_class_and_nobody_goes_from_nowhere_to_nowhere() -> None:
    assert kind_of(None, State("mbo", "2")) == "nieuw"
    with pytest.raises(ValueError, match="nowhere"):
        kind_of(None, None)


states = st.builds(
    State,
    level=st.sampled_from(["bo", "sbo", "so", "vso", "vo", "vavo", "mbo", "mbo-extraneus", "hbo", "wo", "onbekend"]),
    track=st.sampled_from(["", "pro", "bb", "gl", "tl", "havo", "vwo", "brug", "1", "2", "4", "ad", "ba", "ma", "?"]),
    field=st.sampled_from(["", "techniek", "economie", "onbekend"]),
    grade=st.sampled_from(["", "1", "3", "4", "onbekend"]),
)
marks = st.sampled_from([True, False, None])
transitions = st.builds(
    Transition,
    year=st.just(2016),
    source=states,
    target=st.none() | states,
    persons=st.integers(1, 50),
    diploma=st.sampled_from(["", "vmbo-tl", "havo", "mbo-2"]),
    qualified=marks,
    young=marks,
    registered=marks,
)


@given(transitions)
def test_every_transition_has_one_class_of_the_table(transition: Transition) -> None:
    kind = kind_of_transition(transition)
    assert kind in CLASSES
    leaves = kind in {"vsv", "niet-in-brp"} or kind.startswith("uitstroom")
    assert leaves == (transition.target is None)


@given(st.lists(transitions, max_size=30))
def test_the_classes_of_a_node_sum_to_its_stock(cells: list[Transition]) -> None:
    by_class: Counter[str] = Counter()
    stock: Counter[State | None] = Counter()
    for cell in cells:
        by_class[kind_of_transition(cell)] += cell.persons
        stock[cell.source] += cell.persons
    assert by_class.total() == stock.total()
    assert set(by_class) <= set(CLASSES) - {"nieuw"}


@given(states, states, st.sampled_from(["", "havo"]))
def test_up_one_way_is_down_the_other(source: State, target: State, diploma: str) -> None:
    forth, back = kind_of(source, target), kind_of(target, source)
    assert (forth == "opstroom") == (back == "afstroom")
    if diploma and forth != "opstroom":
        assert kind_of(source, target, diploma=diploma) == forth
