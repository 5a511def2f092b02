"""The pages about reach in a browser, filled with real files and without any."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pytest_django import Settings

from tests.browser.checking import WIDTHS, check
from tests.figures.reach.conftest import reach_home  # noqa: F401 -- a fixture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FILLED = (
    "/bereik/?gebied=PV27&km=5&profiel=MVI",
    "/bereik/sluiting/?gebied=GM0361&profiel=PIE&sluit=01XF01",
    "/bereik/groepsgrootte/?gebied=PV27&minimum=15&apart=on",
)


def test_without_files(tab: Page, no_figures: Path) -> None:
    for address in ("/bereik/", "/bereik/sluiting/", "/bereik/groepsgrootte/"):
        check(tab, address, widths=WIDTHS[:1])


def test_filled(tab: Page, reach_home: Path, settings: Settings) -> None:  # noqa: F811 -- the fixture
    settings.PACTWERK_HOME = reach_home
    for address in FILLED:
        check(tab, address)
    check(tab, "/bereik/sluiting/?gebied=GM0361", widths=WIDTHS[:1])
    check(tab, "/bereik/?km=veel", 400, widths=WIDTHS[:1])
