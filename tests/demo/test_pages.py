"""The demo in the browser: every published series and every goal has a page, spans included."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from demo.build import build_records
from django.test import Client

from pactwerk.domain.pact.models import Goal
from pactwerk.figures.indicators import catalogue
from pactwerk.figures.indicators.published import published_values

pytestmark = pytest.mark.django_db
KNOWN = {entry.code for entry in catalogue()}
# the series that hold something else than plain years: spans, quarters, *begin 2016*, periods nobody names
HARD = sorted(
    {
        (value.indicator, value.area)
        for value in published_values()
        if value.indicator in KNOWN and not re.fullmatch(r"\d{4}(/\d\d)?", value.period)
    }
)


@pytest.fixture(autouse=True)
def own_home(settings: Any, tmp_path: Path) -> None:
    settings.PACTWERK_HOME = tmp_path


@pytest.mark.parametrize(("code", "area"), HARD)
def test_a_published_series_with_spans_or_quarters_has_a_page(client: Client, code: str, area: str) -> None:
    page = client.get(f"/cijfers/{code}/?gebied={area}")
    assert page.status_code == 200


def test_a_span_stands_in_the_table(client: Client) -> None:
    page = client.get("/cijfers/K07/?gebied=NL").content.decode()
    assert "2014/15-2016/17" in page
    download = client.get("/cijfers/K07.csv?gebied=NL").content.decode()
    assert "2014/15-2016/17" in download


def test_every_goal_has_a_page_without_any_release(client: Client, tmp_path: Path) -> None:
    build_records(tmp_path)
    for goal in Goal.objects.select_related("pact").exclude(kind="nog_in_te_vullen", pact__example=False):
        page = client.get(f"/pacten/{goal.pact.slug}/doelen/{goal.number}/")
        assert page.status_code == 200, goal
        assert goal.pact.example == ("voorbeeld" in page.content.decode().lower())
