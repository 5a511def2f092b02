"""The invented region: alive, complete, and marked as an example everywhere."""

from __future__ import annotations

from datetime import date

import pytest
from demo.waterrijk import build_waterrijk
from demo.waterrijk.scene import Scene

from pactwerk.basis.places import AreaKind, area
from pactwerk.domain.governance.models import Body, BodySeat
from pactwerk.domain.organisations.models import Organisation, Person, RoleHeld
from pactwerk.domain.pact.models import GoalKind, OwnFigure, Pact, Target
from pactwerk.foundation.accounts.operations import create_office
from pactwerk.foundation.operations import Actor, PermissionRefused

pytestmark = pytest.mark.django_db
CLOCK = date(2025, 11, 22)


def scene(clock: date = CLOCK) -> Scene:
    actor = Actor.command("demo")
    return Scene(actor, create_office(actor, slug="waterrijk", name="Voorbeeldbureau", example=True), clock)


@pytest.fixture
def pact() -> Pact:
    return build_waterrijk(scene())


def test_every_record_is_marked_as_an_example(pact: Pact) -> None:
    assert pact.example
    marked = [
        *Organisation.objects.all(),
        *Person.objects.all(),
        *OwnFigure.objects.all(),
        *Body.objects.all(),
    ]
    assert len(marked) > 40
    assert all(record.example for record in marked)
    assert area(pact.area_code).kind is AreaKind.EXAMPLE


def test_names_are_visibly_invented(pact: Pact) -> None:
    words = ("Voorbeeld", "voorbeeld")
    assert [o.name for o in Organisation.objects.all() if not any(word in o.name for word in words)] == []
    invented = ("Voorbeeld", "Verzonnen", "Nepnaam", "Fictief")
    assert [p.name for p in Person.objects.all() if not any(word in p.name for word in invented)] == []


def test_goals_of_every_kind(pact: Pact) -> None:
    assert {goal.kind for goal in pact.goals.all()} == set(GoalKind.values)
    assert {goal.line for goal in pact.goals.all()} == {"kiezen", "leren", "werken"}
    assert not pact.goals.filter(gaps_accepted=True).exists()


def test_a_target_was_revised_and_the_old_one_stays(pact: Pact) -> None:
    new = Target.objects.get(supersedes__isnull=False)
    assert new.reason
    assert new.supersedes is not None
    assert new.supersedes.value != new.value


def test_a_role_rests_on_a_main_position_that_ended(pact: Pact) -> None:
    role = RoleHeld.objects.get(kind="pact_role", depends_on__end__isnull=False)
    assert role.end is None
    assert BodySeat.objects.filter(person=role.person, end__isnull=True).exists()


def test_the_clock_moves_the_whole_pact() -> None:
    later = build_waterrijk(scene(date(2026, 11, 22)))
    assert later.founded_on == date(2021, 10, 1)
    first = later.goals.order_by("number")[0]
    assert first.baseline_period == "2020/21"


def test_goals_stand_on_the_sources_they_name(pact: Pact) -> None:
    published = pact.goals.get(area_code="NL", indicator_code="K07")
    assert published.baseline_citation.endswith("/havovwo")
    real = pact.goals.get(area_code="NL", indicator_code="E03")
    assert real.baseline_period == "2014/15"


def test_an_outsider_cannot_build_in_the_office(cast: object) -> None:
    own = scene()
    with pytest.raises(PermissionRefused):
        build_waterrijk(Scene(cast.actor("charlie"), own.office, CLOCK))  # type: ignore[attr-defined]
    assert not Pact.objects.exists()
