"""A real Chromium on a live server, with the axe checker; skipped where no browser is installed (never on CI)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.web.conftest import example_home, figures, no_figures, scene

__all__ = ["example_home", "figures", "no_figures", "scene"]


# Playwright runs an event loop in this thread; Django then refuses its synchronous database calls unless told.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
QUIET = (
    "--no-sandbox --disable-dev-shm-usage --disable-gpu --force-prefers-reduced-motion --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
)
"""Runs as root, and asks nothing of a network that is not there."""


def chromium() -> str | None:
    """Where a Chromium is installed, under any of its names."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium on the path")
        pytest.skip("no Chromium on the path")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=QUIET.split())
        yield started
        started.close()


@pytest.fixture(scope="session", autouse=True)
def static_folder() -> None:
    """The folder of collected files exists, so that the server does not warn; the files come from their sources."""
    Path(django_settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture
def context(browser: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A fresh session on the live server, JavaScript on as axe needs it."""
    opened = browser.new_context(base_url=live_server.url, locale="nl-NL")
    yield opened
    opened.close()


@pytest.fixture
def tab(context: BrowserContext) -> Page:
    """A page of the session; a fault in the browser's console or a missing file fails the test."""
    return context.new_page()
