"""Finding organisations; reading is shared between offices."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from pactwerk.domain.organisations.models import Organisation


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
