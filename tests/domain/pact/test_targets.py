"""Targets are revised by a successor and never overwritten."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from pactwerk.domain.pact.models import Goal, Target, TargetIsFixed
from pactwerk.domain.pact.operations import add_target, revise_target
from pactwerk.domain.pact.queries import current_targets, goal_by_number, target_history
from pactwerk.foundation.operations import OperationError, PermissionRefused
from tests.cast import Cast
from tests.factories.audit import lines
from tests.factories.pacts import make_goal, make_pact


@pytest.fixture
def goal(cast: Cast) -> Goal:
    return make_goal(cast, make_pact(cast))


def _values(goal: Goal) -> list[tuple[str, Decimal | None]]:
    loaded = goal_by_number(goal.pact, goal.number)
    assert loaded is not None
    return [(target.period, target.value) for target in current_targets(loaded)]


def test_a_revision_is_a_new_record_with_a_reason(cast: Cast, goal: Goal) -> None:
    first = Target.objects.get()
    second = revise_target(
        cast.actor("bob"), first, value=Decimal(61), reason="besturen gefuseerd", decided_on=date(2018, 3, 1)
    )
    third = revise_target(cast.actor("bob"), second, value=Decimal(58), period="2022", reason="uitgesteld")
    assert _values(goal) == [("2022", Decimal(58))]
    assert [(target.value, target.reason) for target in target_history(goal)] == [
        (Decimal(77), ""),
        (Decimal(61), "besturen gefuseerd"),
        (Decimal(58), "uitgesteld"),
    ]
    assert list(Target.objects.current()) == [third]
    assert [result for result, _actor in lines("pact.target.revise")] == ["ok", "ok"]


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_revision_without_a_reason_is_refused(cast: Cast, goal: Goal, reason: str) -> None:
    with pytest.raises(OperationError, match="reden"):
        revise_target(cast.actor("bob"), Target.objects.get(), value=Decimal(61), reason=reason)
    assert _values(goal) == [("2020", Decimal(77))]


def test_only_the_newest_is_revised(cast: Cast, goal: Goal) -> None:
    first = Target.objects.get()
    revise_target(cast.actor("bob"), first, value=Decimal(61), reason="fusie")
    with pytest.raises(OperationError, match="herzie de nieuwste"):
        revise_target(cast.actor("bob"), first, value=Decimal(50), reason="fusie")
    assert _values(goal) == [("2020", Decimal(61))]


def test_no_stored_target_changes_or_goes(goal: Goal) -> None:
    target = Target.objects.get()
    target.value = Decimal(1)
    for change in (
        target.save,
        target.delete,
        lambda: Target.objects.all().update(value=1),
        lambda: Target.objects.all().delete(),
    ):
        with pytest.raises(TargetIsFixed):
            change()
    assert Target.objects.get().value == Decimal(77)


def test_the_database_itself_refuses_to_overwrite(goal: Goal) -> None:
    with pytest.raises(DatabaseError, match="never overwritten"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE pact_target SET value = 1")
    assert Target.objects.get().value == Decimal(77)


def test_interim_targets_stand_beside_the_last(cast: Cast, goal: Goal) -> None:
    add_target(cast.actor("bob"), goal, period="2017", value=Decimal(40))
    assert _values(goal) == [("2017", Decimal(40)), ("2020", Decimal(77))]
    with pytest.raises(OperationError, match="herzie die"):
        add_target(cast.actor("bob"), goal, period="2017", value=Decimal(45))
    interim = Target.objects.get(period="2017")
    with pytest.raises(OperationError, match="herzie die"):
        revise_target(cast.actor("bob"), interim, period="2020", value=Decimal(45), reason="schuift op")
    assert Target.objects.count() == 2


@pytest.mark.parametrize(
    "facts",
    [{}, {"value": Decimal(1), "ratio": Decimal(2)}, {"ratio": Decimal(0)}, {"ratio": Decimal(-1)}],
)
def test_a_target_is_a_value_or_a_positive_ratio(cast: Cast, goal: Goal, facts: dict[str, Decimal]) -> None:
    with pytest.raises(OperationError, match="streefwaarde of een verhouding"):
        add_target(cast.actor("bob"), goal, period="2018", **facts)  # type: ignore[arg-type]
    with pytest.raises(IntegrityError), transaction.atomic():
        Target.objects.create(goal=goal, period="2018", **facts)
    assert Target.objects.count() == 1


@pytest.mark.parametrize("name", ["carol", "charlie", "dirk", "nobody"])
def test_others_agree_no_target(cast: Cast, goal: Goal, name: str) -> None:
    with pytest.raises(PermissionRefused):
        add_target(cast.actor(name), goal, period="2018", value=Decimal(1))
    with pytest.raises(PermissionRefused):
        revise_target(cast.actor(name), Target.objects.get(), value=Decimal(1), reason="omdat")
    assert _values(goal) == [("2020", Decimal(77))]
