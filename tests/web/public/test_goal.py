"""One goal: verdict, chart and table, revisions, milestones, story, sources, and its CSV and JSON twins."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

from django.test import Client

from pactwerk.domain.pact import operations
from pactwerk.domain.pact.queries import current_targets
from tests.web import stage
from tests.web.reading import as_shown, figure_tables, page, shown_values, text_of

GOALS = f"/pacten/{stage.SLUG}/doelen/"


def address(goal: stage.Goal) -> str:
    return f"{GOALS}{goal.number}/"


def test_shows_verdict_chart_story_and_sources(scene: stage.Scene, client: Client, figures: Path) -> None:
    soup = page(client, address(scene.exam))
    text = text_of(soup)
    assert soup.select_one("figure svg[role=img]")
    for expected in (
        "Veel scholen begonnen pas",
        "Arrangement, regel 12",
        "40",
        "Elke school heeft een technieklokaal",
    ):
        assert expected in text
    assert "voorbeeldgegevens" in text.lower()


def test_the_table_equals_the_csv_and_json_twins(scene: stage.Scene, client: Client, figures: Path) -> None:
    operations.record_own_figure(
        stage.BUILDER, scene.exam, period="2023/24", value=Decimal("31.5"), citation="eigen telling"
    )
    (table,) = figure_tables(page(client, address(scene.exam)))
    rows = list(csv.DictReader(io.StringIO(client.get(f"{address(scene.exam)}cijfers.csv").content.decode())))
    objects = json.loads(client.get(f"{address(scene.exam)}cijfers.json").content)
    assert len(rows) == len(objects) > 2
    assert {entry["basis"] for entry in objects} == {"computed", "own"}
    shown = sorted(shown_values(table))
    assert shown == sorted(as_shown(row) for row in rows)


def test_downloads_carry_the_example_mark(scene: stage.Scene, client: Client, figures: Path) -> None:
    for kind in ("csv", "json"):
        response = client.get(f"{address(scene.exam)}cijfers.{kind}")
        assert "voorbeeldgegevens" in response["Content-Disposition"]
        assert "voorbeeldgegevens" in response.content.decode() or '"example": true' in response.content.decode()


def test_a_revised_target_stays_visible_with_the_reason(scene: stage.Scene, client: Client, no_figures: Path) -> None:
    (target,) = current_targets(scene.exam)
    operations.revise_target(stage.BUILDER, target, value=Decimal(35), reason="Minder leerlingen dan verwacht.")
    revisions = page(client, address(scene.exam)).select(".pw-revisions__item")
    assert len(revisions) == 2
    assert "vervangen" in text_of(revisions[0])
    assert "geldt nu" in text_of(revisions[1])
    assert "Minder leerlingen dan verwacht." in text_of(revisions[1])


def test_without_baseline_the_page_says_so_until_one_is_chosen(
    scene: stage.Scene, client: Client, no_figures: Path
) -> None:
    assert "Basisjaar nog te kiezen" in text_of(page(client, address(scene.doubling)))
    operations.set_baseline(stage.BUILDER, scene.doubling, period="2022/23")
    assert "Basisjaar nog te kiezen" not in text_of(page(client, address(scene.doubling)))


def test_an_unfilled_goal_invents_nothing(scene: stage.Scene, client: Client, no_figures: Path) -> None:
    soup = page(client, address(scene.unfilled))
    assert "Nog in te vullen" in text_of(soup)
    assert not figure_tables(soup)


def test_without_figures_the_page_says_so(scene: stage.Scene, client: Client, no_figures: Path) -> None:
    assert "Nog geen cijfers" in text_of(page(client, address(scene.exam)))


def test_an_end_goal_is_called_one(scene: stage.Scene, client: Client, no_figures: Path) -> None:
    assert "Einddoel" in text_of(page(client, address(scene.doubling)))


def test_a_number_that_is_not_used_is_a_helpful_404(scene: stage.Scene, client: Client, no_figures: Path) -> None:
    soup = page(client, f"{GOALS}99/", 404)
    assert soup.find("a", href=GOALS)
    for twin in ("cijfers.csv", "cijfers.json"):
        assert client.get(f"{GOALS}99/{twin}").status_code == 404


def test_english_keeps_the_users_dutch_text_where_no_english_was_written(
    scene: stage.Scene, client: Client, no_figures: Path
) -> None:
    assert "Meer techniek in het examen" in text_of(page(client, f"/en{address(scene.exam)}").h1)
