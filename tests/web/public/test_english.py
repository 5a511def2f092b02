"""English pages: names, units, statuses and needs in English, dates as people write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.utils.translation import override

from pactwerk.domain.pact.models import Pact
from pactwerk.domain.pact.operations import describe_pact
from pactwerk.figures.indicators import catalogue
from pactwerk.figures.texts import Text
from pactwerk.web.design import numbers, wording
from pactwerk.web.public.figures.needs import missing_text
from tests.web import stage
from tests.web.reading import page, text_of

HOME = f"/en/pacten/{stage.SLUG}/"
NAME = "Waterrijk Technology Pact"


@pytest.fixture
def named(scene: stage.Scene) -> Pact:
    return describe_pact(stage.BUILDER, scene.pact, name_en=NAME, founded_on=date(2021, 2, 3))


def test_a_pact_with_an_english_name_is_called_by_it_everywhere(named: Pact, client: Client, figures: Path) -> None:
    for address in (HOME, f"{HOME}doelen/1/", "/en/gebieden/PV99/"):
        soup = page(client, address)
        assert NAME in text_of(soup), address
        assert "Techniekpact Waterrijk" not in text_of(soup), address
    assert NAME in text_of(page(client, HOME).title)


def test_a_date_is_day_month_year_in_both_languages(named: Pact, client: Client, no_figures: Path) -> None:
    assert "3 February 2021" in text_of(page(client, HOME))
    assert "3 februari 2021" in text_of(page(client, f"/pacten/{stage.SLUG}/"))


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("besturen", "boards"),
        ("vestigingen", "locations"),
        ("leerlingen per vestiging", "pupils per location"),
        ("x 1000 personen", "x 1000 persons"),
        ("bedrijven", "companies"),
        ("vacatures", "vacancies"),
        ("%", "%"),
        ("aantal", ""),
    ],
)
def test_units_follow_the_page(dutch: str, english: str) -> None:
    with override("en"):
        assert numbers.unit_text(dutch) == english
    with override("nl"):
        assert numbers.unit_text(dutch) == ("" if dutch == "aantal" else dutch)


def test_a_note_of_the_engine_speaks_the_page_s_language() -> None:
    note = Text("samenstelling niet bekend", "composition not known")
    with override("en"):
        assert wording.note_text(note) == "composition not known"
    with override("nl"):
        assert wording.note_text(note) == "samenstelling niet bekend"


def test_status_words_and_needs_have_an_english_text() -> None:
    dutch_words = ("registratie", "administratie", "maatwerk", "opgave", "lijst", "vestigingen", "geslaagden")
    with override("en"):
        assert wording.status_name("voorlopig") == "provisional"
        needs = [missing_text(indicator) for indicator in catalogue()]
    assert any(needs)
    assert not [text for text in needs if any(word in text for word in (*dutch_words, "Nodig"))]


def test_a_year_without_a_value_is_called_the_year(scene: stage.Scene, client: Client, no_figures: Path) -> None:
    assert "Basiswaarde" in text_of(page(client, f"/pacten/{stage.SLUG}/doelen/1/").select_one(".pw-facts"))
    stage.operations.set_baseline(stage.BUILDER, scene.exam, period="2021/22", value=None)
    facts = text_of(page(client, f"/pacten/{stage.SLUG}/doelen/1/").select_one(".pw-facts"))
    assert "Basisjaar 2021/22" in facts
