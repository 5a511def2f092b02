"""View of the figures releases."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from pactwerk.web.public.crumbs import figure_crumbs
from pactwerk.web.public.explaining import public_page
from pactwerk.web.public.releases.presenter import releases_page


@public_page
def releases(request: HttpRequest) -> HttpResponse:
    """The current release with its files and warnings, what is missing, and the releases before it."""
    context = {"page": releases_page(), "crumbs": figure_crumbs((_("Uitgaven"), ""))}
    return render(request, "public/releases.html", context)
