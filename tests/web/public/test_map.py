"""The map: one period per municipality, drawn as tiles without borders, with its table."""

from __future__ import annotations

from pathlib import Path

from django.test import Client

from tests.web import stage
from tests.web.reading import figure_tables, page, shown_values, text_of

MAP = f"/cijfers/E01/kaart/?gebied={stage.AREA}"


def test_draws_the_newest_period_with_its_table(db: None, client: Client, figures: Path) -> None:
    soup = page(client, MAP)
    assert soup.select_one(".pw-chart--map svg[role=img]")
    (table,) = figure_tables(soup)
    assert len(shown_values(table)) > 3
    assert "voorbeeldgegevens" in text_of(soup).lower()


def test_the_csv_holds_the_same_municipalities(db: None, client: Client, figures: Path) -> None:
    soup = page(client, MAP)
    (table,) = figure_tables(soup)
    csv_link = str(soup.select("a.pw-download")[0]["href"])
    lines = client.get(csv_link).content.decode().splitlines()
    assert len(lines) - 1 == len(shown_values(table))


def test_another_period_can_be_asked(db: None, client: Client, figures: Path) -> None:
    assert "2020/21" in text_of(page(client, f"{MAP}&periode=2020/21").find("figcaption"))


def test_without_figures_it_says_so(db: None, client: Client, no_figures: Path) -> None:
    assert "Geen cijfers per gemeente" in text_of(page(client, MAP))
