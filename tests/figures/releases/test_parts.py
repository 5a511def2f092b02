"""Tables in parts, on DUO's own files: an area without all its files has no total, and the missing ones are named."""

import csv
from pathlib import Path

import pytest

from pactwerk.basis.places import municipalities
from pactwerk.figures.releases import FigureQuery, Release
from tests.figures.releases.homes import current, offer

FOLDER = "duo-po/leerlingen-po-per-gemeente-2024-10-01"
HBO = "duo-ho/03b-eerstejaars-ingeschrevenen-hbo-domein-hbo-2019.csv"
WO = "duo-ho/eerstejaars-ingeschrevenen-wo-2013-2017.csv"
DRENTHE = tuple(found.name for found in municipalities(2024) if found.province == "PV22")


def file_of(shared: Path, name: str) -> Path:
    return shared / FOLDER / f"{name} afgeschermd.csv"


@pytest.fixture(scope="module")
def release(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Release:
    """All schools of Drenthe and those of Texel."""
    home = tmp_path_factory.mktemp("parts")
    assert offer(home, *(file_of(shared, name) for name in (*DRENTHE, "Texel"))).exit_code == 0
    return current(home)


def bounds(path: Path) -> tuple[int, int]:
    """The pupils of one file, counted by hand."""
    low = high = 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            for name, text in row.items():
                if name.startswith("LEEFTIJD") and text not in ("", "0"):
                    low, high = (low + 1, high + 4) if text == "<5" else (low + int(text), high + int(text))
    return low, high


def test_a_municipality_and_a_whole_province_have_their_figures(release: Release, shared: Path) -> None:
    (texel,) = release.figures(FigureQuery("P01", "GM0448", "all")).rows
    assert (texel.low, texel.high) == bounds(file_of(shared, "Texel"))
    (drenthe,) = release.figures(FigureQuery("P01", "PV22", "all")).rows
    every = [bounds(file_of(shared, name)) for name in DRENTHE]
    assert (drenthe.low, drenthe.high) == (sum(low for low, _ in every), sum(high for _, high in every))
    assert drenthe.concept == "school"
    assert len(drenthe.sources) == len(DRENTHE)
    assert [source.file for source in texel.sources] == ["Texel afgeschermd.csv"]


def test_an_area_with_a_missing_file_has_no_total_and_says_which(release: Release) -> None:
    for area in ("NL", "PV27", "LD01"):
        table = release.figures(FigureQuery("P01", area, "all"))
        assert not table.rows
        assert any("ontbreken" in note for note in table.notes)
    towns = release.figures(FigureQuery("P01", "NL", "all", ("municipality",)))
    assert {row.by["municipality"] for row in towns} == {
        *(found.code for found in municipalities(2024) if found.province == "PV22"),
        "GM0448",
    }
    provinces = release.figures(FigureQuery("P01", "NL", "all", ("province",)))
    assert [row.by["province"] for row in provinces] == ["PV22"]


def test_where_pupils_live_is_not_known_from_some_files(release: Release) -> None:
    for area in ("GM0448", "PV22", "NL"):
        assert not release.figures(FigureQuery("P01", area, "all", definition="woongemeente")).rows


def test_lines_behind_a_figure_by_age(release: Release, shared: Path) -> None:
    lines = file_of(shared, "Texel").read_text(encoding="utf-8-sig").splitlines()
    header = next(csv.reader(lines[:1], delimiter=";"))
    for row in release.explain(FigureQuery("P01", "GM0448", "all", ("age",))):
        (source,) = [found for found in row.sources if found.rows]
        numbers = [n for part in (source.rows or "").split(",") for n in _range(part)]
        name = {"<4": "LEEFTIJD_JONGER", ">24": "LEEFTIJD_OUDER"}.get(row.by["age"], f"LEEFTIJD_{row.by['age']}")
        place = next(i for i, head in enumerate(header) if head.replace("LEEFTIJD_0", "LEEFTIJD_") == name)
        texts = [next(csv.reader([lines[n - 1]], delimiter=";"))[place] for n in numbers]
        assert sum(1 if text == "<5" else int(text) for text in texts) == row.low


def _range(part: str) -> range:
    first, _, last = part.partition("-")
    return range(int(first), int(last or first) + 1)


def test_a_total_of_hbo_and_wo_needs_both_files(shared: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert offer(home, shared / HBO).exit_code == 0
    alone = current(home).figures(FigureQuery("L11", "NL", "all", definition="croho-techniek"))
    assert not alone.rows
    assert any(" wo " in note for note in alone.notes)
    assert offer(home, shared / WO).exit_code == 0
    both = current(home).figures(FigureQuery("L11", "NL", "all", definition="croho-techniek"))
    assert [row.period for row in both] == ["2015/16", "2016/17", "2017/18"]
    assert all(len(row.sources) == 2 for row in both)
