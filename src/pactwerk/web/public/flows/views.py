"""Views of the flows: each reads the question, gathers the page and renders it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.web.public.crumbs import Crumb, crumbs
from pactwerk.web.public.explaining import public_page
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.figures.question import read_area
from pactwerk.web.public.flows import downloads
from pactwerk.web.public.flows.chain import chain_page
from pactwerk.web.public.flows.page import FlowPage, flow_page
from pactwerk.web.public.flows.question import read_question
from pactwerk.web.public.flows.sources import find_source, missing, sources


def _crumbs(*steps: Crumb) -> list[Crumb]:
    return crumbs((_("Stromen"), reverse("public:flows") if steps else ""), *steps)


@public_page
def index(request: HttpRequest) -> HttpResponse:
    """What flows can be seen, and what is missing for more."""
    context = {"sources": sources(), "missing": missing(), "release": release(), "crumbs": _crumbs()}
    return render(request, "public/flows/index.html", context)


@public_page
def flow(request: HttpRequest, code: str) -> HttpResponse:
    """One flow: choices, tables, pictures."""
    page = _page(request, code)
    return render(request, "public/flows/flow.html", {"page": page, "crumbs": _crumbs((page.name, ""))})


@public_page
def flow_csv(request: HttpRequest, code: str) -> HttpResponse:
    """Exactly the figures of the page, as CSV."""
    return downloads.flow_csv(request, _page(request, code))


@public_page
def flow_json(request: HttpRequest, code: str) -> HttpResponse:
    """Exactly the figures of the page, as JSON."""
    return downloads.flow_json(_page(request, code))


@public_page
def chain(request: HttpRequest) -> HttpResponse:
    """The chain of technology from primary school to work, for an area."""
    page = chain_page(request, read_area(request.GET.get("gebied") or "NL"))
    return render(request, "public/flows/chain.html", {"page": page, "crumbs": _crumbs((_("Keten"), ""))})


def _page(request: HttpRequest, code: str) -> FlowPage:
    return flow_page(read_question(find_source(code), request.GET))
