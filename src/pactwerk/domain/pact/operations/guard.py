"""What every change to a pact asks first: may the actor, and is the pact still open."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pactwerk.basis.dated import parse_period
from pactwerk.basis.places import area
from pactwerk.basis.readable import ReadableError
from pactwerk.domain.pact.models import Pact, PactStatus
from pactwerk.domain.pact.permissions import may_edit_pact
from pactwerk.foundation.operations import Actor, OperationError, require


def require_open(actor: Actor, pact: Pact) -> None:
    """Raise PermissionRefused for who may not edit, OperationError for a pact that is archived."""
    require(may_edit_pact(actor, pact))
    require_unfrozen(pact)


def require_unfrozen(*pacts: Pact | None) -> None:
    """Raise OperationError when one of the pacts is archived; the permission is the caller's to check."""
    if any(pact is not None and pact.status == PactStatus.ARCHIVED for pact in pacts):
        raise OperationError(_("Dit pact is gearchiveerd. Heropen het eerst om iets te wijzigen."))


def readable(error: ReadableError, field: str) -> OperationError:
    """The same complaint in the language of the screen."""
    english = (get_language() or "").startswith("en")
    return OperationError(error.message_en if english else error.message_nl, field=field)


def period_text(text: str, field: str) -> str:
    """The period as it is stored (`2017/18`, `2013-06`, `2014`); empty stays empty.

    Raises OperationError for text that names no period.
    """
    if not text.strip():
        return ""
    try:
        return str(parse_period(text))
    except ReadableError as error:
        raise readable(error, field) from error


def area_code(code: str) -> str:
    """The code of a known area; empty stays empty. Raises OperationError for an unknown one."""
    if not code:
        return ""
    try:
        return area(code).code
    except ReadableError as error:
        raise readable(error, "area_code") from error
