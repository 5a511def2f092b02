"""Every desk page in a browser: axe, narrow screens, and the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from pactwerk.domain.pact.models import Goal
from tests.browser.checking import WIDTHS, axe_faults, check, enter
from tests.cast import Cast
from tests.web import stage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESK = f"/bureau/pacten/{stage.SLUG}/"
FORMS = ("beginpunt", "streefwaarde", "eigen-cijfer", "verhaal", "invullen")
PAGES = ("/bureau/", DESK, f"{DESK}doelen/1/", f"{DESK}doelen/2/", f"{DESK}doelen/3/")


@pytest.fixture
def signed_in(context: BrowserContext, live_server: LiveServer, cast: Cast) -> Cast:
    """Bob, editor of office A, at his desk."""
    enter(context, cast.bob, live_server.url)
    return cast


@pytest.mark.parametrize(("prefix", "widths"), [("", WIDTHS), ("/en", WIDTHS[:1])])
def test_every_page(  # noqa: PLR0917 -- pytest passes them by name
    tab: Page, signed_in: Cast, scene: stage.Scene, no_figures: Path, prefix: str, widths: tuple[int, ...]
) -> None:
    for address in (*PAGES, *(f"{DESK}doelen/1/{form}/" for form in FORMS)):
        check(tab, f"{prefix}{address}", widths=widths)


def test_a_reader_and_an_outsider(  # noqa: PLR0917 -- pytest passes them by name
    context: BrowserContext, tab: Page, live_server: LiveServer, cast: Cast, scene: stage.Scene, no_figures: Path
) -> None:
    enter(context, cast.carol, live_server.url)
    check(tab, DESK)
    check(tab, f"{DESK}doelen/1/verhaal/", 403)
    enter(context, cast.charlie, live_server.url)
    check(tab, "/bureau/")
    check(tab, DESK, 404)


def test_the_errors_of_a_form(tab: Page, signed_in: Cast, scene: stage.Scene, no_figures: Path) -> None:
    tab.goto(f"{DESK}doelen/1/eigen-cijfer/")
    tab.get_by_role("button", name="Leg vast").click()
    assert tab.get_by_role("alert").is_visible()
    assert not axe_faults(tab)
    tab.locator("#fouten a").first.click()
    assert tab.evaluate("document.activeElement.id || location.hash") in ("id_period", "#id_period")


def test_choosing_a_baseline_with_the_keyboard_alone(
    tab: Page, signed_in: Cast, scene: stage.Scene, no_figures: Path
) -> None:
    tab.goto(f"{DESK}doelen/2/beginpunt/")
    tab.keyboard.press("Tab")
    assert "inhoud" in str(tab.evaluate("document.activeElement.getAttribute('href')"))
    for _step in range(40):
        if tab.evaluate("document.activeElement.id") == "id_period":
            break
        tab.keyboard.press("Tab")
    tab.keyboard.type("2022/23")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/doelen/2/")
    assert Goal.objects.get(pk=scene.doubling.pk).baseline_period == "2022/23"


def test_works_without_javascript(
    signed_in: Cast, context: BrowserContext, live_server: LiveServer, scene: stage.Scene, no_figures: Path
) -> None:
    assert context.browser
    plain = context.browser.new_context(base_url=live_server.url, java_script_enabled=False)
    enter(plain, signed_in.bob, live_server.url)
    page = plain.new_page()
    page.goto(f"{DESK}doelen/1/verhaal/")
    page.get_by_label("Het verhaal achter de curve").fill("Zonder script geschreven.")
    page.get_by_role("button", name="Bewaren").click()
    assert "Het verhaal is opgeslagen" in page.content()
    plain.close()
