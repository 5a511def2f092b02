"""The official terms of a transition, and what the table of terms says of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pactwerk.figures.flows.records.layout import DIPLOMAS
from pactwerk.figures.flows.states import State
from pactwerk.figures.flows.terms import (
    CLASSES,
    TERMS,
    Term,
    hinkelpad_group,
    start_qualification,
    start_qualifications,
    term_on,
    terms_of,
)
from pactwerk.figures.flows.transition import Transition


def going(source: str, target: str | None, diploma: str = "") -> Transition:
    return Transition(
        year=2016,
        source=State.parse(source) if source else None,
        target=State.parse(target) if target else None,
        persons=1,
        diploma=diploma,
    )


CASES = [
    (going("", "mbo:2"), {"instroom"}),
    (going("vo:kb:techniek:4", "mbo:3:techniek", "vmbo-kb"), {"doorstroom", "verwante-doorstroom"}),
    (going("vo:kb:techniek:4", "mbo:3:zorg", "vmbo-kb"), {"doorstroom"}),
    (going("vo:kb:combinatie:4", "mbo:3:combinatie", "vmbo-kb"), {"doorstroom"}),
    (going("vo:tl::4", "vo:havo::4", "vmbo-tl"), {"doorstroom", "stapelen"}),
    (going("vo:tl::4", "vo:havo::4"), {"doorstroom", "opstroom-vo"}),
    (going("vo:vwo::4", "vo:havo::4"), {"doorstroom", "afstroom-vo"}),
    (going("vo:havo::4", "vo:havo::4"), {"doorstroom", "zittenblijven"}),
    (going("vo:kb:techniek:3", "vo:kb:economie:4"), {"doorstroom", "switch-vmbo"}),
    (going("vo:kb:techniek:3", "vo:bb:techniek:4"), {"doorstroom", "switch-vmbo", "afstroom-vo"}),
    (going("vo:havo:nt:4", "vo:havo:em:5"), {"doorstroom"}),
    (going("mbo:2:techniek", "mbo:3:techniek", "mbo-2"), {"opstroom-mbo"}),
    (going("mbo:1:techniek", "mbo:2:techniek", "mbo-1"), set()),
    (going("mbo:2:techniek", "mbo:2:zorg"), {"switch-mbo"}),
    (going("mbo:4:techniek", "hbo:ba", "mbo-4"), {"directe-doorstroom-mbo-hbo"}),
    (going("mbo:4:techniek", "hbo:ba"), set()),
    (
        replace(going("mbo:1", None), qualified=False, young=True, registered=True),
        {"uitstroom", "niet-in-onderwijs-overig", "schoolverlater-mbo", "vsv"},
    ),
    (replace(going("vo:havo::5", None), registered=False), {"uitstroom", "niet-in-brp"}),
    (going("vo:havo::5", None), {"uitstroom"}),
]


@pytest.mark.parametrize(("transition", "terms"), CASES)
def test_the_terms_that_hold(transition: Transition, terms: set[str]) -> None:
    assert terms_of(transition) == terms
    assert terms <= set(TERMS)


def test_the_groups_of_the_hinkelpad() -> None:
    groups = {
        ("vo:havo::3", "vo:havo::4"): "onvertraagd",
        ("vo:havo::3", "vo:havo::3"): "zittenblijven",
        ("vo:havo::3", "vo:vwo::3"): "opstroom",
        ("vo:vwo::3", "vo:havo::4"): "afstroom",
        ("vo:tl::4", "mbo:4"): "uitstroom",
        ("vo:havo", "vo:havo"): None,
        ("mbo:2", "mbo:2"): None,
    }
    for (source, target), group in groups.items():
        assert hinkelpad_group(going(source, target)) == group
    assert hinkelpad_group(going("vo:havo::3", None)) == "uitstroom"
    assert hinkelpad_group(going("vo:tl::4", "vo:havo::4", "vmbo-tl")) == "opstroom"


@pytest.mark.parametrize("term", [*TERMS.values(), *CLASSES.values()], ids=lambda term: term.code)
def test_a_term_says_what_it_is_in_both_languages_and_where_that_stands(term: Term) -> None:
    assert term.reference
    assert term.definition != term.definition.en
    assert term.name
    assert term.counted != "no" or term.reason, "what is not counted says why"


def test_the_terms_of_the_field_are_there() -> None:
    assert set(TERMS) >= {
        *("instroom", "doorstroom", "uitstroom", "niet-in-brp", "niet-in-onderwijs-overig", "schoolverlater-mbo"),
        *("vsv", "opstroom-mbo", "opstroom-vo", "afstroom-vo", "zittenblijven", "stapelen", "switch-vmbo"),
        *("switch-mbo", "verwante-doorstroom", "onderbreken", "startersresultaat", "directe-doorstroom-mbo-hbo"),
        *("hinkelpad", "onderbouwsnelheid", "cohort"),
    }


def test_a_school_cannot_recompute_vsv_exactly_stands_beside_it() -> None:
    assert "niet precies narekenen" in TERMS["vsv"].reason
    assert "buitenland telt wel" in TERMS["vsv"].definition


def test_terms_and_diplomas_on_a_day() -> None:
    day = date(2017, 10, 1)
    assert term_on("vsv", day) == TERMS["vsv"]
    assert term_on("vertraagd", day) is None
    found = {code: start_qualification(code, day) for code in ("havo", "vwo", "mbo-2", "mbo-1", "vmbo-tl", "iets")}
    assert found == {"havo": True, "vwo": True, "mbo-2": True, "mbo-1": False, "vmbo-tl": False, "iets": None}
    higher = {"hbo-ad", "hbo-ba", "hbo-ma", "wo-ba", "wo-ma"}
    assert set(start_qualifications(day)) == {"havo", "vwo", "mbo-2", "mbo-3", "mbo-4"} | higher
    assert {code for code in DIPLOMAS if start_qualification(code, day) is None} == set()
