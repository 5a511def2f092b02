"""Views of the pages of one pact."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.domain.pact.models import Pact
from pactwerk.web.public.crumbs import Crumb, crumbs
from pactwerk.web.public.downloads import csv_response, json_response
from pactwerk.web.public.explaining import public_page
from pactwerk.web.public.pacts.finding import find_goal, find_pact
from pactwerk.web.public.pacts.goal_page import goal_page
from pactwerk.web.public.pacts.goals_page import goals_page
from pactwerk.web.public.pacts.home_page import home_page
from pactwerk.web.public.pacts.parties_page import parties_page
from pactwerk.web.public.places.path import area_path
from pactwerk.web.public.words import written


@public_page
def home(request: HttpRequest, slug: str) -> HttpResponse:
    """Home of a pact: what a deputy shows on a screen."""
    pact = find_pact(request, slug)
    return render(request, "public/pact.html", {"page": home_page(pact), "pact": pact, "crumbs": _path(pact)})


@public_page
def goals(request: HttpRequest, slug: str) -> HttpResponse:
    """All goals of a pact with verdict and reason."""
    pact = find_pact(request, slug)
    context = {"page": goals_page(pact), "pact": pact, "crumbs": _path(pact, (_("Doelen"), ""))}
    return render(request, "public/goals.html", context)


@public_page
def goal(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One goal: path, chart, table, targets, milestones, sources and story."""
    found = find_goal(request, slug, number)
    goals_url = reverse("public:goals", args=[slug])
    page = goal_page(found)
    pact = found.goal.pact
    path = _path(pact, (_("Doelen"), goals_url), (page.title, ""))
    context = {"page": page, "goal": found.goal, "pact": pact, "crumbs": path}
    return render(request, "public/goal.html", context)


@public_page
def goal_csv(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Exactly the table of the goal's page, as CSV."""
    page = goal_page(find_goal(request, slug, number))
    return csv_response(page.table, f"{slug}-doel-{number}")


@public_page
def goal_json(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Exactly the table of the goal's page, as JSON."""
    page = goal_page(find_goal(request, slug, number))
    return json_response(page.table, f"{slug}-doel-{number}")


@public_page
def parties(request: HttpRequest, slug: str) -> HttpResponse:
    """The parties and schools of a pact, filtered by place and kind, a page at a time."""
    pact = find_pact(request, slug)
    page = parties_page(pact, request.GET)
    context = {"page": page, "pact": pact, "crumbs": _path(pact, (_("Partijen"), ""))}
    return render(request, "public/parties.html", context)


def _path(pact: Pact, *steps: Crumb) -> list[Crumb]:
    home_url = reverse("public:pact", args=[pact.slug]) if steps else ""
    return crumbs(*area_path(pact.area_code), (written(pact, "name"), home_url), *steps)
