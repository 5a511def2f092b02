"""The goals of a pact: verdict and reason, what is still to be chosen, the vocabulary."""

from __future__ import annotations

from pathlib import Path

from django.test import Client

from pactwerk.web.design.verdict_words import LOOKS
from tests.cast import Cast
from tests.web import stage
from tests.web.reading import page, text_of

GOALS = f"/pacten/{stage.SLUG}/doelen/"


def test_each_goal_has_a_verdict_and_a_reason(scene: stage.Scene, client: Client, figures: Path) -> None:
    cards = page(client, GOALS).select(".pw-goal")
    assert len(cards) == 3
    words = {str(look.word) for look in LOOKS.values()}
    for card in cards:
        assert text_of(card.select_one(".pw-verdict")) in words
        assert len(text_of(card.select_one(".pw-goal__reason")).split()) > 4


def test_a_goal_without_baseline_says_that_the_region_must_choose(
    scene: stage.Scene, client: Client, no_figures: Path
) -> None:
    assert "Basisjaar nog te kiezen" in text_of(page(client, GOALS))


def test_goals_stand_under_their_line(scene: stage.Scene, client: Client, no_figures: Path) -> None:
    headings = [text_of(heading) for heading in page(client, GOALS).select("main h2")]
    assert headings[0] == "Kiezen"
    assert "Zonder actielijn" in headings


def test_the_vocabulary_is_explained_in_full(scene: stage.Scene, client: Client, no_figures: Path) -> None:
    assert len(page(client, GOALS).select(".pw-legend dt")) == len(LOOKS)


def test_a_withdrawn_goal_is_gone(scene: stage.Scene, client: Client, no_figures: Path) -> None:
    stage.operations.withdraw_goal(stage.BUILDER, scene.exam)
    assert "Meer techniek in het examen" not in text_of(page(client, GOALS))
    page(client, f"{GOALS}{scene.exam.number}/", 404)


def test_no_goals(cast: Cast, client: Client, no_figures: Path) -> None:
    stage.make_pact(cast.office_a)
    assert "nog geen doelen" in text_of(page(client, GOALS))
