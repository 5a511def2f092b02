"""Goals: what a measurable one needs, filling in, baselines, stories, withdrawing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from pactwerk.domain.pact.models import Goal
from pactwerk.domain.pact.operations import (
    add_goal,
    add_target,
    archive_pact,
    describe_goal,
    fill_in_goal,
    restore_goal,
    set_baseline,
    withdraw_goal,
    write_story,
)
from pactwerk.domain.pact.queries import goal_by_number, goal_gaps, goals_of
from pactwerk.foundation.operations import OperationError, PermissionRefused
from tests.cast import Cast
from tests.factories.audit import lines
from tests.factories.pacts import make_goal, make_pact, owner_for

PARTS: list[tuple[dict[str, Any], str]] = [
    ({"indicator_code": ""}, "indicator"),
    ({"unit": ""}, "eenheid"),
    ({"baseline_period": ""}, "basisjaar"),
    ({"target": None}, "streefwaarde"),
    ({"horizon": ""}, "horizon"),
    ({"citation": ""}, "bron"),
    ({"owner": None}, "eigenaar"),
]


def _doubling(cast: Cast, **facts: Any) -> Goal:
    """Vmbo-techniek must at least double; the source names no baseline year and no year to reach it in."""
    return make_goal(
        cast,
        make_pact(cast, area="STO-NK"),
        title="Techniekonderwijs op het vmbo minimaal verdubbelen",
        kind="verhouding",
        indicator_code="K04",
        unit="leerlingen",
        baseline_period="",
        baseline_value=None,
        horizon="",
        end_goal=True,
        target={"ratio": Decimal(2)},
        accept_gaps=True,
        **facts,
    )


def test_a_complete_goal_is_stored_with_its_target(cast: Cast) -> None:
    goal = make_goal(cast, make_pact(cast))
    stored = Goal.objects.get()
    assert (stored.number, stored.area_code, stored.gaps_accepted) == (1, "LD01", False)
    assert [(target.period, target.value) for target in goal.targets.all()] == [("2020", Decimal(77))]
    assert goal_gaps(stored) == ()
    assert lines("pact.goal.add") == [("ok", f"user:{cast.bob.pk}")]


@pytest.mark.parametrize(("hole", "word"), PARTS)
def test_a_measurable_goal_with_a_hole_is_refused_by_name(cast: Cast, hole: dict[str, Any], word: str) -> None:
    pact = make_pact(cast)
    owner_for(cast)
    with pytest.raises(OperationError, match=f"mist nog: {word}"):
        make_goal(cast, pact, **hole)
    assert not Goal.objects.exists()
    assert [result for result, _actor in lines("pact.goal.add")] == ["failed"]


@pytest.mark.parametrize(("hole", "word"), PARTS)
def test_a_hole_can_be_recorded_as_a_hole(cast: Cast, hole: dict[str, Any], word: str) -> None:
    goal = make_goal(cast, make_pact(cast), accept_gaps=True, **hole)
    assert Goal.objects.get().gaps_accepted
    assert goal_gaps(goal) == (word,)


def test_a_complete_goal_is_never_marked_incomplete(cast: Cast) -> None:
    assert not make_goal(cast, make_pact(cast), accept_gaps=True).gaps_accepted


@pytest.mark.parametrize("kind", ["kwalitatief", "nog_in_te_vullen"])
def test_goals_without_numbers_need_only_a_text(cast: Cast, kind: str) -> None:
    goal = add_goal(cast.actor("bob"), make_pact(cast), title="Doel 1 van 2013", kind=kind)
    assert goal_gaps(goal) == ()
    assert (goal.baseline_value, goal.indicator_code) == (None, "")


def test_an_unfilled_goal_takes_no_numbers(cast: Cast) -> None:
    pact, actor = make_pact(cast), cast.actor("bob")
    for facts in ({"baseline_value": Decimal(3)}, {"indicator_code": "K01"}):
        with pytest.raises(OperationError, match="geen cijfers"):
            add_goal(actor, pact, title="Doel", kind="nog_in_te_vullen", **facts)  # type: ignore[arg-type]
    with pytest.raises(OperationError, match="geen streefwaarde"):
        add_goal(actor, pact, title="Doel", kind="nog_in_te_vullen", target={"period": "2020", "value": Decimal(1)})
    assert not Goal.objects.exists()


def test_numbers_count_on_and_are_used_once(cast: Cast) -> None:
    pact, actor = make_pact(cast), cast.actor("bob")
    add_goal(actor, pact, title="Een", kind="kwalitatief", number=4)
    assert add_goal(actor, pact, title="Twee", kind="kwalitatief").number == 5
    with pytest.raises(OperationError, match="al gebruikt"):
        add_goal(actor, pact, title="Drie", kind="kwalitatief", number=4)
    assert Goal.objects.count() == 2


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"area_code": "XX"}, "XX"),
        ({"horizon": "ooit"}, "ooit"),
        ({"baseline_period": "2014/16"}, "2014/16"),
        ({"title": " "}, "Doel"),
        ({"direction": "op"}, "Richting"),
        ({"by": {"track": ["havo"]}}, "uitsplitsing"),
        ({"agreed_population": 77}, "Noem bij een afgesproken doelpopulatie"),
    ],
)
def test_unreadable_facts_are_refused(cast: Cast, facts: dict[str, Any], words: str) -> None:
    pact = make_pact(cast)
    with pytest.raises(OperationError, match=words):
        make_goal(cast, pact, **facts)
    assert not Goal.objects.exists()


def test_the_database_itself_refuses_a_measurable_goal_with_holes(cast: Cast) -> None:
    goal = make_goal(cast, make_pact(cast))
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.filter(pk=goal.pk).update(unit="")


def test_an_unfilled_goal_is_filled_in_once_somebody_knows(cast: Cast) -> None:
    actor = cast.actor("bob")
    goal = add_goal(actor, make_pact(cast), title="Doel 3 (tekst onbekend)", kind="nog_in_te_vullen")
    with pytest.raises(OperationError, match="mist nog"):
        fill_in_goal(actor, goal, kind="aantal", unit="communities")
    assert Goal.objects.get().kind == "nog_in_te_vullen"
    goal.refresh_from_db()
    fill_in_goal(
        actor,
        goal,
        title="70 communities",
        kind="aantal",
        owner=owner_for(cast),
        indicator_code="K02",
        unit="communities",
        baseline_period="2014",
        baseline_value=Decimal(10),
        horizon="2020",
        citation="Samenwerkingsarrangement",
        target={"period": "2020", "value": Decimal(70)},
    )
    stored = Goal.objects.get()
    assert (stored.title, stored.kind, stored.area_code, goal_gaps(stored)) == ("70 communities", "aantal", "LD01", ())
    with pytest.raises(OperationError, match="al volledig"):
        fill_in_goal(actor, goal, unit="besturen")
    assert Goal.objects.get().unit == "communities"


def test_the_region_chooses_the_baseline_year_of_the_doubling_goal(cast: Cast) -> None:
    goal = _doubling(cast)
    assert goal_gaps(goal) == ("basisjaar", "horizon")
    set_baseline(cast.actor("bob"), goal, period="2014-2015")
    stored = Goal.objects.get()
    assert (stored.baseline_period, stored.baseline_value, stored.gaps_accepted) == ("2014/15", None, True)
    assert lines("pact.goal.set_baseline") == [("ok", f"user:{cast.bob.pk}")]
    set_baseline(cast.actor("bob"), stored, period="")
    assert Goal.objects.get().baseline_period == ""


def test_choosing_the_last_missing_part_makes_the_goal_complete(cast: Cast) -> None:
    goal = make_goal(cast, make_pact(cast), baseline_period="", baseline_value=None, accept_gaps=True)
    set_baseline(cast.actor("bob"), goal, period="2014", value=Decimal(10), citation="bron")
    stored = Goal.objects.get()
    assert (stored.gaps_accepted, stored.baseline_value, stored.baseline_citation) == (False, Decimal(10), "bron")


def test_the_last_missing_target_makes_the_goal_complete(cast: Cast) -> None:
    goal = make_goal(cast, make_pact(cast), target=None, accept_gaps=True)
    add_target(cast.actor("bob"), goal, period="2020", value=Decimal(77))
    assert not Goal.objects.get().gaps_accepted


def test_a_qualitative_goal_has_no_baseline_and_no_target(cast: Cast) -> None:
    actor = cast.actor("bob")
    goal = add_goal(actor, make_pact(cast), title="Evenwicht", kind="kwalitatief")
    with pytest.raises(OperationError, match="meetbaar"):
        set_baseline(actor, goal, period="2014")
    with pytest.raises(OperationError, match="meetbaar"):
        add_target(actor, goal, period="2020", value=Decimal(1))
    assert not goal.targets.exists()


def test_the_story_stands_beside_the_curve(cast: Cast) -> None:
    goal = make_goal(cast, make_pact(cast))
    write_story(cast.actor("bob"), goal, story=" Het gaat beter. ", story_en="It improves.")
    assert Goal.objects.values_list("story", "story_en").get() == ("Het gaat beter.", "It improves.")


def test_the_words_of_a_goal_are_corrected_without_touching_its_numbers(cast: Cast) -> None:
    goal = make_goal(cast, make_pact(cast), owner=None, accept_gaps=True)
    describe_goal(cast.actor("bob"), goal, title="Alle besturen doen mee", owner=owner_for(cast))
    stored = Goal.objects.get()
    assert (stored.title, stored.baseline_value, stored.gaps_accepted) == ("Alle besturen doen mee", Decimal(10), False)


def test_a_withdrawn_goal_keeps_its_number_and_can_return(cast: Cast) -> None:
    pact, actor = make_pact(cast), cast.actor("bob")
    goal = make_goal(cast, pact)
    withdraw_goal(actor, goal)
    with pytest.raises(OperationError, match="al ingetrokken"):
        withdraw_goal(actor, goal)
    assert list(goals_of(pact)) == []
    assert goal_by_number(pact, 1) == goal
    restore_goal(actor, goal)
    with pytest.raises(OperationError, match="niet ingetrokken"):
        restore_goal(actor, goal)
    assert list(goals_of(pact)) == [goal]


@pytest.mark.parametrize("name", ["carol", "charlie", "dirk", "nobody"])
def test_others_change_no_goal(cast: Cast, name: str) -> None:
    pact = make_pact(cast)
    goal = make_goal(cast, pact)
    before = list(Goal.objects.values())
    actor = cast.actor(name)
    for change in (
        lambda: add_goal(actor, pact, title="x", kind="kwalitatief"),
        lambda: fill_in_goal(actor, goal, title="x"),
        lambda: set_baseline(actor, goal, period="2015"),
        lambda: write_story(actor, goal, story="x"),
        lambda: describe_goal(actor, goal, title="x"),
        lambda: withdraw_goal(actor, goal),
        lambda: restore_goal(actor, goal),
    ):
        with pytest.raises(PermissionRefused):
            change()
    assert list(Goal.objects.values()) == before


def test_an_archived_pact_is_frozen(cast: Cast) -> None:
    pact = make_pact(cast)
    goal = make_goal(cast, pact)
    archive_pact(cast.actor("alice"), pact)
    goal.refresh_from_db()
    with pytest.raises(OperationError, match="Heropen het eerst"):
        write_story(cast.actor("bob"), goal, story="x")
    assert Goal.objects.get().story == ""
