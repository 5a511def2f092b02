"""Template text drawn to HTML."""

from __future__ import annotations

from typing import Any

from django.template import Context, Template
from django.test import RequestFactory


def drawn(text: str, **context: Any) -> str:
    """Render template text with the product's template library loaded and a request at hand."""
    context.setdefault("request", RequestFactory().get("/cijfers/"))
    return str(Template("{% load pactwerk_design %}" + text).render(Context(context)))
