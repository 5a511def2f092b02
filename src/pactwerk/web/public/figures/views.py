"""Views of the figures: each reads the question, asks for the answer and renders it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from pactwerk.web.public.crumbs import figure_crumbs
from pactwerk.web.public.downloads import csv_response, json_response
from pactwerk.web.public.explaining import public_page
from pactwerk.web.public.figures import presenters
from pactwerk.web.public.figures.answer import answer, release
from pactwerk.web.public.figures.map_page import map_page
from pactwerk.web.public.figures.provenance_page import provenance_page
from pactwerk.web.public.figures.question import Question, read_question


@public_page
def catalogue(request: HttpRequest) -> HttpResponse:
    """All indicators with their state."""
    context = {"lines": presenters.catalogue_by_line(), "release": release(), "crumbs": figure_crumbs()}
    return render(request, "public/catalogue.html", context)


@public_page
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator for any area: choices, chart, table."""
    question = read_question(code, request.GET)
    page = presenters.indicator_page(question)
    return render(request, "public/indicator.html", {"page": page, "crumbs": figure_crumbs((page.name, ""))})


@public_page
def indicator_csv(request: HttpRequest, code: str) -> HttpResponse:
    """Exactly the table of the page, as CSV."""
    question = read_question(code, request.GET)
    return csv_response(answer(question).table, _file_name(question))


@public_page
def indicator_json(request: HttpRequest, code: str) -> HttpResponse:
    """Exactly the table of the page, as JSON."""
    question = read_question(code, request.GET)
    return json_response(answer(question).table, _file_name(question))


@public_page
def indicator_map(request: HttpRequest, code: str) -> HttpResponse:
    """The indicator per municipality on a map, with its table."""
    page = map_page(read_question(code, request.GET))
    steps = [(page.name, page.question.url()), (_("Kaart"), "")]
    return render(request, "public/map.html", {"page": page, "crumbs": figure_crumbs(*steps)})


@public_page
def provenance(request: HttpRequest, code: str) -> HttpResponse:
    """Where each number of a table comes from."""
    page = provenance_page(read_question(code, request.GET), request.GET.get("pagina"))
    steps = [(page.name, page.question.url()), (_("Waar komt dit cijfer vandaan?"), "")]
    return render(request, "public/provenance.html", {"page": page, "crumbs": figure_crumbs(*steps)})


def _file_name(question: Question) -> str:
    parts = [question.indicator.code, *(a.code for a in question.areas), question.period, *question.by]
    return "-".join(parts)
