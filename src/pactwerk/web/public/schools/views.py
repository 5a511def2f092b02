"""View of one school."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pactwerk.web.public.crumbs import figure_crumbs
from pactwerk.web.public.downloads import csv_response
from pactwerk.web.public.explaining import public_page
from pactwerk.web.public.schools.presenter import school_page


@public_page
def school(request: HttpRequest, brin: str) -> HttpResponse:
    """What happened to a school, with the technical figures of its locations."""
    page = school_page(brin)
    return render(request, "public/school.html", {"page": page, "crumbs": figure_crumbs((page.name, ""))})


@public_page
def school_csv(_request: HttpRequest, brin: str) -> HttpResponse:
    """Exactly the table of the page, as CSV."""
    page = school_page(brin)
    return csv_response(page.table, f"school-{page.code}")
