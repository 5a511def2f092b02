"""Kept flow sets on the pages: nothing of a set that is not public, and of a public one rounded numbers only."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from pactwerk.figures.flows.kept import Keeping, hide, keep, publish
from tests.figures.flows.records.populations import enrolment, text
from tests.web.reading import page, text_of

NAME = "regio-proef"
TITLE = "Inschrijvingen van een proefregio"
PEOPLE = 137
ADDRESSES = (f"/stromen/bewaard-{NAME}/", f"/stromen/bewaard-{NAME}.csv", f"/stromen/bewaard-{NAME}.json")


@pytest.fixture(scope="module")
def kept_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one set that is not public: two years, of whom some go to mbo."""
    home = tmp_path_factory.mktemp("kept-home")
    rows = []
    for number in range(PEOPLE * 2):
        sex = "female" if number % 2 else "male"
        rows.append(enrolment(year=2016, person=f"leerling-{number:04d}", sex=sex, grade="4"))
        after = {"level": "mbo", "track": "2"} if number % 4 else {"level": "vo", "track": "kb"}
        rows.append(enrolment(year=2017, person=f"leerling-{number:04d}", sex=sex, grade="", **after))
    file = text(home / "inschrijvingen.csv", rows)
    keep(home / "figures", Keeping(name=NAME, paths=(file,), title=TITLE, by="test"))
    return home


@pytest.fixture
def hidden(kept_home: Path, settings: Settings) -> Path:
    """The pages read a home whose only set is not public."""
    settings.PACTWERK_HOME = kept_home
    return kept_home


@pytest.fixture
def shown(kept_home: Path, settings: Settings) -> Iterator[Path]:
    """The same home while the set is public."""
    settings.PACTWERK_HOME = kept_home
    publish(kept_home / "figures", NAME, by="test", reason="proef")
    yield kept_home
    hide(kept_home / "figures", NAME, by="test", reason="proef")


def test_a_set_that_is_not_public_is_not_there_for_anybody(db: None, client: Client, hidden: Path) -> None:
    assert TITLE not in text_of(page(client, "/stromen/"))
    for address in ADDRESSES:
        response = client.get(address)
        assert response.status_code == 404
        assert response.content == client.get(address.replace(NAME, "nooit-gemaakt")).content.replace(
            b"nooit-gemaakt", NAME.encode()
        )
        assert TITLE.encode() not in response.content


def test_a_public_set_shows_rounded_numbers_and_says_that_persons_were_followed(
    db: None, client: Client, shown: Path
) -> None:
    assert TITLE in text_of(page(client, "/stromen/"))
    soup = page(client, ADDRESSES[0])
    assert "Personen zijn gevolgd" in text_of(soup)
    assert "op tien zijn afgerond" in text_of(soup)
    within = [text_of(one) for one in soup.select("#verbanden ~ .pw-table .pw-flow__within")]
    assert within
    assert all(re.fullmatch(r"\([\d.]+\u2013[\d.]+\)", one) for one in within)
    opened = page(client, f"{ADDRESSES[0]}{soup.select('#standen ~ .pw-table tbody a')[0]['href']}")
    assert re.search(r"\d \([\d.]+\u2013[\d.]+\)", text_of(opened.select_one(".pw-node")))
    assert soup.select("svg.pw-svg a")
    rows = list(csv.DictReader(io.StringIO(client.get(ADDRESSES[1]).content.decode())))
    values = [int(row["value"]) for row in rows if row["value"]]
    assert values
    assert all(value % 10 == 0 for value in values)


def test_nothing_of_a_person_or_of_the_place_of_the_file_stands_on_a_page(
    db: None, client: Client, shown: Path
) -> None:
    for address in ADDRESSES:
        content = client.get(address).content.decode()
        assert str(shown) not in content
        assert "leerling-0" not in content
    for text_shown in (text_of(page(client, ADDRESSES[0]).main), client.get(ADDRESSES[1]).content.decode()):
        assert not re.search(rf"\b{PEOPLE * 2}\b", text_shown)


def test_girls_and_boys_are_told_apart_with_shares_as_bounds(db: None, client: Client, shown: Path) -> None:
    soup = page(client, f"{ADDRESSES[0]}?per=sex")
    assert len(soup.select("figure.pw-chart--sankey")) == 2
    shares = [text_of(one) for one in soup.select("#verbanden ~ .pw-table tbody .pw-figures__of")]
    assert any("\u2013" in share and "%" in share for share in shares)
    assert any("procentpunt" in share for share in shares)


def test_an_area_or_year_that_the_set_has_not_is_refused(db: None, client: Client, shown: Path) -> None:
    assert client.get(f"{ADDRESSES[0]}?gebied=PV20").status_code == 400
    assert client.get(f"{ADDRESSES[0]}?begin=1999/00").status_code == 400


def test_the_chain_leads_to_what_shows_a_passage(db: None, client: Client, shown: Path) -> None:
    step = page(client, "/stromen/keten/").select_one("#stap-examen")
    assert step
    addresses = [str(link["href"]) for link in step.select(".pw-chain__passage a")]
    assert f"{ADDRESSES[0]}?gebied=NL" in addresses
    assert "/stromen/vo-mbo-2010/" in addresses
    for address in addresses:
        assert client.get(address).status_code == 200


def test_the_chain_does_not_lead_to_a_set_that_is_not_public(db: None, client: Client, hidden: Path) -> None:
    assert NAME not in str(page(client, "/stromen/keten/").main)
