"""Every public address: open to everybody, in both languages, for reading only."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from pactwerk.figures.releases import current_release
from pactwerk.web.public.urls import urlpatterns
from tests.web import stage

ARGUMENTS = {
    "home": [],
    "pact": [stage.SLUG],
    "goals": [stage.SLUG],
    "goal": [stage.SLUG, 1],
    "goal_csv": [stage.SLUG, 1],
    "goal_json": [stage.SLUG, 1],
    "parties": [stage.SLUG],
    "catalogue": [],
    "indicator": ["K04"],
    "indicator_csv": ["K04"],
    "indicator_json": ["K04"],
    "map": ["K04"],
    "provenance": ["K04"],
    "releases": [],
    "flows": [],
    "chain": [],
    "flow": ["vo-mbo-2010"],
    "flow_csv": ["vo-mbo-2010"],
    "flow_json": ["vo-mbo-2010"],
    "area": ["NL"],
    "reach": [],
    "reach_closing": [],
    "reach_sizes": [],
}
OF_A_SCHOOL = {"school", "school_csv"}
OF_REACH = {f"{name}_{form}" for name in ("reach", "reach_closing", "reach_sizes") for form in ("csv", "json")}
"""Without a release there is nothing to download: `test_reach*` asks for them where there is one."""
OF_A_RELEASE = {"quality", "quality_json", "quality_csv"}


def test_every_address_is_listed_here() -> None:
    assert {pattern.name for pattern in urlpatterns} == {*ARGUMENTS, *OF_A_RELEASE, *OF_A_SCHOOL, *OF_REACH}


@pytest.mark.parametrize("name", sorted(OF_A_RELEASE))
def test_everybody_may_read_of_a_release_in_both_languages(db: None, client: Client, figures: Path, name: str) -> None:
    release = current_release(figures / "figures")
    assert release
    for language in ("nl", "en"):
        with override(language):
            address = reverse(f"public:{name}", args=[release.id])
        response = client.get(address)
        assert response.status_code == 200
        assert response["Content-Language"] == language
        assert not response.cookies
        assert client.post(address).status_code == 405


@pytest.mark.parametrize("name", ARGUMENTS)
def test_everybody_may_read_in_both_languages(scene: stage.Scene, client: Client, no_figures: Path, name: str) -> None:
    for language in ("nl", "en"):
        with override(language):
            address = reverse(f"public:{name}", args=ARGUMENTS[name])
        assert address.startswith("/en/") == (language == "en")
        response = client.get(address)
        assert response.status_code == 200
        assert response["Content-Language"] == language


@pytest.mark.parametrize("name", ARGUMENTS)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_sent(db: None, client: Client, name: str, method: str) -> None:
    response = getattr(client, method)(reverse(f"public:{name}", args=ARGUMENTS[name]))
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_no_public_page_sets_a_cookie(scene: stage.Scene, client: Client, no_figures: Path) -> None:
    for name, arguments in ARGUMENTS.items():
        assert not client.get(reverse(f"public:{name}", args=arguments)).cookies, name
