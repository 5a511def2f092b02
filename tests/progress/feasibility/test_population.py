"""The agreed 77 boards beside the boards that the address files count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from pactwerk.domain.pact.models import Goal
from pactwerk.progress.feasibility import population_of
from tests.cast import Cast
from tests.factories.pacts import make_goal, make_pact


def _goal(cast: Cast, **facts: Any) -> Goal:
    return make_goal(cast, make_pact(cast, area="TP-NOORD"), population_indicator="R01", **facts)


def test_the_agreed_number_can_no_longer_be_reached(cast: Cast, figures: Path) -> None:
    found = population_of(_goal(cast, agreed_population=77))
    assert found is not None
    assert [row.period for row in found.table] == ["2013-06", "2020-12"]
    assert found.latest is not None
    assert found.name.startswith("Schoolbesturen")
    assert (found.agreed, found.latest.period, found.reachable) == (77, "2020-12", False)
    assert f"het bestand van 2020-12 telt er nog {found.latest.value:.0f}" in found.sentence
    assert "kan niet meer worden gehaald" in found.sentence


def test_a_smaller_number_can(cast: Cast, figures: Path) -> None:
    found = population_of(_goal(cast, agreed_population=20))
    assert found is not None
    assert found.reachable
    assert "haalbaar" in found.sentence


def test_without_a_release_nobody_counted(cast: Cast, no_figures: Path) -> None:
    found = population_of(_goal(cast, agreed_population=77))
    assert found is not None
    assert (found.latest, found.reachable) == (None, None)
    assert "nog niet geteld" in found.sentence


def test_the_name_is_in_the_language_of_the_screen(cast: Cast, no_figures: Path) -> None:
    with translation.override("en"):
        found = population_of(_goal(cast, agreed_population=77))
        assert found is not None
        assert "boards" in found.name.lower()
    unknown = make_goal(cast, make_pact(cast, "ander"), population_indicator="Z99", agreed_population=3)
    found = population_of(unknown)
    assert found is not None
    assert (found.name, found.reachable) == ("Z99", None)


@pytest.mark.parametrize("facts", [{}, {"agreed_population": None}])
def test_other_goals_have_no_population(cast: Cast, no_figures: Path, facts: dict[str, Any]) -> None:
    assert population_of(_goal(cast, **facts)) is None
