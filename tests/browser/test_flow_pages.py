"""The pages of flows in a browser: axe, widths, keyboard, forced colours, in each state they can be in."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from pactwerk.web.public.flows import views
from pactwerk.web.public.flows.asking import Choices, FlowSource
from tests.browser.checking import NARROWEST, WIDTHS, check, sideways
from tests.web import stage
from tests.web.design.flows import flow, many

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

COHORT = f"/stromen/schijncohort-vmbo/?gebied={stage.AREA}"
PASSAGE = "/stromen/vo-mbo-2010/"
NODE = f"{PASSAGE}?knoop=1.mbo#knoop"


def show(monkeypatch: pytest.MonkeyPatch, found: object) -> str:
    """Put a flow of our own among what can be seen; its page is the product's own."""
    source = FlowSource("proef", "Proef", "Proef.", "proef", Choices(), lambda _asked: found, "/stromen/proef/")  # type: ignore[arg-type, return-value]  # a Flow
    monkeypatch.setattr(views, "find_source", lambda _code: source)
    return "/stromen/proef/"


def test_without_a_release(tab: Page, db: None, no_figures: Path) -> None:
    check(tab, PASSAGE)
    for address in ("/stromen/", "/stromen/keten/"):
        check(tab, address, widths=WIDTHS[:1])


def test_filled(tab: Page, scene: stage.Scene, figures: Path) -> None:
    check(tab, f"{COHORT}&per=sex")
    for address in ("/stromen/", f"/en{COHORT}", f"/stromen/keten/?gebied={stage.AREA}"):
        check(tab, address, widths=WIDTHS[:1])


def test_one_link_with_long_names_hidden_cells_and_the_mark_of_example_data(
    tab: Page, no_figures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = flow({(0, "a", "b"): (1, 4)}, words={"a": stage.LONG, "b": stage.LONG}, example=True)
    check(tab, show(monkeypatch, found), widths=WIDTHS[:1])
    assert "voorbeeldgegevens" in str(tab.locator("svg.pw-svg:visible").text_content())


def test_nothing_at_all(tab: Page, no_figures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(tab, show(monkeypatch, flow({})), widths=WIDTHS[:1])


def test_five_hundred_links(tab: Page, no_figures: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Axe has seen each part of this page on the others; a table this long takes it minutes."""
    found = many(40)
    assert len(found.links) > 500
    address = show(monkeypatch, found)
    for width in (NARROWEST, *WIDTHS):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.goto(address)
        assert sideways(tab) == []
    assert tab.locator("tr[id^=verband-]").count() == len(found.links)


def test_the_keyboard_reaches_a_node_and_opens_its_numbers(tab: Page, db: None, no_figures: Path) -> None:
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(PASSAGE)
    tab.locator(".pw-chart__skip").focus()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('svg.pw-svg') !== null")
    assert "→" in tab.evaluate("document.activeElement.getAttribute('aria-label')")
    outline = tab.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    tab.locator("svg.pw-svg:visible a[href*=knoop]").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**knoop=**")
    assert tab.locator("section.pw-node table").count() >= 1


def test_the_drawing_can_be_skipped(tab: Page, db: None, no_figures: Path) -> None:
    tab.goto(PASSAGE)
    skip = tab.locator(".pw-chart__skip")
    skip.focus()
    assert skip.bounding_box()["height"] > 10  # type: ignore[index]  # it is visible once focused
    tab.keyboard.press("Enter")
    assert tab.url.endswith("-na")
    tab.keyboard.press("Tab")
    assert not tab.evaluate("document.activeElement.closest('svg.pw-svg') !== null")


def test_in_forced_colours_bands_and_names_stay(
    browser: Browser, live_server: LiveServer, db: None, no_figures: Path
) -> None:
    page = browser.new_page(base_url=live_server.url, forced_colors="active", viewport={"width": 1280, "height": 900})
    page.goto(PASSAGE)
    script = "e => getComputedStyle(e).stroke"
    strokes = set(page.locator("svg.pw-svg:visible a path[stroke-width]").evaluate_all(f"all => all.map({script})"))
    assert len(strokes) > 1, "each band keeps its own colour"
    page.close()


def test_it_can_be_read_without_scripts(browser: Browser, live_server: LiveServer, db: None, no_figures: Path) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(NODE)
    assert page.locator("section.pw-node").is_visible()
    assert page.locator("svg.pw-svg:visible").count() == 1
    context.close()
