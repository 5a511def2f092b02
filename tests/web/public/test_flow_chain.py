"""The chain of technology: newest values, an honest gap where no figure of a passage exists, goals of public pacts."""

from __future__ import annotations

from pathlib import Path

from bs4 import Tag
from django.test import Client

from pactwerk.figures.indicators import catalogue
from pactwerk.web.public.flows.chain_steps import EFFECTS, STEPS, codes_of_chain
from tests.cast import Cast
from tests.web import stage
from tests.web.reading import page, text_of

CHAIN = "/stromen/keten/"


def step(client: Client, code: str, area: str = stage.AREA) -> Tag:
    found = page(client, f"{CHAIN}?gebied={area}").select_one(f"#stap-{code}")
    assert found
    return found


def test_every_indicator_of_the_chain_is_in_the_catalogue_and_has_a_page(
    db: None, client: Client, no_figures: Path
) -> None:
    assert codes_of_chain() <= {entry.code for entry in catalogue()}
    soup = page(client, CHAIN)
    for code in codes_of_chain():
        assert soup.find("a", href=f"/cijfers/{code}/?gebied=NL"), code


def test_the_steps_stand_in_the_order_of_the_chain(db: None, client: Client, no_figures: Path) -> None:
    heads = [text_of(head) for head in page(client, CHAIN).select(".pw-chain__step > h3")]
    assert heads == [str(one.name) for one in STEPS]
    assert len(EFFECTS) == 3


def test_a_step_shows_the_newest_value_of_the_area(db: None, client: Client, figures: Path) -> None:
    text = text_of(step(client, "vmbo"))
    newest = client.get(f"/cijfers/K04.json?gebied={stage.AREA}").json()
    last = max((row for row in newest if row["value"] is not None), key=lambda row: row["period"])
    assert f"{last['value']:,.0f}".replace(",", ".") in text
    assert last["period"] in text


def test_a_passage_without_a_figure_says_so_and_which_file_it_takes(db: None, client: Client, figures: Path) -> None:
    text = text_of(step(client, "examen"))
    assert "Hiervoor is geen openbaar cijfer van dit gebied." in text
    assert "Nodig:" in text  # K12 and K13 name their file in the catalogue
    assert "pactwerk figures flows count" in text_of(step(client, "po"))


def test_a_passage_that_is_stocks_side_by_side_says_so(db: None, client: Client, figures: Path) -> None:
    passage = step(client, "vmbo").select_one(".pw-chain__passage")
    assert "niemand is gevolgd" in text_of(passage)


def test_a_goal_of_a_public_pact_stands_on_its_step_with_verdict_and_target(
    client: Client, scene: stage.Scene, figures: Path
) -> None:
    found = step(client, "examen")
    link = found.find("a", string=scene.exam.title)
    assert link
    text = text_of(found)
    assert scene.pact.name in text
    assert "streefwaarde 40 % in 2030/31" in text
    assert found.select_one(".pw-verdict, [class*=verdict]")
    elsewhere = text_of(step(client, "examen", "PV20"))
    assert scene.exam.title not in elsewhere


def test_a_draft_is_not_shown_to_anybody(client: Client, cast: Cast, figures: Path) -> None:
    draft = stage.make_pact(cast.office_a, publish=False)
    goal = stage.add_exam_goal(draft, title="Geheim plan")
    assert goal.title not in text_of(step(client, "examen"))
    assert goal.title not in text_of(page(client, CHAIN))


def test_a_withdrawn_goal_is_not_shown(client: Client, scene: stage.Scene, figures: Path) -> None:
    stage.operations.withdraw_goal(stage.BUILDER, scene.exam)
    assert scene.exam.title not in text_of(step(client, "examen"))


def test_the_page_of_an_area_leads_to_its_chain(db: None, client: Client, no_figures: Path) -> None:
    link = page(client, "/gebieden/TP-NOORD/").find("a", href=f"{CHAIN}?gebied=TP-NOORD")
    assert link
    assert "Noord" in text_of(page(client, str(link["href"])).h1)
