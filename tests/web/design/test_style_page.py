"""The living style page: every component, both languages, within the budget, nothing inline."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client, RequestFactory
from django.utils.translation import override

from pactwerk.web import design
from pactwerk.web.design.tags import register
from pactwerk.web.design.templatetags import pactwerk_design
from pactwerk.web.design.verdict_words import LOOKS
from pactwerk.web.design.views import style_page

TEMPLATES = Path(design.__file__).parent / "templates"


@pytest.fixture(scope="module", params=["nl", "en"])
def page(request: pytest.FixtureRequest) -> str:
    """The page in each language; drawn once for all tests that look at it."""
    with override(request.param):
        response = style_page(RequestFactory().get("/en/ontwerp/" if request.param == "en" else "/ontwerp/"))
    return str(response.content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "language"), [("/ontwerp/", "nl"), ("/en/ontwerp/", "en")])
def test_it_stands_at_its_address_without_signing_in(client: Client, address: str, language: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()


def test_it_has_one_heading_a_language_a_skip_link_and_a_main_part(page: str) -> None:
    assert page.count("<h1") == 1
    assert re.search(r'<html lang="(nl|en)"', page)
    assert page.index('href="#inhoud"') < page.index('id="inhoud"')


def test_it_says_that_everything_is_example_data(page: str) -> None:
    assert 'class="pw-banner"' in page


def test_no_script_no_inline_style_no_foreign_address(page: str) -> None:
    assert not re.search(r"<script|\sstyle=|<style|\son[a-z]+=\"", page)
    loaded = re.findall(r'<(?:link|img|source|iframe)[^>]+(?:href|src)="([^"]+)"', page)
    assert loaded
    assert all(address.startswith("/") for address in loaded)


def test_the_page_stays_within_its_budget(page: str) -> None:
    sheets = re.findall(r'<link rel="stylesheet" href="/static/([^"]+)"', page)
    paths = [finders.find(re.sub(r"\.[0-9a-f]{12}(?=\.css)", "", sheet)) for sheet in sheets]
    assert all(isinstance(path, str) for path in paths)
    assert sum(len(gzip.compress(Path(str(path)).read_bytes())) for path in paths) <= 40 * 1024
    assert len(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page))) + 2 <= 15  # the page itself, a second font


def test_every_verdict_is_told_in_words(page: str) -> None:
    for state in LOOKS:
        badge = re.search(rf'pw-verdict--{state}">.*?<span>([^<]+)</span>', page, re.DOTALL)
        assert badge
        assert badge[1].strip()


def test_the_style_page_shows_every_tag_of_the_library() -> None:
    text = "".join(path.read_text("utf-8") for path in TEMPLATES.rglob("*.html"))
    missing = [name for name in pactwerk_design.register.tags if f"{{% {name}" not in text]
    assert set(missing) <= {"area_name", "indicator_name", "figure_text", "verdict_meaning"}
    assert register is pactwerk_design.register


@pytest.mark.django_db
def test_writing_to_the_style_page_is_refused(client: Client) -> None:
    assert client.post("/ontwerp/").status_code == 405


def test_a_reader_changes_language_on_the_same_page(page: str) -> None:
    dutch = '<html lang="nl"' in page
    other, language = ("/en/ontwerp/", "en") if dutch else ("/ontwerp/", "nl")
    assert f'href="{other}" hreflang="{language}"' in page
