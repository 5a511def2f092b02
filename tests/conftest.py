"""What every test may ask for: the publisher files and the cast."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.core.cache import cache
from django.utils import translation
from pytest_django import DjangoDbBlocker, Settings

from tests import database, prepared, write_guard
from tests.cast import Cast, make_cast

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("PACTWERK_SHARED") or ROOT.parent / "shared")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=("sqlite", "postgres"), default="sqlite", help="what the tests run on")


# a busy machine makes slow examples, which says nothing about them
hypothesis.settings.register_profile("busy", suppress_health_check=[hypothesis.HealthCheck.too_slow], deadline=None)
hypothesis.settings.load_profile("busy")


def pytest_configure() -> None:
    prepared.install()
    write_guard.install()
    database.let_tests_flush()


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    return database.run_again_on_postgres(config)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    database.keep_database_tests(config, items)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        prepared.keep()


@pytest.fixture(autouse=True)
def quick_and_private(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every test has a cache of its own and a mail box in memory; passwords are hashed quickly, not safely."""
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {name: {"BACKEND": memory, "LOCATION": name} for name in ("default", "charts")}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "media"
    settings.STATIC_ROOT = tmp_path_factory.getbasetemp() / "static"
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True  # static files straight from the source
    cache.clear()


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    """A request in English leaves its language behind in the thread; every test starts in Dutch."""
    with translation.override("nl"):
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real publisher files; on CI it must be there."""
    if not (SHARED / "data").is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"no publisher files in {SHARED}: set PACTWERK_SHARED")
        pytest.skip("no publisher files: set PACTWERK_SHARED")
    return SHARED / "data"


@pytest.fixture
def cast(db: None) -> Cast:
    """Alice manages office A, Bob edits it, Carol reads it; Charlie manages another office; Dirk runs the platform."""
    return make_cast()
