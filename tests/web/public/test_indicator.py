"""One indicator for any area: choices, comparison, breaks, twins, and questions without an answer."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.web import stage
from tests.web.reading import as_shown, figure_tables, page, shown_values, text_of

QUESTIONS = [
    f"gebied={stage.AREA}",
    f"gebied={stage.AREA}&per=track",
    f"gebied={stage.AREA}&per=track,sex&periode=2021/22",
    f"gebied=RG-WATERRIJK&vergelijk={stage.AREA}&vergelijk=GM9901",
    f"gebied={stage.AREA}&erbij=RG-WATERRIJK&periode=2020/21",
]


def twin(client: Client, code: str, query: str, kind: str) -> str:
    response = client.get(f"/cijfers/{code}.{kind}?{query}")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("query", QUESTIONS)
@pytest.mark.parametrize("code", ["E01", "K04"])
def test_the_table_equals_the_csv_and_json_twins(
    db: None, client: Client, figures: Path, code: str, query: str
) -> None:
    soup = page(client, f"/cijfers/{code}/?{query}")
    (table,) = figure_tables(soup)
    rows = list(csv.DictReader(io.StringIO(twin(client, code, query, "csv"))))
    assert rows
    assert sorted(shown_values(table)) == sorted(as_shown(row) for row in rows)
    assert len(json.loads(twin(client, code, query, "json"))) == len(rows)


@pytest.mark.parametrize("query", QUESTIONS)
def test_the_links_on_the_page_lead_to_its_own_twins(db: None, client: Client, figures: Path, query: str) -> None:
    soup = page(client, f"/cijfers/E01/?{query}")
    csv_link, json_link = (str(link["href"]) for link in soup.select("a.pw-download"))
    assert client.get(csv_link).content.decode() == twin(client, "E01", query, "csv")
    assert client.get(json_link).content.decode() == twin(client, "E01", query, "json")


def test_example_data_are_marked_on_page_and_download(db: None, client: Client, figures: Path) -> None:
    soup = page(client, f"/cijfers/E01/?gebied={stage.AREA}")
    assert soup.select(".pw-example")
    assert "voorbeeldgegevens" in client.get(f"/cijfers/E01.csv?gebied={stage.AREA}")["Content-Disposition"]
    assert "voorbeeldgegevens" in twin(client, "E01", f"gebied={stage.AREA}", "csv")


def test_a_series_is_a_line_and_one_period_are_bars(db: None, client: Client, figures: Path) -> None:
    assert page(client, f"/cijfers/E01/?gebied={stage.AREA}").select_one(".pw-chart--line")
    assert page(client, f"/cijfers/E01/?gebied={stage.AREA}&periode=2021/22&per=track").select_one(".pw-chart--bar")


def test_the_break_in_the_series_is_told(db: None, client: Client, figures: Path) -> None:
    assert "Breuk in de reeks" in text_of(page(client, f"/cijfers/E01/?gebied={stage.AREA}"))


def test_the_five_landsdelen_stand_side_by_side(db: None, client: Client, no_figures: Path) -> None:
    compare = "&".join(f"vergelijk=TP-{name}" for name in ("NOORD", "NOORDWEST", "OOST", "ZUIDOOST", "ZUIDWEST"))
    text = text_of(page(client, f"/cijfers/K09/?gebied=NL&{compare}").find(attrs={"aria-labelledby": "uitkomst"}))
    assert text.count("samenstelling niet bekend") == 4


def chosen(soup: BeautifulSoup, name: str) -> list[str]:
    options = soup.select(f"[name={name}] option[selected], input[name={name}][checked]")
    return [str(option["value"]) for option in options]


def test_the_form_keeps_every_choice(db: None, client: Client, figures: Path) -> None:
    soup = page(client, f"/cijfers/E01/?gebied={stage.AREA}&periode=2021/22&per=track&vergelijk=RG-WATERRIJK")
    assert chosen(soup, "gebied") == [stage.AREA]
    assert chosen(soup, "periode") == ["2021/22"]
    assert chosen(soup, "per") == ["track"]
    assert chosen(soup, "vergelijk") == ["RG-WATERRIJK"]


def test_a_code_in_small_letters_is_the_same(db: None, client: Client, no_figures: Path) -> None:
    assert "Aandeel techniek vmbo" in text_of(page(client, "/cijfers/k03/").h1)


def test_what_is_only_published_by_track_is_offered(db: None, client: Client, no_figures: Path) -> None:
    soup = page(client, "/cijfers/K14/")
    assert "Wel beschikbaar" in text_of(soup)
    link = soup.find("a", string="naar leerweg")
    assert link
    (table,) = figure_tables(page(client, str(link["href"])))
    assert len(shown_values(table)) == 4


def test_an_indicator_without_any_figure_says_what_it_needs(db: None, client: Client, no_figures: Path) -> None:
    assert "Nodig:" in text_of(page(client, "/cijfers/W04/"))


@pytest.mark.parametrize(
    ("address", "status", "helps"),
    [
        ("/cijfers/ZZZ/", 404, "Alle cijfers"),
        ("/cijfers/K03/?gebied=ATLANTIS", 404, "PV27"),
        ("/cijfers/K03/?periode=vorig jaar", 400, "2017/18"),
        ("/cijfers/K03/?per=kleur", 400, "track"),
        ("/cijfers/K03/?per=track,sex,municipality", 400, "twee"),
        ("/cijfers/K03/?definitie=eigen", 400, "sector"),
        ("/cijfers/K03/?vergelijk=" + ",".join(f"PV{n}" for n in range(20, 32)) + ",NL", 400, "12"),
        ("/cijfers/ZZZ.csv", 404, "Alle cijfers"),
        ("/cijfers/K03.json?gebied=ATLANTIS", 404, "PV27"),
        ("/cijfers/K03/kaart/?gebied=ATLANTIS", 404, "PV27"),
        ("/cijfers/K03/herkomst/?periode=x", 400, "2017/18"),
        ("/cijfers/W01/kaart/", 404, "per gemeente"),
    ],
)
def test_a_question_without_an_answer_is_explained(  # noqa: PLR0917 -- pytest passes them by name
    db: None, client: Client, figures: Path, address: str, status: int, helps: str
) -> None:
    assert helps in text_of(page(client, address, status).main)


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "' OR 1=1 --", "\x00", "é" * 500, "../../etc/passwd"])
@pytest.mark.parametrize("name", ["gebied", "periode", "per", "vergelijk", "erbij", "definitie"])
def test_hostile_questions_never_break_the_page(
    db: None, client: Client, figures: Path, name: str, hostile: str
) -> None:
    response = client.get("/cijfers/E01/", {name: hostile})
    assert response.status_code in (200, 400, 404)
    assert b"<script>alert" not in response.content


def test_beside_the_figures_stand_what_counts_breaks_and_related_indicators(
    db: None, client: Client, figures: Path
) -> None:
    text = text_of(page(client, f"/cijfers/E01/?gebied={stage.AREA}").main)
    assert "Teller" in text
    assert "Noemer" in text
    assert "Breuken in de reeks" in text
    linked = page(client, "/cijfers/W07/")
    assert "Hangt samen met" in text_of(linked)
    assert "Landelijk en regionaal" in text_of(linked)


def test_the_borders_of_a_loaded_year_can_be_chosen_and_others_are_explained(
    db: None, client: Client, figures: Path
) -> None:
    soup = page(client, f"/cijfers/E01/?gebied={stage.AREA}&grenzen=2025")
    assert chosen(soup, "grenzen") == ["2025"]
    assert "gemeentegrenzen van 1 januari 2025" in text_of(soup)
    assert "2025" in text_of(page(client, f"/cijfers/E01/?gebied={stage.AREA}&grenzen=2001", 400).main)


@pytest.mark.parametrize("more", ["edities=alle", "schatting=ja"])
def test_page_and_download_show_the_same_editions_and_estimates(
    db: None, client: Client, figures: Path, more: str
) -> None:
    query = f"gebied={stage.AREA}&{more}"
    (table,) = figure_tables(page(client, f"/cijfers/E01/?{query}"))
    rows = list(csv.DictReader(io.StringIO(twin(client, "E01", query, "csv"))))
    assert sorted(shown_values(table)) == sorted(as_shown(row) for row in rows)


def test_no_estimate_is_offered_where_nothing_is_hidden(db: None, client: Client, figures: Path) -> None:
    assert page(client, "/cijfers/E01/").select("[name=schatting]")
    assert not page(client, "/cijfers/C03/").select("[name=schatting]")
    assert not page(client, "/cijfers/W07/").select("[name=edities]")
