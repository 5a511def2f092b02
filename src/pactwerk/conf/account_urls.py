"""Addresses of signing in; include under ``account/``.

Allauth's list without what the product does not offer: signing up, changing the mail address and sign-in codes would
change accounts outside an operation.
"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path, re_path


@login_not_required
def closed(_request: HttpRequest, **_parts: str) -> HttpResponse:
    """An address of allauth that this product does not offer."""
    raise Http404


urlpatterns = [
    re_path(r"^(?:signup|email|confirm-email|password/set|login/code)/", closed),
    path("", include("allauth.account.urls")),
    path("tweede-stap/", include("allauth.mfa.urls")),
]
