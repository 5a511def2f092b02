"""Home of a pact, and who may see a draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pactwerk.domain.organisations.operations import hold_role, record_person
from pactwerk.web.public.pacts.horizon import Horizon, horizon_of
from tests.cast import Cast
from tests.sign_in import sign_in
from tests.web import stage
from tests.web.reading import page, text_of

HOME = f"/pacten/{stage.SLUG}/"


def test_shows_goals_parties_bodies_and_sources(scene: stage.Scene, client: Client, no_figures: Path) -> None:
    soup = page(client, HOME)
    text = text_of(soup)
    for expected in ("Meer techniek in het examen", "School 001", "Stuurgroep Waterrijk", "Arrangement, regel 1"):
        assert expected in text
    assert len(soup.select(".pw-goal")) == 2
    assert "1 doel is nog in te vullen" in text
    assert "Stand van 3 doelen" in text


def test_key_figures_of_the_area_are_marked_as_example(scene: stage.Scene, client: Client, figures: Path) -> None:
    tiles = page(client, HOME).select("section[aria-labelledby=kerncijfers] .pw-stat")
    assert len(tiles) >= 2
    assert all("voorbeeldgegevens" in text_of(tile).lower() for tile in tiles)


def test_a_pact_without_anything_says_what_is_missing(cast: Cast, client: Client, no_figures: Path) -> None:
    stage.make_pact(cast.office_a)
    text = text_of(page(client, HOME))
    assert "nog geen doelen" in text
    assert "wie aan dit pact meedoet" in text


def test_an_archived_pact_says_so(cast: Cast, client: Client, no_figures: Path) -> None:
    pact = stage.make_pact(cast.office_a)
    stage.operations.archive_pact(stage.BUILDER, pact, on=date(2021, 5, 4))
    assert "4 mei 2021 gearchiveerd" in text_of(page(client, HOME))


@pytest.mark.parametrize(
    ("who", "status"), [("nobody", 404), ("charlie", 404), ("dirk", 404), ("carol", 200), ("bob", 200)]
)
def test_a_draft_is_there_for_its_own_office_only(
    cast: Cast, client: Client, no_figures: Path, who: str, status: int
) -> None:
    pact = stage.make_pact(cast.office_a, publish=False)
    stage.add_exam_goal(pact, owner=stage.make_organisation(cast.office_a, "Eigenaar"))
    if who != "nobody":
        sign_in(client, getattr(cast, who))
    for address in (HOME, f"{HOME}doelen/", f"{HOME}doelen/1/", f"{HOME}doelen/1/cijfers.csv", f"{HOME}partijen/"):
        assert client.get(address).status_code == status, address


def test_a_draft_and_a_missing_pact_look_the_same(cast: Cast, client: Client, no_figures: Path) -> None:
    stage.make_pact(cast.office_a, publish=False)
    hidden = text_of(page(client, HOME, 404).main)
    assert hidden == text_of(page(client, "/pacten/bestaat-niet/", 404).main)


def test_that_a_role_may_lapse_is_told_to_its_office_only(cast: Cast, client: Client, no_figures: Path) -> None:
    pact = stage.make_pact(cast.office_a)
    province = stage.make_organisation(cast.office_a, "Provincie Voorbeeldland", kind="overheid")
    person = record_person(
        stage.BUILDER, cast.office_a, name="Sietske Voorbeeld", purpose="rol in het pact", keep_until=date(2030, 1, 1)
    )
    main = hold_role(
        stage.BUILDER, person, organisation=province, title="gedeputeerde", kind="main_position", public=True,
        start=date(2015, 1, 1), end=date(2019, 1, 1),
    )  # fmt: skip
    hold_role(
        stage.BUILDER, person, area_code=pact.area_code, title="landsdeeltrekker", kind="pact_role", public=True,
        depends_on=main,
    )  # fmt: skip
    text = text_of(page(client, HOME))
    assert "landsdeeltrekker" in text
    assert "de rol vervalt mogelijk" not in text
    sign_in(client, cast.carol)
    assert "Sietske Voorbeeld, landsdeeltrekker De hoofdfunctie waarop deze rol rust" in text_of(
        page(client, "/bureau/")
    )
    sign_in(client, cast.charlie)
    assert "de rol vervalt mogelijk" not in text_of(page(client, "/bureau/"))


@pytest.mark.parametrize(
    ("today", "sentence"),
    [
        (date(2026, 1, 1), "Nog 4 jaar tot de horizon, eind 2030."),
        (date(2030, 6, 1), "Nog 6 maanden tot de horizon, eind 2030."),
        (date(2030, 12, 30), "Nog 1 dag tot de horizon, eind 2030."),
        (date(2032, 1, 1), "De horizon 2030 is 1 jaar geleden verstreken."),
    ],
)
def test_counts_down_to_the_horizon(today: date, sentence: str) -> None:
    assert Horizon(2030, today).sentence == sentence


def test_a_pact_without_horizon_counts_nothing(cast: Cast) -> None:
    pact = stage.make_pact(cast.office_a)
    pact.horizon_year = None
    assert horizon_of(pact, date(2026, 1, 1)) is None


def test_queries_do_not_grow_with_goals_and_parties(cast: Cast, client: Client, no_figures: Path) -> None:
    pact = stage.make_pact(cast.office_a)
    counts = []
    for number in (1, 2):  # first one of each, then three of each
        for extra in range(number):
            stage.add_exam_goal(pact, title=f"Doel {number}{extra}")
            stage.add_parties(pact, 1, prefix=f"School {number}{extra}")
        for address in (HOME, f"{HOME}doelen/", f"{HOME}partijen/"):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                client.get(address)
            counts.append(len(queries))
    assert counts[:3] == counts[3:]
