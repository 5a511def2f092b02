"""Figures for the matrix: it judges who may, so the engine itself answers that all is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from pactwerk.basis.places import DatedMember, EnteredArea
from pactwerk.figures.releases import corrections, entering, managing
from pactwerk.figures.releases.home import Home
from pactwerk.foundation.accounts.models import Office
from pactwerk.progress.home import figures_home
from pactwerk.progress.releases import starting
from pactwerk.progress.releases.uploads import Choices, Reading, Upload, UploadStore

ACTS = ("make_current", "go_back", "withdraw", "reinstate", "discard")


@pytest.fixture(autouse=True)
def figures_do_as_told(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of its own; acts on releases succeed without a release, and no reader is started."""
    settings.PACTWERK_HOME = tmp_path
    for name in ACTS:
        monkeypatch.setattr(managing, name, lambda *_args: None)
    monkeypatch.setattr(starting, "start_reader", lambda *_args: None)


def csv_file() -> SimpleUploadedFile:
    """Something to upload."""
    return SimpleUploadedFile("leerlingen.csv", b"BRIN NUMMER;VESTIGINGSNUMMER\r\n")


def a_killed_upload() -> Upload:
    """An upload whose reader is gone."""
    root, name = figures_home(), "leerlingen.csv"
    root.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(b"BRIN NUMMER\r\n")
    upload = UploadStore(root).add("user:1", {name: root / name}, Choices())
    UploadStore(root).write_reading(upload, Reading("reading", 1, 3))
    return upload


def an_area_csv(office: Office) -> dict[str, str]:
    """A sheet with one area of an office."""
    return {"text": f"code,naam,soort,gemeente\nSTO-{office.slug},Regio,sto-regio,GM0361\n", "name": "gebieden.csv"}


def an_entered_area(office: Office) -> str:
    """The code of an area that the office entered."""
    found = EnteredArea(f"DR-{office.slug}".upper(), "Deel", "deelregio", office.slug, (DatedMember("GM0361"),))
    entering.enter(figures_home(), [found], may=lambda _known: True)
    return found.code


def a_correction() -> str:
    """The id of a correction that counts."""
    claim = corrections.Claim("00AH00", "postcode4", "1811", "verhuisd")
    return corrections.correct(figures_home(), claim, by="user:1").id


def with_a_release() -> tuple[()]:
    """No arguments, in a home that has a current release as far as its name goes."""
    figures_home().mkdir(parents=True, exist_ok=True)
    Home(figures_home()).switch_to("een")
    return ()
