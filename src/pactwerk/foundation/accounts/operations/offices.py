"""Creating an office."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pactwerk.foundation.accounts import followers
from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.accounts.permissions import runs_platform
from pactwerk.foundation.operations import Actor, OperationError, operation, require


@operation("office.create")
def create_office(actor: Actor, *, slug: str, name: str, example: bool = False) -> Office:
    """Make a programme office, with everything that follows it (its place in the editor).

    Raises PermissionRefused unless the actor runs the platform, OperationError for a slug that is taken or not usable.
    """
    require(runs_platform(actor))
    office = Office(slug=slug, name=name.strip(), example=example)
    try:
        office.full_clean()
    except ValidationError as error:
        field, texts = next(iter(error.message_dict.items()))
        raise OperationError(" ".join(texts), field=field) from error
    if not office.name:
        raise OperationError(_("Geef het programmabureau een naam."), field="name")
    office.save()
    followers.office_created(actor, office)
    return office
