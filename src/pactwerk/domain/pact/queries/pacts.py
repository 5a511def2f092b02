"""Finding pacts and what stands in them."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from pactwerk.domain.organisations.queries import running
from pactwerk.domain.pact.models import Goal, OwnFigure, Pact, PactParty, PactPeriod, PactStatus, Target
from pactwerk.foundation.operations import Actor


def visible_pacts(actor: Actor) -> QuerySet[Pact]:
    """The pacts the actor may read: public ones, and drafts of the offices the actor is a member of."""
    found = Pact.objects.select_related("office")
    if actor.system:
        return found
    public = ~Q(status=PactStatus.DRAFT)
    user = actor.user
    if user is None or not user.is_active:
        return found.filter(public)
    return found.filter(public | Q(office__in=user.memberships.values("office")))


def pact_by_slug(actor: Actor, slug: str) -> Pact | None:
    """One pact the actor may read, or None: a hidden draft and a missing one look the same."""
    return visible_pacts(actor).filter(slug=slug).first()


def goals_of(pact: Pact, *, include_withdrawn: bool = False) -> QuerySet[Goal]:
    """The goals of a pact with everything a page and a verdict need, in a fixed number of queries."""
    found = pact.goals.select_related("pact", "owner")
    if not include_withdrawn:
        found = found.filter(withdrawn_on__isnull=True)
    return found.prefetch_related(
        Prefetch("targets", queryset=Target.objects.select_related("superseded_by")),
        Prefetch("own_figures", queryset=OwnFigure.objects.filter(withdrawn_on__isnull=True)),
        Prefetch("pact__periods", queryset=PactPeriod.objects.order_by("start")),
        "milestones",
    )


def goal_by_number(pact: Pact, number: int) -> Goal | None:
    """One goal of a pact, loaded like `goals_of`; a withdrawn one is found too."""
    return goals_of(pact, include_withdrawn=True).filter(number=number).first()


def parties_of(pact: Pact, *, on: date | None = None) -> QuerySet[PactParty]:
    """The parties of a pact by name; with a day, those that take part on it."""
    found = pact.parties.select_related("organisation")
    return found.filter(running(on)) if on else found


def current_targets(goal: Goal) -> list[Target]:
    """The targets no later one replaces, by period; uses what `goals_of` prefetched."""
    replaced = {target.supersedes_id for target in goal.targets.all()}
    return [target for target in goal.targets.all() if target.pk not in replaced]


def target_history(goal: Goal) -> list[Target]:
    """Every target ever agreed for the goal, oldest first."""
    return sorted(goal.targets.all(), key=lambda target: target.pk)
