"""The portal home: pacts under the country, landsdelen, what to do when nothing is there."""

from __future__ import annotations

from pathlib import Path

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web import stage
from tests.web.reading import page, text_of


def test_without_anything_the_page_says_which_command_helps(db: None, client: Client, no_figures: Path) -> None:
    text = text_of(page(client, "/"))
    assert "pactwerk demo" in text
    assert "pactwerk figures load" in text


def test_names_the_five_landsdelen_and_which_composition_is_unknown(db: None, client: Client, no_figures: Path) -> None:
    soup = page(client, "/")
    tiles = [text_of(tile) for tile in soup.select("section[aria-labelledby=landsdelen] li")]
    assert len(tiles) == 5
    assert sum("Samenstelling niet bekend" in tile for tile in tiles) == 4


def test_lists_public_pacts_and_no_draft(cast: Cast, client: Client, no_figures: Path) -> None:
    stage.make_pact(cast.office_a)
    stage.make_pact(cast.office_a, slug="geheim", name="Geheim concept", publish=False)
    text = text_of(page(client, "/"))
    assert "Techniekpact Waterrijk" in text
    assert "Geheim concept" not in text


def test_an_archived_pact_says_so_and_comes_last(cast: Cast, client: Client, no_figures: Path) -> None:
    old = stage.make_pact(cast.office_a, slug="aaa", name="Aardig oud pact")
    stage.operations.archive_pact(stage.BUILDER, old)
    stage.make_pact(cast.office_a)
    cards = [text_of(card) for card in page(client, "/").select(".pw-card")]
    assert "gearchiveerd" in cards[-1]
    assert "Aardig oud pact" in cards[-1]


def test_queries_do_not_grow_with_pacts(
    cast: Cast, client: Client, no_figures: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    stage.make_pact(cast.office_a)
    with django_assert_num_queries(1):
        client.get("/")
    for number in (2, 3):
        stage.make_pact(cast.office_a, slug=f"pact-{number}", name=f"Pact {number}")
    with django_assert_num_queries(1):
        client.get("/")


def test_stands_in_english_too(db: None, client: Client, no_figures: Path) -> None:
    soup = page(client, "/en/")
    assert soup.html
    assert soup.html["lang"] == "en"


def test_takes_no_post(db: None, client: Client) -> None:
    assert client.post("/").status_code == 405
