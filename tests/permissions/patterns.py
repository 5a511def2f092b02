"""Every address the product answers, read from Django's resolver."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern, RoutePattern


@dataclass(frozen=True)
class Pattern:
    """One address: its key in the classification table, its parts, its view."""

    key: str
    parts: tuple[RoutePattern | RegexPattern, ...]
    view: Callable[..., Any]

    @property
    def is_public(self) -> bool:
        """Whether LoginRequiredMiddleware lets everybody through."""
        return not getattr(self.view, "login_required", True)


def all_patterns() -> list[Pattern]:
    """Every pattern once; the language prefix is left out."""
    found: dict[str, Pattern] = {}
    for pattern in _walk(get_resolver(), ()):
        found.setdefault(pattern.key, pattern)
    return list(found.values())


def _walk(resolver: URLResolver, before: tuple[Any, ...]) -> Iterator[Pattern]:
    for each in resolver.url_patterns:
        here = before if isinstance(each.pattern, LocalePrefixPattern) else (*before, each.pattern)
        if isinstance(each, URLResolver):
            yield from _walk(each, here)
        elif isinstance(each, URLPattern):
            yield Pattern("".join(str(part) for part in here), here, each.callback)
