"""Views of the pages about reach: each reads the question, asks for the answer and renders it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.figures.disclosure_control import PublishableTable, merge
from pactwerk.web.public.crumbs import figure_crumbs
from pactwerk.web.public.downloads import csv_response, json_response
from pactwerk.web.public.explaining import Unanswerable, Way, public_page
from pactwerk.web.public.reach.area_page import area_page
from pactwerk.web.public.reach.closing_page import closing_page
from pactwerk.web.public.reach.page import ReachPage
from pactwerk.web.public.reach.sizes_page import sizes_page

PARTS = ("profielen", "gemeenten", "postcodes", "k22")


def _status(page: ReachPage) -> int:
    return 400 if page.wrong else 200


@public_page
def reach(request: HttpRequest) -> HttpResponse:
    """Who lives within reach of which technical profile."""
    page = area_page(request.GET)
    context = {"page": page, "crumbs": figure_crumbs((_("Bereik"), ""))}
    return render(request, "public/reach.html", context, status=_status(page))


@public_page
def reach_file(request: HttpRequest, form: str) -> HttpResponse:
    """The table of the page as CSV or JSON; `deel` says which."""
    page = area_page(request.GET)
    part = request.GET.get("deel") or PARTS[0]
    if page.answer is None or part not in PARTS:
        raise _no_file(page, "public:reach")
    tables = {
        "profielen": page.answer.profiles,
        "gemeenten": page.answer.municipalities,
        "postcodes": page.answer.postcodes,
        "k22": page.official,
    }
    table = tables[part]
    if table is None:
        raise Unanswerable(_("Geen cijfers"), page.official_lacking, (Way(_("Bereik"), reverse("public:reach")),))
    return _file(table, f"bereik-{page.answer.question.area}-{part}", form)


@public_page
def closing(request: HttpRequest) -> HttpResponse:
    """What happens to reach when locations close or profiles open."""
    page = closing_page(request.GET)
    steps = [(_("Bereik"), reverse("public:reach")), (_("Als een vestiging sluit"), "")]
    context = {"page": page, "crumbs": figure_crumbs(*steps)}
    return render(request, "public/reach_closing.html", context, status=_status(page))


@public_page
def closing_file(request: HttpRequest, form: str) -> HttpResponse:
    """Shares and affected pupils of the page as CSV or JSON."""
    page = closing_page(request.GET)
    if page.answer is None:
        raise _no_file(page, "public:reach_closing")
    table = merge(page.answer.shares, page.answer.moved)
    return _file(table, f"bereik-sluiting-{page.answer.question.area}", form)


@public_page
def sizes(request: HttpRequest) -> HttpResponse:
    """How large the groups of a profile are at each location."""
    page = sizes_page(request.GET)
    steps = [(_("Bereik"), reverse("public:reach")), (_("Groepsgrootte"), "")]
    context = {"page": page, "crumbs": figure_crumbs(*steps)}
    return render(request, "public/reach_sizes.html", context, status=_status(page))


@public_page
def sizes_file(request: HttpRequest, form: str) -> HttpResponse:
    """The group sizes as CSV or JSON."""
    page = sizes_page(request.GET)
    if page.answer is None:
        raise _no_file(page, "public:reach_sizes")
    return _file(page.answer.table, f"groepsgrootte-{page.answer.question.area}", form)


def _file(table: PublishableTable, name: str, form: str) -> HttpResponse:
    return csv_response(table, name) if form == "csv" else json_response(table, name)


def _no_file(page: ReachPage, name: str) -> Unanswerable:
    text = page.wrong or page.lacking or _("Bij deze keuze zijn geen cijfers.")
    return Unanswerable(
        _("Geen cijfers"), text, (Way(_("Terug naar de keuze"), reverse(name)),), 400 if page.wrong else 404
    )
