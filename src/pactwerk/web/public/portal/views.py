"""View of the portal home."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pactwerk.web.public.explaining import public_page
from pactwerk.web.public.portal.presenter import portal_home


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """The country, its landsdelen, the pacts, and what the product shows."""
    return render(request, "public/home.html", {"page": portal_home(), "crumbs": []})
