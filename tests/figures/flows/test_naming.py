"""States in words."""

from __future__ import annotations

import pytest

from pactwerk.figures.flows.naming import state_name
from pactwerk.figures.flows.states import State


@pytest.mark.parametrize(
    ("code", "nl", "en"),
    [
        ("vo:kb:techniek:4", "vmbo kb, leerjaar 4, techniek", "vmbo kb, year 4, technology"),
        ("vo:kb:pie", "vmbo kb, produceren, installeren en energie", "vmbo kb, production, installation and energy"),
        ("vo", "vo", "secondary education"),
        ("mbo:3", "mbo niveau 3", "mbo level 3"),
        ("vavo:havo", "vavo havo", "adult secondary education (vavo) havo"),
        ("bo:::8", "basisonderwijs, groep 8", "primary education, year 8"),
        ("hbo:ba", "hbo bachelor", "hbo bachelor"),
        (
            "vo:onbekend::onbekend",
            "schoolsoort of niveau onbekend, leerjaar onbekend",
            "track or level unknown, year unknown",
        ),
        ("mbo:2:bouw en infra", "mbo niveau 2, bouw en infra", "mbo level 2, bouw en infra"),
    ],
)
def test_a_state_in_words(code: str, nl: str, en: str) -> None:
    name = state_name(State.parse(code))
    assert (str(name), name.en) == (nl, en)


def test_nowhere_is_named_too() -> None:
    assert state_name(None) == "niet in bekostigd onderwijs"
