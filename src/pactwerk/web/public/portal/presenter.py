"""What the portal home shows: the pacts under the landsdelen, and whether there are figures."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse

from pactwerk.basis import places
from pactwerk.domain.pact.models import Pact, PactStatus
from pactwerk.figures.indicators import catalogue
from pactwerk.figures.releases import Release
from pactwerk.web.design.wording import area_name, name_of
from pactwerk.web.public.crumbs import Crumb
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.figures.choices import PACT_LANDSDELEN
from pactwerk.web.public.words import in_language, written


@dataclass(frozen=True)
class PactCard:
    """One pact as it stands in the list."""

    pact: Pact
    name: str
    summary: str
    area: str
    url: str
    goals: int
    parties: int

    @property
    def archived(self) -> bool:
        """Whether the pact is closed and kept as it was."""
        return self.pact.status == PactStatus.ARCHIVED


@dataclass(frozen=True)
class Landsdeel:
    """One of the pact's five landsdelen, with its page."""

    name: str
    url: str
    note: str
    composition_known: bool


@dataclass(frozen=True)
class PortalHome:
    """Everything the portal home shows."""

    cards: tuple[PactCard, ...]
    landsdelen: tuple[Landsdeel, ...]
    release: Release | None
    indicators: tuple[Crumb, ...]
    example: bool


def portal_home() -> PortalHome:
    """Gather the page."""
    cards = tuple(_card(pact) for pact in _pacts())
    found = release()
    return PortalHome(
        cards=cards,
        landsdelen=tuple(_landsdeel(code) for code in PACT_LANDSDELEN),
        release=found,
        indicators=tuple(
            (name_of(i), reverse("public:indicator", args=[i.code])) for i in catalogue() if i.state == "computed"
        ),
        example=bool(found and found.manifest.example) or any(card.pact.example for card in cards),
    )


def _pacts() -> list[Pact]:
    """Public pacts, running ones first, with the number of goals and of present parties."""
    counted = Pact.objects.exclude(status=PactStatus.DRAFT).annotate(
        goal_count=Count("goals", filter=Q(goals__withdrawn_on__isnull=True), distinct=True),
        party_count=Count("parties", filter=Q(parties__end__isnull=True), distinct=True),
    )
    return sorted(counted, key=lambda pact: (pact.status == PactStatus.ARCHIVED, pact.name))


def _card(pact: Pact) -> PactCard:
    return PactCard(
        pact=pact,
        name=written(pact, "name"),
        summary=written(pact, "summary"),
        area=area_name(pact.area_code),
        url=reverse("public:pact", args=[pact.slug]),
        goals=pact.goal_count,  # type: ignore[attr-defined]  # annotated in _pacts
        parties=pact.party_count,  # type: ignore[attr-defined]
    )


def _landsdeel(code: str) -> Landsdeel:
    area = places.area(code)
    url = reverse("public:area", args=[code])
    return Landsdeel(name_of(area), url, in_language(area, "note"), area.composition_known)
