"""Finding a pact or goal for a reader: a draft exists only for members of its own office."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.domain.pact.models import Pact
from pactwerk.domain.pact.queries import pact_by_slug
from pactwerk.foundation.operations import Actor
from pactwerk.progress.boards import GoalOnBoard, goal_on_board
from pactwerk.web.public.explaining import Unanswerable, Way


def find_pact(request: HttpRequest, slug: str) -> Pact:
    """The pact at this address; raises `Unanswerable` (404) when it is not there for this reader."""
    pact = pact_by_slug(Actor.from_request(request), slug)
    if pact is None:
        ways = (Way(_("Alle pacten"), reverse("public:home")),)
        raise Unanswerable(_("Geen pact gevonden"), _("Op dit adres staat geen pact."), ways)
    return pact


def find_goal(request: HttpRequest, slug: str, number: int) -> GoalOnBoard:
    """One goal with its verdict; raises `Unanswerable` (404) when it is not there or was withdrawn."""
    pact = find_pact(request, slug)
    found = goal_on_board(pact, number)
    if found is None or found.goal.withdrawn_on is not None:
        ways = (Way(_("Alle doelen van dit pact"), reverse("public:goals", args=[slug])),)
        text = _("Dit pact heeft geen doel met nummer %(number)s.") % {"number": number}
        raise Unanswerable(_("Geen doel gevonden"), text, ways)
    return found
