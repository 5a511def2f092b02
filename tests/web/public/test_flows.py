"""The pages of flows: what can be seen, tables first, every shape of the picture leads to its numbers."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from django.test import Client

from tests.web.reading import page, text_of

PASSAGE = "/stromen/vo-mbo-2010/"


def rows(client: Client, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode())))


def test_the_index_says_of_each_what_it_is_and_whether_persons_were_followed(
    db: None, client: Client, no_figures: Path
) -> None:
    soup = page(client, "/stromen/")
    groups = soup.select("#te-zien ~ .pw-flow__group")
    assert len(soup.select("#te-zien ~ .pw-flow__group li")) >= 6
    assert all("gevolgd" in text_of(group) for group in groups)
    assert soup.find("a", href=PASSAGE)


def test_the_table_stands_before_the_picture_and_adds_up_to_the_published_total(
    db: None, client: Client, no_figures: Path
) -> None:
    text = client.get(PASSAGE).content.decode()
    assert text.index("<table") < text.index("pw-svg")
    links = rows(client, "/stromen/vo-mbo-2010.csv")
    assert abs(sum(int(row["value"]) for row in links) - 98300) <= 45  # CBS rounds every cell to 10
    (stock,) = [row for row in rows(client, "/stromen/vo-mbo-2010.csv?deel=standen") if row["stage"] == "1"]
    assert stock["value"] == "98300"
    assert "98.300" in text


def test_every_table_has_a_caption_and_heads_with_a_scope(db: None, client: Client, no_figures: Path) -> None:
    soup = page(client, PASSAGE)
    tables = soup.select("main table")
    assert len(tables) == 2
    for table in tables:
        assert table.caption
        assert all(head.get("scope") in ("col", "row", "rowgroup") for head in table.select("th"))


def test_every_shape_leads_to_numbers_that_stand_on_the_page_it_leads_to(
    db: None, client: Client, no_figures: Path
) -> None:
    soup = page(client, PASSAGE)
    places = {tag["id"] for tag in soup.find_all(id=True)}
    shapes = soup.select("svg.pw-svg a")
    links = {row["from"] + row["to"] for row in rows(client, "/stromen/vo-mbo-2010.csv")}
    drawn = [shape for shape in shapes if str(shape["href"]).startswith("#verband-")]
    assert len(drawn) == 2 * len(links)  # a wide and a narrow drawing
    for shape in shapes:
        assert shape["aria-label"]
        address = str(shape["href"])
        if address.startswith("#"):
            assert address.removeprefix("#") in places
            continue
        opened = page(client, PASSAGE + address)
        node = opened.select_one("section.pw-node")
        assert text_of(node.h2 if node else None).split(",")[0] in str(shape["aria-label"])
        assert node
        assert node.select("table")


def test_an_unknown_node_flow_or_area_is_refused_with_a_way_on(db: None, client: Client, no_figures: Path) -> None:
    assert page(client, "/stromen/bestaat-niet/", 404).find("a", href="/stromen/")
    assert page(client, f"{PASSAGE}?knoop=7.nergens", 404).find("a", href=PASSAGE)
    assert page(client, f"{PASSAGE}?knoop=%3Cscript%3E", 400)
    assert page(client, f"{PASSAGE}?gebied=PV27", 400)
    assert page(client, f"{PASSAGE}?per=sex", 400)
    assert page(client, "/stromen/keten/?gebied=ATLANTIS", 404)


def test_the_json_holds_links_stocks_and_words(db: None, client: Client, no_figures: Path) -> None:
    content = json.loads(client.get("/stromen/vo-mbo-2010.json").content)
    assert content["followed"] is True
    assert {link["from"] for link in content["links"]} <= set(content["states"])
    assert sum(stock["value"] for stock in content["stocks"] if stock["stage"] == "1") == 98300


def test_in_english_too(db: None, client: Client, no_figures: Path) -> None:
    soup = page(client, "/en/stromen/vo-mbo-2010/")
    assert "From secondary education to mbo" in text_of(soup.h1)


def test_writing_is_refused(db: None, client: Client) -> None:
    assert client.post(PASSAGE).status_code == 405


@pytest.mark.parametrize("address", ["/stromen/", "/stromen/keten/", PASSAGE])
def test_it_is_in_the_menu(db: None, client: Client, no_figures: Path, address: str) -> None:
    menu = page(client, address).select_one("nav a[href='/stromen/']")
    assert menu
    assert menu.get("aria-current") == "page"


def test_what_holds_for_several_is_said_once(db: None, client: Client, figures: Path) -> None:
    soup = page(client, "/stromen/")
    assert len(soup.select('#te-zien ~ .pw-flow__group ul a[href*="/stromen/schijncohort-"]')) > 1
    assert text_of(soup.main).count("Standen van opeenvolgende schooljaren") == 1
