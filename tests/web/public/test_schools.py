"""The page of a school: what it came from, what it became, and its technical figures with an independent count."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from pactwerk.figures.releases.managing import Options, load
from tests.web.reading import figure_tables, page, shown_values, text_of

PUPILS = "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2017-2018.csv"


@pytest.fixture(scope="module")
def real_home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A product home with one pupils file and the registers of schools."""
    home = tmp_path_factory.mktemp("schools-home")
    names = (PUPILS, "OVERGANGEN_*.csv", "Dec_brinnummer.asc", "Dec_brinvestigingsnummer.asc")
    paths = [next(iter(sorted(shared.rglob(name)))) for name in names]
    assert load(home / "figures", paths, Options()).made
    return home


@pytest.fixture
def schools(real_home: Path, settings: Settings) -> Path:
    settings.PACTWERK_HOME = real_home
    return real_home


def test_a_merger_is_told_with_day_and_line_and_leads_on(db: None, client: Client, schools: Path) -> None:
    soup = page(client, "/cijfers/scholen/16TF/")
    text = text_of(soup)
    assert "1 augustus 2016: fusie" in text
    assert "regel 4596" in text
    assert "1900" not in text  # what DUO writes where it does not know the day is not an opening
    link = soup.find("a", string="03PB")
    assert link
    assert "Waaruit deze school ontstond" in text_of(page(client, str(link["href"])))


def technical(path: Path, brin: str) -> dict[str, tuple[int, int]]:
    """Per location the third-years of bb/kb/gl in the sector technology and all of them, counted here."""
    found: dict[str, Counter[str]] = {}
    with path.open(encoding="cp1252", newline="") as handle:
        for line in csv.DictReader(handle, delimiter=";"):
            kind = line["ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR"]
            if line["BRIN NUMMER"] != brin or not kind.startswith("VMBO") or "TL" in kind.split():
                continue
            count = sum(int(line[f"LEER- OF VERBLIJFSJAAR 3 - {sex}"] or 0) for sex in ("MAN", "VROUW"))
            place = found.setdefault(f"{brin}{int(line['VESTIGINGSNUMMER']):02d}", Counter())
            place["all"] += count
            place["tech"] += count if line["VMBO SECTOR"].upper() == "TECHNIEK" else 0
    return {location: (counts["tech"], counts["all"]) for location, counts in found.items()}


def test_the_technical_figures_are_those_of_the_file(db: None, client: Client, schools: Path, shared: Path) -> None:
    text = client.get("/cijfers/scholen/01MU.csv").content.decode()
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["indicator"] == "K03"]
    assert rows
    counted = technical(next(iter(shared.rglob(PUPILS))), "01MU")
    for row in rows:
        assert (int(row["numerator"]), int(row["denominator"])) == counted[row["area"]]
    (table,) = figure_tables(page(client, "/cijfers/scholen/01MU/"))
    assert len(shown_values(table)) == len(rows)


@pytest.mark.parametrize("code", ["99ZZ", "niets", "16T"])
def test_an_unknown_school_is_explained(db: None, client: Client, schools: Path, code: str) -> None:
    assert "16TF" in text_of(page(client, f"/cijfers/scholen/{code}/", 404).main)


def test_without_a_release_it_says_so(db: None, client: Client, no_figures: Path) -> None:
    assert "nog geen uitgave" in text_of(page(client, "/cijfers/scholen/16TF/", 404).main)
