"""The office somebody works for in this session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from pactwerk.foundation.accounts.models import Office
from pactwerk.foundation.operations.errors import PermissionRefused

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

SESSION_KEY = "office"


def own_offices(request: HttpRequest) -> QuerySet[Office]:
    """The offices the user is a member of; none for a visitor."""
    if not request.user.is_authenticated:
        return Office.objects.none()
    return Office.objects.filter(memberships__user_id=request.user.pk)


def current_office(request: HttpRequest) -> Office | None:
    """The office chosen in this session; when that membership ended, another own one."""
    offices = own_offices(request)
    chosen = request.session.get(SESSION_KEY)
    office = offices.filter(pk=chosen).first() if chosen is not None else None
    if office is None:
        office = offices.first()
        _remember(request, office)
    return office


def switch_office(request: HttpRequest, office: Office) -> None:
    """Work for another of the own offices. Raises PermissionRefused for an office one is no member of."""
    if not own_offices(request).filter(pk=office.pk).exists():
        raise PermissionRefused(_("U bent geen lid van dit programmabureau."))
    _remember(request, office)


def _remember(request: HttpRequest, office: Office | None) -> None:
    if office is None:
        request.session.pop(SESSION_KEY, None)
    elif request.session.get(SESSION_KEY) != office.pk:
        request.session[SESSION_KEY] = office.pk
