"""A real Chromium on a live server, with the axe checker; skipped where no browser is installed (never on CI)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.cast import Cast
from tests.web import stage

# Playwright runs an event loop in this thread; Django then refuses its synchronous database calls unless told.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


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
        arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--force-prefers-reduced-motion"]
        started = playwright.chromium.launch(executable_path=path, args=arguments)
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


@pytest.fixture(scope="session")
def example_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A product home with a release of the example files, made once."""
    home = tmp_path_factory.mktemp("example-home")
    stage.load_example(home)
    return home


@pytest.fixture
def figures(example_home: Path, settings: Settings) -> Path:
    """The pages read the example release."""
    settings.PACTWERK_HOME = example_home
    return example_home


@pytest.fixture
def no_figures(tmp_path: Path, settings: Settings) -> Path:
    """The pages find no release at all."""
    settings.PACTWERK_HOME = tmp_path
    return tmp_path


@pytest.fixture
def scene(cast: Cast) -> stage.Scene:
    """A pact of office A."""
    return stage.make_scene(cast.office_a)
