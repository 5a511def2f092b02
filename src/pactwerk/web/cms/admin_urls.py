"""Addresses of Wagtail's editor; include under ``cms/``.

Signing in, the own account, users and groups are ours (allauth and operations): Wagtail's screens for them would go
round the second factor, the rate limits and the audit log, so they are closed here, before Wagtail's own list. Screens
that show one office what another has not published are closed too; the permission matrix (tests/permissions) found
them.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import include, path, re_path, reverse_lazy
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtail_urls
from wagtail.admin.auth import require_admin_access
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy
from wagtail.images.views.chooser import viewset as image_chooser


def closed(_request: HttpRequest, **_parts: str) -> HttpResponse:
    """A screen of Wagtail's that this product does not offer."""
    raise Http404


def select_format(request: HttpRequest, image_id: int) -> HttpResponse:
    """Wagtail's screen, but only for pictures the user may choose: Wagtail itself shows anybody's."""
    image = get_object_or_404(get_image_model(), pk=image_id)
    if not permission_policy.user_has_any_permission_for_instance(request.user, ["choose", "change"], image):
        raise PermissionDenied
    response: HttpResponse = image_chooser.select_format_view(request, image_id=image_id)
    return response


urlpatterns = [
    path("login/", RedirectView.as_view(url=reverse_lazy("account_login"), query_string=True)),
    path("logout/", RedirectView.as_view(url=reverse_lazy("account_logout"))),
    path("account/", RedirectView.as_view(url=reverse_lazy("mfa_index"))),
    re_path(r"^(?:users|groups|password_reset|bulk/accounts)/", closed),
    re_path(r"^(?:api/main/documents|api/main/images|reports/page-types-usage)/", closed),
    path("images/chooser/<int:image_id>/select_format/", require_admin_access(select_format)),
    path("", include(wagtail_urls)),
]
