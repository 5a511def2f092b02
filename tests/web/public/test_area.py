"""The page of an area: what it consists of, its pacts, its figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from pactwerk.basis import places
from tests.cast import Cast
from tests.web import stage
from tests.web.reading import page, text_of

ENTERED = (places.AreaKind.LABOUR_MARKET, places.AreaKind.SUBREGION)
"""Kinds of which an office enters the areas: there are none at first."""


@pytest.mark.parametrize("kind", [kind for kind in places.AreaKind if kind not in ENTERED])
def test_every_kind_of_area_has_a_page(db: None, client: Client, no_figures: Path, kind: places.AreaKind) -> None:
    area = places.areas(kind)[0] if kind is not places.AreaKind.PACT else places.area("TP-OOST")
    assert text_of(page(client, f"/gebieden/{area.code}/").h1) == area.name_nl


def test_says_what_it_consists_of(db: None, client: Client, no_figures: Path) -> None:
    parts = page(client, "/gebieden/TP-NOORD/").select("section[aria-labelledby=delen] li")
    assert [text_of(part) for part in parts] == ["Groningen", "Fryslân", "Drenthe"]


def test_an_unknown_composition_is_said(db: None, client: Client, no_figures: Path) -> None:
    assert "Samenstelling niet bekend" in text_of(page(client, "/gebieden/TP-OOST/"))


def test_names_public_pacts_only(cast: Cast, client: Client, no_figures: Path) -> None:
    stage.make_pact(cast.office_a)
    stage.make_pact(cast.office_a, slug="concept", name="Geheim concept", publish=False)
    text = text_of(page(client, f"/gebieden/{stage.AREA}/"))
    assert "Techniekpact Waterrijk" in text
    assert "Geheim concept" not in text


def test_the_chooser_leads_to_another_area(db: None, client: Client, no_figures: Path) -> None:
    response = client.get("/gebieden/NL/?naar=PV20")
    assert response["Location"] == "/gebieden/PV20/"
    assert client.get("/gebieden/NL/?naar=https://example.org").status_code == 404


def test_an_unknown_area_is_explained(db: None, client: Client, no_figures: Path) -> None:
    assert "PV27" in text_of(page(client, "/gebieden/nergens/", 404).main)


def test_key_figures_stand_there(db: None, client: Client, figures: Path) -> None:
    assert page(client, f"/gebieden/{stage.AREA}/").select(".pw-stat")
