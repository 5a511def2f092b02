"""Finding what stands on the desk: only records of the user's own offices exist here."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from pactwerk.domain.pact.models import Goal, Pact
from pactwerk.domain.pact.permissions import may_edit_pact
from pactwerk.domain.pact.queries import goal_by_number, visible_pacts
from pactwerk.foundation.accounts.current_office import own_offices
from pactwerk.foundation.operations import Actor


def own_pact(request: HttpRequest, slug: str) -> Pact:
    """A pact of one of the user's offices; raises Http404 for anybody else's, public or not."""
    actor = Actor.from_request(request)
    pact = visible_pacts(actor).filter(office__in=own_offices(request), slug=slug).first()
    if pact is None:
        raise Http404(_("Op uw bureau staat geen pact met dit adres."))
    return pact


def own_goal(request: HttpRequest, slug: str, number: int) -> Goal:
    """A goal of such a pact; raises Http404 when it is not there."""
    goal = goal_by_number(own_pact(request, slug), number)
    if goal is None:
        raise Http404(_("Dit pact heeft geen doel met nummer %(number)s.") % {"number": number})
    return goal


def may_edit(request: HttpRequest, pact: Pact) -> bool:
    """Whether the page offers forms at all; the operations ask again."""
    return may_edit_pact(Actor.from_request(request), pact)
