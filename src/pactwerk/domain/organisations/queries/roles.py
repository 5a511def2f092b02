"""Who holds which role, who held it, and which pact roles lapse because the main position ended."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q, QuerySet

from pactwerk.domain.organisations.models import Person, RoleHeld, RoleKind
from pactwerk.domain.organisations.permissions import may_read_for
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations import Actor


def running(on: date) -> Q:
    """The condition that something dated runs on a day; an unknown start or end does not exclude it."""
    return (Q(start__isnull=True) | Q(start__lte=on)) & (Q(end__isnull=True) | Q(end__gte=on))


def public_roles(area_code: str, *, office: Office | None = None) -> QuerySet[RoleHeld]:
    """The public role cards of an area, earlier holders included, newest first (inventory A3)."""
    found = RoleHeld.objects.filter(area_code=area_code, public=True)
    if office is not None:
        found = found.filter(person__office=office)
    return found.select_related("person", "organisation", "depends_on__organisation").order_by(
        "title", F("start").desc(nulls_last=True), "-pk"
    )


def lapsing_roles(office: Office, *, on: date) -> QuerySet[RoleHeld]:
    """Pact roles still running on a day although the main position they rest on has ended (inventory A5)."""
    return (
        RoleHeld.objects.filter(
            running(on),
            kind=RoleKind.PACT_ROLE,
            person__office=office,
            depends_on__end__lt=on,
        )
        .select_related("person", "organisation", "depends_on__organisation")
        .order_by("depends_on__end", "pk")
    )


def persons_kept_by(actor: Actor, office: Office) -> QuerySet[Person]:
    """The persons an office keeps; nobody outside the office sees any."""
    if not may_read_for(actor, office):
        return Person.objects.none()
    return office.persons.filter(erased_on__isnull=True)


def persons_past_term(office: Office, *, on: date) -> QuerySet[Person]:
    """Persons whose term has passed and who must be erased."""
    return office.persons.filter(erased_on__isnull=True, keep_until__lt=on).order_by("keep_until", "pk")
