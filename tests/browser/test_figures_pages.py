"""The desk's pages of figures and the quality report in a browser: axe, narrow screens, without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from pactwerk.figures.releases import current_release
from pactwerk.foundation.accounts.models import Office
from pactwerk.progress.releases.uploads import Choices, Reading, UploadStore
from tests.browser.checking import WIDTHS, check, check_here, enter
from tests.cast import Cast
from tests.progress.releases.conftest import example_files, read_at_once

__all__ = ["example_files", "read_at_once"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESK = "/bureau/cijfers/"
READ = ("", "tabellen/", "correcties/", "gebieden/")
PAGES = (*READ, "laden/", "correcties/nieuw/", "gebieden/nieuw/", "gebieden/inlezen/")


@pytest.fixture
def manager(context: BrowserContext, live_server: LiveServer, cast: Cast) -> Cast:
    """Alice, who manages the only office."""
    Office.objects.exclude(slug="bureau-a").delete()
    enter(context, cast.alice, live_server.url)
    return cast


@pytest.mark.parametrize(("prefix", "widths"), [("", WIDTHS), ("/en", WIDTHS[:1])])
def test_every_page(tab: Page, manager: Cast, no_figures: Path, prefix: str, widths: tuple[int, ...]) -> None:
    for address in PAGES:
        check(tab, f"{prefix}{DESK}{address}", widths=widths)


def test_with_a_release(tab: Page, manager: Cast, figures: Path) -> None:
    release = current_release(figures / "figures")
    assert release
    check(tab, DESK)
    check(tab, f"{DESK}uitgaven/{release.id}/intrekken/")
    check(tab, f"/cijfers/uitgaven/{release.id}/kwaliteit/")
    check(tab, "/cijfers/scholen/98AB/")


FORMS = ("laden/", "correcties/nieuw/", "gebieden/nieuw/", "gebieden/inlezen/")


def test_every_form_with_its_errors(tab: Page, manager: Cast, no_figures: Path) -> None:
    for address in FORMS:
        tab.goto(f"{DESK}{address}")
        tab.locator("form.pw-form button[type=submit]").click()
        assert "Fout" in tab.title()
        check_here(tab)


BAD = [{"row": n, "column": "LEERJAAR", "reason": f"'{n}x' is geen getal"} for n in range(2, 30)]
LINE = {
    "file": "een-zeer-lange-naam-van-een-bestand-zoals-uitgevers-ze-maken-2018-2019-definitief-versie-2.csv",
    "outcome": "refused", "table": "vo_pupils", "edition": "2018/19", "rows_read": 27181, "observations": 0,
    "reason": "De kolom AFDELING ontbreekt.", "warnings": ["de laatste regel is leeg"], "rows_refused": BAD,
}  # fmt: skip
READINGS = (
    Reading("reading", 2, 5, reason_nl="lezen"),
    Reading("failed", reason_nl="Het lezen is onverwacht gestopt."),
    Reading("read", lines=({"nl": LINE, "en": LINE},)),
)


def test_an_upload_in_every_state(tab: Page, manager: Cast, tmp_path: Path, settings: Settings) -> None:
    settings.PACTWERK_HOME = tmp_path
    store = UploadStore(tmp_path / "figures")
    upload = store.add(f"user:{manager.alice.pk}", {}, Choices(example=True))
    address = f"{DESK}laden/{upload.id}/"
    for reading in READINGS:
        store.write_reading(upload, reading)
        check(tab, address)
    with store.held(upload):
        store.write_reading(upload, READINGS[0])
        check(tab, address)
    check(tab, DESK)
    store.close(upload, "discarded")
    check(tab, address)


def test_what_is_not_there_or_not_allowed(
    context: BrowserContext, tab: Page, live_server: LiveServer, cast: Cast, no_figures: Path
) -> None:
    enter(context, cast.carol, live_server.url)
    check(tab, f"{DESK}laden/", 403)
    for address in (f"{DESK}laden/bestaat-niet/", "/cijfers/uitgaven/geen/kwaliteit/", "/cijfers/scholen/00XX/"):
        check(tab, address, 404)


def test_upload_and_make_current_without_javascript(  # noqa: PLR0917 -- pytest passes them by name
    context: BrowserContext,
    live_server: LiveServer,
    manager: Cast,
    tmp_path: Path,
    settings: Settings,
    example_files: Path,
    read_at_once: None,
    tab: Page,
) -> None:
    settings.PACTWERK_HOME = tmp_path
    assert context.browser
    plain = context.browser.new_context(base_url=live_server.url, java_script_enabled=False)
    enter(plain, manager.alice, live_server.url)
    page = plain.new_page()
    page.goto(f"{DESK}laden/")
    page.locator("#id_offered").set_input_files(sorted(example_files.glob("*leerlingen*2018*.csv")))
    page.get_by_label("Dit zijn voorbeeldgegevens").check()
    page.get_by_role("button", name="Laad en bekijk").click()
    check(tab, page.url)
    page.get_by_text("Maak actueel", exact=True).click()
    page.get_by_role("button", name="Ja, maak deze cijfers actueel").click()
    assert "is nu actueel" in page.content()
    assert current_release(tmp_path / "figures")
    plain.close()
