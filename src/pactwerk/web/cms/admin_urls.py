"""Addresses of Wagtail's editor; include under ``cms/``.

Signing in, the own account, users and groups are ours (allauth and operations): Wagtail's screens for them would go
round the second factor, the rate limits and the audit log, so they are closed here, before Wagtail's own list.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path, re_path, reverse_lazy
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtail_urls


def closed(_request: HttpRequest) -> HttpResponse:
    """Accounts and rights change through operations only."""
    raise Http404


urlpatterns = [
    path("login/", RedirectView.as_view(url=reverse_lazy("account_login"), query_string=True)),
    path("logout/", RedirectView.as_view(url=reverse_lazy("account_logout"))),
    path("account/", RedirectView.as_view(url=reverse_lazy("mfa_index"))),
    re_path(r"^(?:users|groups|password_reset|bulk/accounts)/", closed),
    path("", include(wagtail_urls)),
]
