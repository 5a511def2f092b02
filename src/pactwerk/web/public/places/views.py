"""View of one area."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pactwerk.web.public.crumbs import crumbs
from pactwerk.web.public.explaining import public_page
from pactwerk.web.public.figures.question import read_area
from pactwerk.web.public.places.presenter import area_page as present


@public_page
def area_page(request: HttpRequest, code: str) -> HttpResponse:
    """What an area is made of, the pacts in it and its figures."""
    if chosen := request.GET.get("naar"):
        return redirect("public:area", read_area(chosen).code)
    page = present(read_area(code))
    return render(request, "public/area.html", {"page": page, "crumbs": crumbs(*page.path)})
