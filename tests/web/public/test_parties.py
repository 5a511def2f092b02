"""The parties of a pact: none, eighteen, five hundred, long names, filters."""

from __future__ import annotations

from pathlib import Path

from django.test import Client

from tests.cast import Cast
from tests.web import stage
from tests.web.reading import page, text_of

PARTIES = f"/pacten/{stage.SLUG}/partijen/"


def rows(client: Client, query: str = "") -> list[str]:
    return [text_of(row) for row in page(client, PARTIES + query).select("tbody tr")]


def test_no_parties(cast: Cast, client: Client, no_figures: Path) -> None:
    stage.make_pact(cast.office_a)
    assert "wie aan dit pact meedoet" in text_of(page(client, PARTIES))


def test_shows_place_kind_and_education(cast: Cast, client: Client, no_figures: Path) -> None:
    pact = stage.make_pact(cast.office_a)
    stage.add_parties(pact, 1, town="Heerhugowaard")
    (row,) = rows(client)
    assert "Heerhugowaard" in row
    assert "school" in row


def test_five_hundred_parties_come_in_pages(cast: Cast, client: Client, no_figures: Path) -> None:
    pact = stage.make_pact(cast.office_a)
    stage.add_parties(pact, 500)
    assert len(rows(client)) == 50
    assert rows(client) != rows(client, "?pagina=2")
    assert rows(client, "?pagina=10") == rows(client, "?pagina=9999")
    assert rows(client, "?pagina=onzin") == rows(client)
    assert "500 van 500" in text_of(page(client, PARTIES))


def test_filters_by_place_kind_and_text_and_keeps_the_filter_while_paging(
    cast: Cast, client: Client, no_figures: Path
) -> None:
    pact = stage.make_pact(cast.office_a)
    stage.add_parties(pact, 60, town="Dijkstad")
    stage.add_parties(pact, 3, town="Sluisdam", prefix="Lyceum")
    assert len(rows(client, "?plaats=Sluisdam")) == 3
    assert len(rows(client, "?zoek=lyceum+002")) == 1
    assert len(rows(client, "?soort=school&plaats=Dijkstad&pagina=2")) == 10
    links = page(client, f"{PARTIES}?plaats=Dijkstad").select("nav.pw-pager a")
    assert links
    assert all("plaats=Dijkstad" in str(link["href"]) for link in links)


def test_a_filter_that_finds_nothing_offers_the_way_back(cast: Cast, client: Client, no_figures: Path) -> None:
    stage.add_parties(stage.make_pact(cast.office_a), 1)
    soup = page(client, f"{PARTIES}?zoek=bestaatniet")
    assert "Geen partij past" in text_of(soup)
    assert soup.find("a", href="?")


def test_an_unknown_place_in_the_address_shows_everybody_and_the_fault(
    cast: Cast, client: Client, no_figures: Path
) -> None:
    stage.add_parties(stage.make_pact(cast.office_a), 2)
    assert len(rows(client, "?plaats=Atlantis")) == 2


def test_names_are_escaped(cast: Cast, client: Client, no_figures: Path) -> None:
    stage.add_parties(stage.make_pact(cast.office_a), 1, prefix="<script>alert(1)</script>")
    assert not page(client, PARTIES).select("td script, th script")
