"""Security headers that Django and django-csp do not set by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase


class HeadersMiddleware:
    """Permissions-Policy on every response, static files and errors included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        return response


class ContentPolicyMiddleware(CSPMiddleware):  # type: ignore[misc]  # django-csp is not followed by mypy
    """The content policy: strict everywhere, wider in the editor, closed for uploads."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only:
            parts.config = _policy_for(request.path_info)
        return parts


def _policy_for(path: str) -> dict[str, object]:
    if path.startswith("/cms/"):
        return dict(settings.EDITOR_CONTENT_SECURITY_POLICY)
    if path.startswith((settings.MEDIA_URL, "/documenten/")):
        return dict(settings.MEDIA_CONTENT_SECURITY_POLICY)
    return dict(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"])
