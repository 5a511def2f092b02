"""Finding organisations; reading is shared between offices."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from pactwerk.domain.organisations.models import Organisation, OrganisationRelation


def organisations(text: str = "", *, kind: str = "", include_closed: bool = False) -> QuerySet[Organisation]:
    """Organisations whose name, alias, number or town holds the text, by name."""
    found = Organisation.objects.select_related("steward")
    if not include_closed:
        found = found.filter(closed_on__isnull=True)
    if kind:
        found = found.filter(kind=kind)
    if text:
        found = found.filter(
            Q(name__icontains=text)
            | Q(short_name__icontains=text)
            | Q(town__icontains=text)
            | Q(aliases__name__icontains=text)
            | Q(identifiers__value__iexact=text)
        ).distinct()
    return found


def organisation_card(public_id: str) -> Organisation | None:
    """One organisation with its numbers, other names and relations, in a fixed number of queries."""
    relations = OrganisationRelation.objects.select_related("from_organisation", "to_organisation")
    return (
        Organisation.objects.select_related("steward")
        .prefetch_related(
            "identifiers",
            "aliases",
            Prefetch("relations_from", queryset=relations),
            Prefetch("relations_to", queryset=relations),
        )
        .filter(public_id=public_id)
        .first()
    )
