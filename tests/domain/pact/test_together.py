"""Two people at once: nobody's words are lost, and the second is told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError

from pactwerk.domain.pact.models import Goal, Pact, Target
from pactwerk.domain.pact.operations import (
    archive_pact,
    describe_goal,
    describe_pact,
    publish_pact,
    revise_target,
    set_baseline,
    write_story,
)
from pactwerk.foundation.operations import Actor, OperationError, operation
from tests.cast import Cast
from tests.factories.audit import lines
from tests.factories.pacts import make_goal, make_pact


def test_two_editors_of_one_goal_both_keep_what_they_wrote(cast: Cast) -> None:
    pk = make_goal(cast, make_pact(cast)).pk
    one, other, third = (Goal.objects.get(pk=pk) for _ in range(3))
    write_story(cast.actor("alice"), one, story="Het gaat goed.")
    set_baseline(cast.actor("bob"), other, period="2015", value=Decimal(12))
    describe_goal(cast.actor("alice"), third, title="Meer besturen doen mee")
    kept = Goal.objects.get(pk=pk)
    assert (kept.story, kept.baseline_period, kept.baseline_value) == ("Het gaat goed.", "2015", 12)
    assert kept.title == "Meer besturen doen mee"


def test_who_read_the_pact_before_it_was_archived_cannot_change_it(cast: Cast) -> None:
    pact = make_pact(cast)
    goal = make_goal(cast, pact)
    stale_goal = Goal.objects.select_related("pact").get(pk=goal.pk)
    stale_pact = Pact.objects.get(pk=pact.pk)
    archive_pact(cast.actor("alice"), pact)
    with pytest.raises(OperationError, match="gearchiveerd"):
        write_story(cast.actor("bob"), stale_goal, story="Te laat")
    with pytest.raises(OperationError, match="gearchiveerd"):
        describe_pact(cast.actor("alice"), stale_pact, summary="Te laat")
    with pytest.raises(OperationError, match="geen concept"):
        publish_pact(cast.actor("alice"), stale_pact)


def test_of_two_revisions_at_once_the_second_is_told(cast: Cast) -> None:
    goal = make_goal(cast, make_pact(cast))
    one, other = (Target.objects.get(goal=goal) for _ in range(2))
    revise_target(cast.actor("bob"), one, value=Decimal(70), reason="minder scholen")
    with pytest.raises(OperationError, match="al herzien"):
        revise_target(cast.actor("alice"), other, value=Decimal(80), reason="meer scholen")
    assert Target.objects.current().get(goal=goal).value == 70


def test_what_the_database_refuses_is_said_in_words(cast: Cast) -> None:
    """As when two requests took the same goal number between the check and the write."""
    pact = make_pact(cast)
    make_goal(cast, pact)

    @operation("test.same_number")
    def unchecked(_actor: Actor, pact: Pact) -> Goal:
        goal = Goal(pact=pact, number=1, title="Zelfde nummer", kind="kwalitatief")
        goal.save()
        return goal

    with pytest.raises(OperationError, match="tegelijk bezig") as caught:
        unchecked(cast.actor("bob"), pact)
    assert isinstance(caught.value.__cause__, IntegrityError)
    assert lines("test.same_number") == [("failed", f"user:{cast.bob.pk}")]
    assert Goal.objects.count() == 1


def test_what_is_gone_is_said_to_be_gone(cast: Cast) -> None:
    goal = make_goal(cast, make_pact(cast))
    stale = Goal.objects.get(pk=goal.pk)
    Target.objects.filter(goal=goal)._raw_delete("default")
    Goal.objects.filter(pk=goal.pk)._raw_delete("default")
    with pytest.raises(OperationError, match="bestaat niet meer"):
        write_story(cast.actor("bob"), stale, story="Te laat")
