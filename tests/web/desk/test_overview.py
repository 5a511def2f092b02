"""The desk's start and one pact on it: mine, and nobody else's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pactwerk.foundation.accounts.models import OfficeMembership
from tests.cast import Cast
from tests.outside import outside_operations
from tests.sign_in import sign_in
from tests.web import stage
from tests.web.reading import page, text_of

PACT = f"/bureau/pacten/{stage.SLUG}/"


@pytest.mark.parametrize("address", ["/bureau/", PACT, f"{PACT}doelen/1/", f"{PACT}doelen/1/verhaal/"])
def test_a_visitor_is_sent_to_sign_in(scene: stage.Scene, client: Client, no_figures: Path, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 302
    assert "/account/login/" in response["Location"]


def test_without_second_factor_nothing_opens(cast: Cast, client: Client, no_figures: Path) -> None:
    sign_in(client, cast.alice, second_factor=False)
    assert client.get("/bureau/").status_code == 302


def test_lists_my_offices_pacts_with_what_waits(
    cast: Cast, scene: stage.Scene, client: Client, no_figures: Path
) -> None:
    stage.make_pact(cast.office_b, slug="ander", name="Pact van een ander")
    sign_in(client, cast.bob)
    text = text_of(page(client, "/bureau/"))
    assert "Techniekpact Waterrijk" in text
    assert "2 met werk" in text
    assert "Pact van een ander" not in text


def test_an_office_without_a_pact_is_told_so(cast: Cast, client: Client, no_figures: Path) -> None:
    sign_in(client, cast.charlie)
    assert "nog geen pact" in text_of(page(client, "/bureau/"))


def test_somebody_without_an_office_is_told_whom_to_ask(cast: Cast, client: Client, no_figures: Path) -> None:
    sign_in(client, cast.dirk)
    assert "geen lid van een programmabureau" in text_of(page(client, "/bureau/"))


@pytest.mark.parametrize(
    ("who", "status"), [("alice", 200), ("bob", 200), ("carol", 200), ("charlie", 404), ("dirk", 404)]
)
def test_a_public_pact_is_on_its_own_desk_only(
    cast: Cast, scene: stage.Scene, client: Client, who: str, status: int
) -> None:
    sign_in(client, getattr(cast, who))
    assert client.get(PACT).status_code == status
    assert client.get(f"{PACT}doelen/1/").status_code == status


def test_a_draft_is_on_the_desk(cast: Cast, client: Client) -> None:
    stage.make_pact(cast.office_a, publish=False)
    sign_in(client, cast.carol)
    assert "concept" in text_of(page(client, PACT))


def test_a_reader_is_told_that_nothing_can_be_changed(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.carol)
    assert "U bent lezer" in text_of(page(client, PACT))
    assert not page(client, f"{PACT}doelen/1/").select(".pw-actions")


def test_says_what_each_goal_still_lacks(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.bob)
    text = text_of(page(client, PACT))
    assert "basisjaar nog te kiezen" in text
    assert "nog in te vullen" in text


def test_working_for_another_of_my_offices(cast: Cast, scene: stage.Scene, client: Client) -> None:
    with outside_operations():
        OfficeMembership.objects.create(user=cast.alice, office=cast.office_b, role="lezer")
    stage.make_pact(cast.office_b, slug="ander", name="Pact van een ander")
    sign_in(client, cast.alice)
    assert "Pact van een ander" not in text_of(page(client, "/bureau/"))
    client.post("/bureau/wissel/", {"bureau": "bureau-b"})
    assert "Pact van een ander" in text_of(page(client, "/bureau/"))


def test_an_office_i_am_no_member_of_is_refused(cast: Cast, scene: stage.Scene, client: Client) -> None:
    sign_in(client, cast.charlie)
    assert client.post("/bureau/wissel/", {"bureau": "bureau-a"}).status_code == 403
    assert "Techniekpact Waterrijk" not in text_of(page(client, "/bureau/"))


def test_queries_do_not_grow_with_goals(cast: Cast, client: Client) -> None:
    pact = stage.make_pact(cast.office_a)
    sign_in(client, cast.bob)
    counts = []
    for number in (1, 2):
        for extra in range(number):
            stage.add_exam_goal(pact, title=f"Doel {number}{extra}")
        for address in ("/bureau/", PACT):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counts.append(len(queries))
    assert counts[:2] == counts[2:]


def test_what_a_publisher_has_probably_brought_out_stands_on_the_desk(
    cast: Cast, client: Client, no_figures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pactwerk.figures.releases.due import Due
    from pactwerk.web.desk.figures import overview

    sign_in(client, cast.carol)
    assert "nog niet geladen" not in text_of(page(client, "/bureau/"))
    awaited = Due("exams", "DUO", "2024/25", date(2025, 12, 1), "2021/22", 3, "eigen aanname")
    monkeypatch.setattr(overview, "due_editions", lambda: (awaited,))
    assert "DUO: examenkandidaten en geslaagden is waarschijnlijk verschenen" in text_of(page(client, "/bureau/"))
    assert "2024/25 te verwachten sinds 1 december 2025" in text_of(page(client, "/bureau/cijfers/"))
