"""All goals of a pact, each with its verdict and the reason in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from pactwerk.domain.pact.models import Goal, Pact
from pactwerk.figures.disclosure_control import Row
from pactwerk.progress.boards import GoalOnBoard, goal_board
from pactwerk.progress.verdicts import Verdict
from pactwerk.web.design.verdict_words import LOOKS
from pactwerk.web.public.figures.presenters import line_name
from pactwerk.web.public.words import written


@dataclass(frozen=True)
class GoalCard:
    """One goal as it stands in a list."""

    goal: Goal
    title: str
    verdict: Verdict
    newest: Row | None
    url: str

    @property
    def baseline_missing(self) -> bool:
        """Whether the region still has to choose the year it counts from."""
        return self.goal.measurable and not self.goal.baseline_period


@dataclass(frozen=True)
class GoalGroup:
    """Goals of one action line; without a name for goals that have no line."""

    name: str
    cards: tuple[GoalCard, ...]


@dataclass(frozen=True)
class GoalsPage:
    """The goals of a pact by action line, and the vocabulary of verdicts for the legend."""

    groups: tuple[GoalGroup, ...]
    states: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether the pact has no goals yet."""
        return not self.groups


def goal_cards(pact: Pact) -> tuple[GoalCard, ...]:
    """A card for each goal that was not withdrawn, in the pact's own order."""
    return tuple(_card(place, pact) for place in goal_board(pact))


def goals_page(pact: Pact) -> GoalsPage:
    """Gather the page."""
    cards = goal_cards(pact)
    ordered = sorted(cards, key=lambda card: (card.goal.line == "", _line_order(card.goal.line)))
    groups = groupby(ordered, key=lambda card: card.goal.line)
    named = tuple(GoalGroup(line_name(line) if line else "", tuple(found)) for line, found in groups)
    return GoalsPage(named, tuple(LOOKS))


def _line_order(line: str) -> int:
    order = ["kiezen", "leren", "werken"]
    return order.index(line) if line in order else len(order)


def _card(place: GoalOnBoard, pact: Pact) -> GoalCard:
    return GoalCard(
        goal=place.goal,
        title=written(place.goal, "title"),
        verdict=place.verdict,
        newest=newest_row(place.verdict),
        url=reverse("public:goal", args=[pact.slug, place.goal.number]),
    )


def newest_row(verdict: Verdict) -> Row | None:
    """The figure a card shows: the newest that counted for the verdict, else the newest there is."""
    rows = sorted(verdict.points.rows, key=lambda row: row.period)
    counted = [row for row in rows if row.period in verdict.counted]
    found = counted or rows
    return found[-1] if found else None
