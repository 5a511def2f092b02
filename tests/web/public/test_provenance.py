"""*Waar komt dit cijfer vandaan*: files, hashes, rows, definition, publisher address."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from django.test import Client

from pactwerk.web.public.figures.provenance_page import PAGE_SIZE
from tests.web import stage
from tests.web.reading import page, text_of


def test_names_file_hash_rows_and_definition(db: None, client: Client, figures: Path) -> None:
    text = text_of(page(client, f"/cijfers/K04/herkomst/?gebied={stage.AREA}&periode=2023/24"))
    assert re.search(r"sha256 [0-9a-f]{64}", text)
    assert re.search(r"regels \d", text)
    assert "Definitie" in text


def test_the_named_rows_exist_in_the_named_file(db: None, client: Client, figures: Path) -> None:
    soup = page(client, f"/cijfers/K04/herkomst/?gebied={stage.AREA}&periode=2023/24")
    item = soup.select_one(".pw-origin li")
    assert item
    assert text_of(item.select_one(".pw-list__name")).startswith("DUO: leerlingen in het voortgezet onderwijs")
    name = text_of(item.select_one(".pw-file"))
    numbers = [int(number) for number in re.findall(r"\d+", text_of(item.select_one(".pw-rows")))]
    with (figures / "bestanden" / name).open(encoding="latin-1", newline="") as handle:
        lines = sum(1 for _row in csv.reader(handle, delimiter=";"))
    assert numbers
    assert 1 < min(numbers) <= max(numbers) <= lines


def test_a_published_figure_names_its_publication_and_address(db: None, client: Client, no_figures: Path) -> None:
    soup = page(client, "/cijfers/K09/herkomst/?gebied=NL")
    assert "Editie van de publicatie" in text_of(soup)
    assert soup.select(".pw-origin a[href^=http]")


@pytest.mark.parametrize("address", [f"/cijfers/E01/?gebied={stage.AREA}", "/cijfers/K09/?gebied=NL"])
def test_every_figure_of_a_table_leads_here(db: None, client: Client, figures: Path, address: str) -> None:
    links = {str(link["href"]) for link in page(client, address).select(".pw-figures a")}
    assert links
    for link in sorted(links)[:3]:
        assert page(client, link).select(".pw-origin")


def test_a_choice_without_figures_says_so(db: None, client: Client, no_figures: Path) -> None:
    assert "Geen cijfer om uit te leggen" in text_of(page(client, "/cijfers/E01/herkomst/?gebied=PV20"))


def test_example_files_name_no_publisher(db: None, client: Client, figures: Path) -> None:
    soup = page(client, f"/cijfers/K04/herkomst/?gebied={stage.AREA}&periode=2023/24")
    assert not soup.select(".pw-origin a[href^=http]")


def test_many_figures_are_explained_a_page_at_a_time(db: None, client: Client, figures: Path) -> None:
    address = f"/cijfers/K04/herkomst/?gebied={stage.AREA}&per=municipality&per=sex"
    first = page(client, address)
    assert len(first.select(".pw-origin")) == PAGE_SIZE
    following = first.select_one(".pw-pager a[rel=next]")
    assert following is not None
    second = page(client, f"/cijfers/K04/herkomst/{following['href']}")
    shown = [text_of(soup.select_one(".pw-origin h2")) for soup in (first, second)]
    assert shown[0] != shown[1]
    assert all(re.search(r"regels \d", text_of(origin)) for origin in second.select(".pw-origin"))
