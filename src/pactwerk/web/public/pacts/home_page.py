"""Home of a pact: what it is, how its goals stand, its key figures, parties, bodies and sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from pactwerk.domain.governance.models import Body, BodySeat
from pactwerk.domain.governance.queries import bodies_of, seats_representing
from pactwerk.domain.organisations.models import RoleHeld, RoleKind
from pactwerk.domain.organisations.queries import public_roles
from pactwerk.domain.pact.models import GoalKind, Pact, PactParty, PactPeriod, PactStatus
from pactwerk.domain.pact.queries import parties_of
from pactwerk.progress.verdicts import Verdict
from pactwerk.web.design.wording import area_name
from pactwerk.web.public.clock import today
from pactwerk.web.public.key_figures import KeyFigure, key_figures
from pactwerk.web.public.pacts.goals_page import GoalCard, goal_cards
from pactwerk.web.public.pacts.horizon import Horizon, horizon_of
from pactwerk.web.public.words import written

SHOWN_PARTIES = 12  # a screenful; the page of parties has them all


@dataclass(frozen=True)
class RoleCard:
    """A role held in the pact, present or former."""

    role: RoleHeld
    title: str
    former: bool


@dataclass(frozen=True)
class PactHome:
    """Everything the home of a pact shows."""

    pact: Pact
    name: str
    summary: str
    area: str
    archived: bool
    horizon: Horizon | None
    cards: tuple[GoalCard, ...]
    key_figures: tuple[KeyFigure, ...]
    parties: tuple[PactParty, ...]
    party_count: int
    bodies: tuple[Body, ...]
    seats: tuple[BodySeat, ...]
    roles: tuple[RoleCard, ...]
    periods: tuple[PactPeriod, ...]
    sources: tuple[str, ...]

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdict of every goal, for the bar under the hero."""
        return tuple(card.verdict for card in self.cards)

    @property
    def leading_card(self) -> GoalCard | None:
        """The goal whose newest figure leads the page: the first that has one."""
        return next((card for card in self.known_cards if card.newest), None)

    @property
    def known_cards(self) -> tuple[GoalCard, ...]:
        """The goals whose text is known."""
        return tuple(card for card in self.cards if card.goal.kind != GoalKind.UNFILLED)

    @property
    def unfilled_cards(self) -> tuple[GoalCard, ...]:
        """The goals of which nobody knows the text; they stand in one line, so that they do not hide the others."""
        return tuple(card for card in self.cards if card.goal.kind == GoalKind.UNFILLED)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Founding, horizon and size, as label and text."""
        founded = date_format(self.pact.founded_on, "j F Y") if self.pact.founded_on else ""
        horizon = self.horizon.sentence if self.horizon else ""
        found = [
            (_("Gesloten"), founded),
            (_("Horizon"), horizon),
            (_("Partijen"), str(self.party_count)),
            (_("Programmabureau"), self.pact.office.name),
        ]
        return tuple((label, text) for label, text in found if text)


def home_page(pact: Pact) -> PactHome:
    """Gather the page."""
    day = today(example=pact.example)
    cards = goal_cards(pact)
    parties = tuple(parties_of(pact, on=None if pact.status == PactStatus.ARCHIVED else day))
    bodies = tuple(bodies_of(pact))
    seats = tuple(seat for seat in seats_representing(pact) if seat.body.pact_id != pact.pk)
    return PactHome(
        pact=pact,
        name=written(pact, "name"),
        summary=written(pact, "summary"),
        area=area_name(pact.area_code),
        archived=pact.status == PactStatus.ARCHIVED,
        horizon=horizon_of(pact, day),
        cards=cards,
        key_figures=key_figures(pact.area_code),
        parties=parties[:SHOWN_PARTIES],
        party_count=len(parties),
        bodies=bodies,
        seats=seats,
        roles=_roles(pact, day),
        periods=tuple(pact.periods.all()),
        sources=_sources(pact, cards, parties, bodies),
    )


def _roles(pact: Pact, on: date) -> tuple[RoleCard, ...]:
    """Public pact roles in the pact's area (A3); that one may lapse (A5) is told to its office only."""
    roles = public_roles(pact.area_code, office=pact.office)
    return tuple(_role_card(role, on) for role in roles if role.kind == RoleKind.PACT_ROLE)


def _role_card(role: RoleHeld, on: date) -> RoleCard:
    return RoleCard(role, written(role, "title"), role.end is not None and role.end < on)


def _sources(
    pact: Pact, cards: tuple[GoalCard, ...], parties: tuple[PactParty, ...], bodies: tuple[Body, ...]
) -> tuple[str, ...]:
    """Every document the page cites, each once."""
    found = [pact.citation, *(card.goal.citation for card in cards)]
    found += [party.citation for party in parties] + [body.citation for body in bodies]
    return tuple(dict.fromkeys(text for text in found if text))
