"""The catalogue page: every indicator, with its state and what it lacks."""

from __future__ import annotations

from pathlib import Path

from django.test import Client

from pactwerk.figures.indicators import catalogue
from tests.web.reading import page, text_of


def test_every_indicator_stands_there_with_its_state(db: None, client: Client, no_figures: Path) -> None:
    rows = page(client, "/cijfers/").select("tbody tr")
    assert sorted(text_of(row.td) for row in rows) == sorted(entry.code for entry in catalogue())
    missing = [text_of(row) for row in rows if "nog niet beschikbaar" in text_of(row)]
    assert missing
    assert all("Nodig:" in row for row in missing)


def test_without_a_release_it_says_which_command_to_run(db: None, client: Client, no_figures: Path) -> None:
    assert "pactwerk figures load" in text_of(page(client, "/cijfers/"))


def test_in_english_names_are_english(db: None, client: Client, no_figures: Path) -> None:
    text = text_of(page(client, "/en/cijfers/"))
    assert all(entry.name_en in text for entry in catalogue())
