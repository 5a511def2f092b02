"""Pseudo-cohorts on a page: choices without JavaScript, two flows beside each other, nothing called doorstroom."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from django.test import Client

from tests.web import stage
from tests.web.reading import as_shown, page, text_of

COHORT = "/stromen/schijncohort-vmbo/"
HERE = f"{COHORT}?gebied={stage.AREA}"
START = "2021/22"


def links(client: Client, query: str) -> dict[tuple[str, ...], float]:
    """The links of a download by stage, ends and, where told apart, area and sex."""
    text = client.get(f"/stromen/schijncohort-vmbo.csv?{query}").content.decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    names = [name for name in ("stage", "from", "to", "sex") if rows and name in rows[0]]
    return {(row["area"], *(row[name] for name in names)): float(row["value"] or row["high"]) for row in rows}


def test_it_shows_the_area_asked_and_never_says_doorstroom(db: None, client: Client, figures: Path) -> None:
    soup = page(client, HERE)
    assert "Niemand is gevolgd" in text_of(soup)
    assert "doorstroom" not in text_of(soup.main).lower()
    assert soup.select("svg.pw-svg a")
    assert "voorbeeldgegevens" in text_of(soup).lower()


def test_of_who_is_not_followed_no_heading_says_where_they_went(db: None, client: Client, figures: Path) -> None:
    last = str(page(client, HERE).select("#standen ~ .pw-table tbody a")[-1]["href"]).split("#")[0]
    opened = page(client, f"{COHORT}{last}")
    for soup in (page(client, HERE), opened):
        assert text_of(soup.select_one("#verbanden")) == "Standen naast elkaar"
        assert not re.search("waar naar waar|heen gingen|hierheen", text_of(soup.main))
    assert "Naast het moment ervoor" in text_of(opened.select_one(".pw-node"))


def test_the_table_is_the_download(db: None, client: Client, figures: Path) -> None:
    soup = page(client, f"{HERE}&begin={START}")
    shown = [text_of(cell) for cell in soup.select("#verbanden ~ .pw-table .pw-figures__value")]
    text = client.get(f"/stromen/schijncohort-vmbo.csv?gebied={stage.AREA}&begin={START}").content.decode()
    expected = [as_shown(row) for row in csv.DictReader(io.StringIO(text))]
    assert sorted(shown) == sorted(expected)
    assert len(shown) > 4


def test_the_form_works_by_address_alone(db: None, client: Client, figures: Path) -> None:
    form = page(client, HERE).select_one("form.pw-filter[method=get]")
    assert form
    names = {str(field["name"]) for field in form.select("select")}
    assert names == {"gebied", "begin", "leerweg", "per", "naast_gebied", "naast_begin"}
    assert not form.find("script")
    kb = page(client, f"{HERE}&leerweg=kb")
    assert "vmbo-kb" in text_of(kb.h1)


def test_girls_and_boys_stand_beside_each_other_with_the_difference(db: None, client: Client, figures: Path) -> None:
    soup = page(client, f"{HERE}&begin={START}&per=sex")
    assert len(soup.select("figure.pw-chart--sankey")) == 2
    heads = [text_of(head) for head in soup.select("#verbanden ~ .pw-table thead th")]
    assert heads[1:] in ([*pair, "Verschil vrouw min man"] for pair in (["vrouw", "man"], ["man", "vrouw"]))
    first, second = "man", "vrouw"
    code = {"vrouw": "female", "man": "male"}
    found = links(client, f"gebied={stage.AREA}&begin={START}&per=sex")
    row = next(row for row in soup.select("#verbanden ~ .pw-table tbody tr") if re.search(r"[+−]\d", text_of(row)))
    number = re.search(r"([+−][\d.]+)$", text_of(row.select("td")[-1]))
    assert number
    assert first != second
    differences = {
        found[(*key[:-1], code[second])] - value
        for key, value in found.items()
        if key[-1] == code[first] and (*key[:-1], code[second]) in found
    }
    assert float(number[1].replace("−", "-").replace(".", "")) in differences


def test_two_areas_and_two_years_are_on_one_scale(db: None, client: Client, figures: Path) -> None:
    # the later year minus the earlier one, so that growth is a plus; the area that was added minus the first
    for query, named in (("&naast_gebied=GM9901", " min "), ("&naast_begin=2020/21", f"{START} min 2020/21")):
        soup = page(client, f"{HERE}&begin={START}{query}")
        figures_shown = soup.select("figure.pw-chart--sankey")
        assert len(figures_shown) == 2
        assert len({text_of(one.figcaption) for one in figures_shown}) == 2
        assert named in text_of(soup.select_one("#verbanden ~ .pw-table thead tr"))


def test_one_comparison_at_a_time(db: None, client: Client, figures: Path) -> None:
    for query in ("per=sex&naast_gebied=GM9901", f"begin={START}&naast_begin=2020/21&naast_gebied=GM9901"):
        problem = page(client, f"{HERE}&{query}", 400)
        assert "één vergelijking" in text_of(problem)


def test_an_empty_area_may_stand_before_one_that_has_figures(db: None, client: Client, figures: Path) -> None:
    for first in ("PV20", "NL"):
        soup = page(client, f"{COHORT}?gebied={first}&naast_gebied={stage.AREA}&begin={START}")
        assert len(soup.select("figure.pw-chart--sankey")) == 1
        assert soup.select("#verbanden ~ .pw-table tbody .pw-figures__value")
        assert "examenkandidaten" in text_of(soup.select_one("#verbanden ~ .pw-table"))


def test_without_a_choice_it_opens_on_an_area_that_has_figures(db: None, client: Client, figures: Path) -> None:
    soup = page(client, COHORT)
    assert soup.select("#verbanden ~ .pw-table tbody .pw-figures__value")


def test_a_breakdown_that_is_none_names_codes_with_their_words(db: None, client: Client, figures: Path) -> None:
    assert "sex (geslacht)" in text_of(page(client, f"{HERE}&per=geslacht", 400))


def test_a_later_stock_is_told_per_hundred_of_the_stock_before_as_the_indicator_does(
    db: None, client: Client, figures: Path
) -> None:
    text = client.get(f"/stromen/schijncohort-vmbo.csv?gebied={stage.AREA}&begin={START}&deel=standen").content.decode()
    held = {(row["stage"], row["state"]): row for row in csv.DictReader(io.StringIO(text)) if row["value"]}
    soup = page(client, f"{HERE}&begin={START}")
    shown = [text_of(one) for one in soup.select("#standen ~ .pw-table .pw-figures__of")]
    assert shown
    pairs = [("3", "4", "0", "1"), ("4", "exam", "1", "2"), ("exam", "diploma", "2", "3")]
    ratios = [
        100
        * float(held[later, f"vo:{track}::{after}"]["value"])
        / float(held[sooner, f"vo:{track}::{before}"]["value"])
        for track in ("bb", "kb", "gl", "tl")
        for before, after, sooner, later in pairs
        if (later, f"vo:{track}::{after}") in held and (sooner, f"vo:{track}::{before}") in held
    ]
    assert ratios
    for ratio in ratios:
        assert f"{ratio:.1f}".replace(".", ",") + " per 100" in [one.replace("\u202f", "") for one in shown]


def test_the_picture_of_stocks_is_not_told_as_flows(db: None, client: Client, figures: Path) -> None:
    text = str(page(client, HERE).main)
    assert "De grootste stromen" not in text
    assert "grootste gemeenschappelijke delen" in text


@pytest.mark.parametrize("query", ["begin=1890/91", "leerweg=gymnasium", "per=geloof", "gebied=ATLANTIS"])
def test_a_choice_that_is_not_there_is_refused(db: None, client: Client, figures: Path, query: str) -> None:
    assert client.get(f"{COHORT}?{query}").status_code in (400, 404)


def test_an_area_without_pupils_says_so(db: None, client: Client, figures: Path) -> None:
    soup = page(client, f"{COHORT}?gebied=PV20&begin={START}")
    assert "Geen stromen bij deze keuze" in text_of(soup)
    assert not soup.select("figure.pw-chart--sankey")


def test_without_a_release_the_index_says_which_files_and_command_are_missing(
    db: None, client: Client, no_figures: Path
) -> None:
    text = text_of(page(client, "/stromen/"))
    assert "vo-01" in text
    assert "pactwerk figures load" in text
    assert "pactwerk figures flows keep" in text
    assert client.get(COHORT).status_code == 404


def test_by_profile_it_stops_before_the_exam_which_knows_no_profiles(db: None, client: Client, figures: Path) -> None:
    soup = page(client, f"{HERE}&begin={START}&per=profile")
    (figure,) = soup.select("figure.pw-chart--sankey")
    text = text_of(figure)
    assert "leerjaar 4" in text
    assert "examenkandidaten" not in text
