"""The parties of a pact: filtered by place and kind, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import QueryDict

from pactwerk.domain.pact.models import Pact, PactParty
from pactwerk.domain.pact.queries import parties_of
from pactwerk.web.public.pacts.filter_form import PartyFilter

PAGE_SIZE = 50


@dataclass(frozen=True)
class PartiesPage:
    """One page of the list, with what it can be filtered by."""

    parties: Page[PactParty]
    total: int
    form: PartyFilter
    filtered: bool


def parties_page(pact: Pact, query: QueryDict) -> PartiesPage:
    """Gather the page; a page number out of range gives the nearest page that exists."""
    everyone = parties_of(pact)
    form = PartyFilter(pact, query)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = _narrow(everyone, wanted)
    total = everyone.count()
    page = Paginator(found, PAGE_SIZE).get_page(query.get("pagina"))
    return PartiesPage(page, total, form, any(wanted.values()))


def _narrow(parties: QuerySet[PactParty], wanted: dict[str, str]) -> QuerySet[PactParty]:
    if town := wanted.get("plaats"):
        parties = parties.filter(organisation__town=town)
    if kind := wanted.get("soort"):
        parties = parties.filter(organisation__kind=kind)
    if text := wanted.get("zoek"):
        named = Q(organisation__name__icontains=text) | Q(organisation__town__icontains=text)
        parties = parties.filter(named)
    return parties
