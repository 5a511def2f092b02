"""Finding the pact a command is about."""

from __future__ import annotations

from django.utils.translation import gettext as _

from pactwerk.domain.pact.models import Pact
from pactwerk.foundation.operations import OperationError


def pact_called(slug: str) -> Pact:
    """The pact at that address. Raises OperationError that names the pacts there are."""
    found = Pact.objects.filter(slug=slug).first()
    if found is None:
        known = ", ".join(Pact.objects.order_by("slug").values_list("slug", flat=True)) or "-"
        raise OperationError(_("Er is geen pact %(slug)s. Wel: %(known)s.") % {"slug": slug, "known": known})
    return found
