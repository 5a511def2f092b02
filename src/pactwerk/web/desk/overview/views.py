"""Views of the desk's start and of one pact on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pactwerk.domain.organisations.queries import lapsing_roles
from pactwerk.foundation.accounts.current_office import current_office, own_offices, switch_office
from pactwerk.foundation.operations import Actor
from pactwerk.progress.releases.permissions import may_see_loading
from pactwerk.web.desk.figures.overview import shown_due
from pactwerk.web.desk.finding import may_edit, own_pact
from pactwerk.web.desk.overview.presenter import desk_goals, desk_pacts
from pactwerk.web.public.words import written


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """My office's pacts; a user without an office is told whom to ask."""
    office = current_office(request)
    context = {
        "office": office,
        "offices": own_offices(request),
        "pacts": desk_pacts(office) if office else (),
        "due": shown_due() if office else (),
        "lapsing": lapsing_roles(office, on=timezone.localdate()) if office else (),
        "sees_figures": may_see_loading(Actor.from_request(request)),
        "crumbs": [(_("Bureau"), "")],
    }
    return render(request, "desk/home.html", context)


@require_POST
def choose_office(request: HttpRequest) -> HttpResponse:
    """Work for another of the own offices; an office one is no member of changes nothing."""
    chosen = own_offices(request).filter(slug=request.POST.get("bureau", "")).first()
    if chosen is None:
        return render(
            request, "desk/refused.html", {"reason": _("U bent geen lid van dit programmabureau.")}, status=403
        )
    switch_office(request, chosen)
    return redirect("desk:home")


@require_safe
def pact(request: HttpRequest, slug: str) -> HttpResponse:
    """The goals of one of my office's pacts, with what waits."""
    found = own_pact(request, slug)
    context = {
        "pact": found,
        "goals": desk_goals(found),
        "may_edit": may_edit(request, found),
        "crumbs": [(_("Bureau"), reverse("desk:home")), (written(found, "name"), "")],
    }
    return render(request, "desk/pact.html", context)
