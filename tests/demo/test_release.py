"""The demo's figures: from example files, marked everywhere, never counted for the Netherlands, loaded once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from demo.build import build_records
from demo.example_files.calendar import Calendar
from demo.example_files.cohorts import TECHNICAL, Cohorts
from demo.release import build_release, real_files

from pactwerk.basis.places import members
from pactwerk.domain.pact.models import Pact
from pactwerk.figures.releases import FigureQuery, Release, current_release
from pactwerk.progress.verdicts import State, judge

CLOCK = date(2026, 11, 22)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    patch = pytest.MonkeyPatch()
    patch.delenv("PACTWERK_SHARED", raising=False)
    build_release(folder, CLOCK, progress=str)
    patch.undo()
    return folder


def release(home: Path) -> Release:
    found = current_release(home / "figures")
    assert found is not None
    return found


def test_every_example_file_was_read_whole(home: Path) -> None:
    offered = release(home).manifest.load["offered"]
    assert len(offered) == 15
    assert [line["file"] for line in offered if line["outcome"] != "read"] == []
    assert [line["rows_refused"] for line in offered if line["rows_refused"]] == []


def test_every_example_figure_is_marked(home: Path) -> None:
    for code, area in (("K03", "RG-WATERRIJK"), ("E01", "PV99"), ("K09", "GM9901"), ("R01", "RG-WATERRIJK")):
        table = release(home).figures(FigureQuery(indicator=code, area=area, period="all"))
        assert len(table) > 0
        assert table.example
        assert {row.status for row in table} == {"voorbeeldgegevens"}
        assert table.to_csv().count("voorbeeldgegevens") == len(table)


def test_the_example_never_counts_for_the_netherlands(home: Path) -> None:
    for code in ("K03", "K07", "E03", "R01"):
        query = FigureQuery(indicator=code, area="NL", period="all", basis="computed")
        assert len(release(home).figures(query)) == 0


def test_the_figures_are_those_of_the_invented_pupils(home: Path) -> None:
    cohorts, region = Cohorts(Calendar.at(CLOCK)), set(members("RG-WATERRIJK").municipalities)
    technical = sum(
        count
        for location in cohorts.open_locations(2025)
        if location.municipality in region
        for track in ("bb", "kb", "gl")
        for cell, count in cohorts.pupils(location, track, 3, 2025).items()
        if cell.profile in TECHNICAL
    )
    table = release(home).figures(FigureQuery(indicator="K04", area="RG-WATERRIJK", period="2025/26"))
    assert [row.value for row in table] == [technical]


def test_the_sector_column_ends_in_a_break(home: Path) -> None:
    table = release(home).figures(FigureQuery(indicator="K03", area="RG-WATERRIJK", period="all"))
    assert table.breaks() == (("2022/23", "2023/24"),)


def test_loading_again_makes_no_new_release(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PACTWERK_SHARED", raising=False)
    before = release(home).id
    build_release(home, CLOCK, progress=pytest.fail)
    assert release(home).id == before


def test_the_test_default_is_not_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PACTWERK_SHARED", raising=False)
    assert real_files() is None
    monkeypatch.setenv("PACTWERK_SHARED", "somewhere")
    assert real_files() == Path("somewhere/data")


def test_real_files_take_the_place_of_the_example_and_back(
    home: Path, tmp_path: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    name = "examenkandidaten-en-geslaagden-2014-2019.csv"
    (tmp_path / "data" / name).symlink_to(shared / "duo-vo" / name)
    before = release(home).id
    monkeypatch.setenv("PACTWERK_SHARED", str(tmp_path))
    build_release(home, CLOCK, progress=str)
    assert not release(home).manifest.example
    real = release(home).figures(FigureQuery(indicator="E03", area="NL", period="all"))
    assert next(row.period for row in real) == "2014/15"
    assert not real.example
    monkeypatch.delenv("PACTWERK_SHARED")
    build_release(home, CLOCK, progress=pytest.fail)
    assert release(home).id == before


@pytest.mark.django_db
def test_the_pact_shows_every_verdict(home: Path, settings: Any) -> None:
    settings.PACTWERK_HOME = home
    settings.PACTWERK_CLOCK = CLOCK.isoformat()
    build_records(home)
    pact = Pact.objects.get(slug="techniekpact-waterrijk")
    verdicts = {(goal.indicator_code, goal.area_code): judge(goal) for goal in pact.goals.all()}
    assert {verdict.state for verdict in verdicts.values()} == set(State)
    assert verdicts["K07", "NL"].state is State.UNKNOWN
    assert not verdicts["K07", "NL"].points.example
    assert verdicts["E03", "NL"].state is State.UNKNOWN
    assert verdicts["K03", "RG-WATERRIJK"].state is State.ON_COURSE
    assert verdicts["K03", "RG-WATERRIJK"].example
    assert verdicts["E01", "RG-WATERRIJK"].state is State.ON_COURSE
    assert verdicts["K07", "RG-WATERRIJK"].state is State.BEHIND
    assert verdicts["K11", "RG-WATERRIJK"].state is State.PROGRESS
