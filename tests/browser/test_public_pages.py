"""Every public page in a browser: axe finds nothing, nothing sticks out, in each state a page can be in."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.checking import WIDTHS, check
from tests.cast import Cast
from tests.web import stage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PACT = f"/pacten/{stage.SLUG}/"
AREA = stage.AREA
EMPTY = ["/", "/cijfers/", "/cijfers/K03/", "/cijfers/W04/", "/uitgaven/", "/gebieden/NL/", "/gebieden/TP-OOST/"]
FULL = [
    "/",
    PACT,
    f"{PACT}doelen/",
    f"{PACT}doelen/1/",
    f"{PACT}doelen/2/",
    f"{PACT}doelen/3/",
    f"{PACT}partijen/",
    "/cijfers/",
    f"/cijfers/E01/?gebied={AREA}",
    f"/cijfers/K04/?gebied={AREA}&per=track&per=sex&periode=2023/24",
    f"/cijfers/E01/?gebied={AREA}&vergelijk=RG-WATERRIJK&vergelijk=TP-OOST",
    f"/cijfers/K04/?gebied={AREA}&per=municipality&per=profile",
    f"/cijfers/E01/kaart/?gebied={AREA}",
    f"/cijfers/E01/herkomst/?gebied={AREA}&periode=2021/22",
    "/uitgaven/",
    f"/gebieden/{AREA}/",
]
ERRORS = [
    ("/cijfers/ZZZ/", 404),
    ("/cijfers/K03/?gebied=ATLANTIS", 404),
    ("/cijfers/K03/?periode=ooit", 400),
    ("/pacten/bestaat-niet/", 404),
    ("/bestaat-niet/", 404),
]


@pytest.mark.parametrize("address", EMPTY)
def test_empty(tab: Page, no_figures: Path, address: str) -> None:
    check(tab, address)


def test_a_pact_without_anything(tab: Page, cast: Cast, no_figures: Path) -> None:
    stage.make_pact(cast.office_a)
    for address in (PACT, f"{PACT}doelen/", f"{PACT}partijen/"):
        check(tab, address)


@pytest.mark.parametrize(("prefix", "widths"), [("", WIDTHS), ("/en", WIDTHS[:1])])
def test_filled(tab: Page, scene: stage.Scene, figures: Path, prefix: str, widths: tuple[int, ...]) -> None:
    for address in FULL:
        check(tab, f"{prefix}{address}", widths=widths)


@pytest.mark.parametrize(("address", "status"), ERRORS)
def test_errors(tab: Page, db: None, no_figures: Path, address: str, status: int) -> None:
    check(tab, address, status)


def test_five_hundred_parties_and_long_names(tab: Page, cast: Cast, no_figures: Path) -> None:
    pact = stage.make_pact(cast.office_a, name=stage.LONG[:150])
    stage.add_parties(pact, 500, prefix=stage.LONG[:180])
    stage.add_exam_goal(pact, title=stage.LONG)
    for address in (PACT, f"{PACT}doelen/", f"{PACT}doelen/1/", f"{PACT}partijen/", f"{PACT}partijen/?pagina=5"):
        check(tab, address)


def test_an_archived_pact(tab: Page, scene: stage.Scene, figures: Path) -> None:
    stage.operations.archive_pact(stage.BUILDER, scene.pact)
    check(tab, PACT)
