"""The pages about reach: what they show, their files, what they say when something is missing or wrong."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.figures.reach.conftest import reach_home, real  # noqa: F401 -- fixtures
from tests.web import stage
from tests.web.reading import page, text_of

PAGES = ("/bereik/", "/bereik/sluiting/", "/bereik/groepsgrootte/")
NH = "gebied=PV27&km=10&profiel=PIE"


@pytest.fixture
def filled(reach_home: Path, settings: Settings) -> Path:  # noqa: F811 -- the fixture
    settings.PACTWERK_HOME = reach_home
    return reach_home


@pytest.mark.parametrize("address", PAGES)
def test_before_any_figures_it_says_so(db: None, client: Client, no_figures: Path, address: str) -> None:
    assert "Er is nog geen uitgave van cijfers" in text_of(page(client, address))


@pytest.mark.parametrize("address", PAGES[:2])
def test_what_is_not_loaded_is_named(db: None, client: Client, figures: Path, address: str) -> None:
    text = text_of(page(client, address))
    assert "Laad de leerlingen po per gemeente" in text
    assert "ligging van viercijferige postcodes" in text


def test_reach_of_a_province(db: None, client: Client, filled: Path) -> None:
    text = text_of(page(client, f"/bereik/?{NH}"))
    assert "Noord-Holland: leerlingen binnen bereik, per profiel" in text
    assert "hemelsbreed" in text
    assert "Dit is bereik en niet K22" in text
    assert "K22 vraagt het bestand" in text
    assert "postcode_coords.csv" in text


def test_the_files_are_the_tables(db: None, client: Client, filled: Path) -> None:
    for part, column in (("profielen", "profile"), ("gemeenten", "municipality"), ("postcodes", "postcode4")):
        data = client.get(f"/bereik/cijfers.csv?{NH}&deel={part}").content.decode()
        rows = list(csv.DictReader(io.StringIO(data)))
        assert rows
        assert any(row[column] for row in rows)
        twin = json.loads(client.get(f"/bereik/cijfers.json?{NH}&deel={part}").content)
        assert len(twin) == len(rows)
    assert client.get(f"/bereik/cijfers.csv?{NH}&deel=k22").status_code == 404
    assert client.get(f"/bereik/cijfers.csv?{NH}&deel=niets").status_code == 404


def test_a_closing_is_chosen_by_name_and_told_as_counts(db: None, client: Client, filled: Path) -> None:
    soup = page(client, "/bereik/sluiting/?gebied=GM0361&profiel=PIE")
    boxes = {str(box["value"]): box for box in soup.select("input[name=sluit]")}
    assert set(boxes) == {"01XF01", "02QX03"}
    assert "Nog niets gekozen" in text_of(soup)
    assert "Kies hierboven welke vestigingen sluiten" in text_of(soup)
    assert "kleiner dan Nederland" in text_of(page(client, "/bereik/sluiting/?gebied=NL"))
    answer = page(client, f"/bereik/sluiting/?{NH}&sluit=01XF01&km=10")
    text = text_of(answer)
    assert "Sluit: osg Willem Blaeu" in text
    assert "Valt buiten bereik" in text
    lines = answer.select("#wie ~ div tbody tr")
    rows = list(csv.DictReader(io.StringIO(client.get(f"/bereik/sluiting.csv?{NH}&sluit=01XF01").content.decode())))
    homes = [row for row in rows if row["postcode4"]]
    assert len(lines) == len(homes) > 0
    assert {row["unit"] for row in homes} == {"leerlingen"}


def test_group_sizes_with_a_minimum(db: None, client: Client, filled: Path) -> None:
    text = text_of(page(client, "/bereik/groepsgrootte/?gebied=GM0361&minimum=20"))
    assert "Minimum 20" in text
    assert "onder het minimum" in text
    assert "2016/17" in text
    assert "Een aanwijzing, geen prognose" in text
    assert client.get("/bereik/groepsgrootte.csv?gebied=GM0361").status_code == 200


def test_group_sizes_need_no_points(db: None, client: Client, figures: Path) -> None:
    text = text_of(page(client, f"/bereik/groepsgrootte/?gebied={stage.AREA}"))
    assert "voorbeeldgegevens" in text.lower()
    assert "Laad de leerlingen po per gemeente" in text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/bereik/?km=veel", "is geen getal"),
        ("/bereik/?km=0", "Een afstand is meer dan 0"),
        ("/bereik/?km=nan", "is geen getal"),
        ("/bereik/?gebied=ATLANTIS", "ATLANTIS"),
        ("/bereik/?profiel=XX", "Profiel 'XX' is onbekend"),
        ("/bereik/?leeftijd=99", "Kies leeftijden"),
        ("/bereik/sluiting/?gebied=PV27&ook=99ZZ99", "99ZZ99"),
        ("/bereik/sluiting/?gebied=PV27&opent=01XF01", "01AB00:BWI"),
        ("/bereik/groepsgrootte/?gebied=PV27&minimum=x", "heel getal"),
        ("/bereik/groepsgrootte/?gebied=PV27&leerjaar=9", "leerjaar 3 of 4"),
    ],
)
def test_a_wrong_question_keeps_the_form_and_says_what_is_right(
    db: None, client: Client, filled: Path, address: str, words: str
) -> None:
    soup = page(client, address, status=400)
    assert words in text_of(soup)
    assert soup.select_one("form.pw-filter select[name=gebied]")


def test_the_indicators_lead_to_reach(db: None, client: Client, figures: Path) -> None:
    for code in ("K20", "K21", "K22"):
        soup = page(client, f"/cijfers/{code}/")
        assert soup.select_one('a[href$="/bereik/"]')
