"""Bodies of a pact, and who represents a pact where."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from pactwerk.domain.governance.models import Body, BodySeat
from pactwerk.domain.governance.permissions import ON_PUBLIC_PACT
from pactwerk.domain.pact.models import Pact, PactStatus

_SEATS = (
    BodySeat.objects.filter(public=True)
    .exclude(person__erased_on__isnull=False)
    .select_related("person", "organisation", "represents")
)


def bodies_of(pact: Pact) -> QuerySet[Body]:
    """The bodies of one pact with their public seats; the caller has checked that the pact may be read."""
    tellable = ~Q(represents__status=PactStatus.DRAFT) | Q(represents=pact)
    return pact.bodies.prefetch_related(Prefetch("seats", queryset=_SEATS.filter(tellable)))


def seats_representing(pact: Pact) -> QuerySet[BodySeat]:
    """Where the pact is represented: public seats in bodies everybody may read, history included (inventory A4)."""
    readable = Body.objects.filter(ON_PUBLIC_PACT)
    return _SEATS.filter(represents=pact, body__in=readable).select_related("body").order_by("body__name", "pk")
