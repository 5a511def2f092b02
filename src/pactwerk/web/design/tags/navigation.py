"""Tags to find the way: breadcrumbs, language switch, pager, icon."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.context import Context
from django.urls import translate_url
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from pactwerk.web.design import icons
from pactwerk.web.design.tags import register

LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}


@register.simple_tag
def icon(name: str) -> SafeString:
    """`{% icon "arrow" %}`: an icon that screen readers skip."""
    return icons.icon(name)


@register.inclusion_tag("design/components/breadcrumbs.html")
def breadcrumbs(crumbs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """`{% breadcrumbs crumbs %}`: pairs of label and address; the last one is this page."""
    steps = list(crumbs or ())
    return {"steps": steps[:-1], "here": steps[-1] if steps else None}


@register.inclusion_tag("design/components/language_switch.html", takes_context=True)
def language_switch(context: Context) -> dict[str, Any]:
    """`{% language_switch %}`: a link to this very page in each other language."""
    request = context.get("request")
    current = (get_language() or "nl")[:2]
    others = [code for code, _name in settings.LANGUAGES if code != current]
    return {"languages": [(code, LANGUAGE_NAMES[code], _same_page(request, code)) for code in others]}


def _same_page(request: HttpRequest | None, language: str) -> str:
    address = request.get_full_path() if request else "/"
    translated = translate_url(address, language)
    if translated != address or request is None or request.resolver_match is not None:
        return translated
    # an address that leads nowhere (the page of a 404) has no twin: go to the other language's start
    with override(language):
        return "/en/" if language == "en" else "/"


@register.inclusion_tag("design/components/pager.html", takes_context=True)
def pager(context: Context, page: Any, parameter: str = "pagina") -> dict[str, Any]:
    """`{% pager page %}`: previous, numbers and next of a Django `Page`; keeps the rest of the address."""
    query = context["request"].GET.copy() if "request" in context else None

    def address(number: int) -> str:
        if query is None:
            return f"?{parameter}={number}"
        query[parameter] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = [(number, address(number) if isinstance(number, int) else "") for number in numbers]
    return {
        "page": page,
        "links": links,
        "previous": address(page.previous_page_number()) if page.has_previous() else "",
        "next": address(page.next_page_number()) if page.has_next() else "",
        "summary": _("Pagina %(n)s van %(total)s") % {"n": page.number, "total": page.paginator.num_pages},
    }


@register.filter
def is_current(address: str, request: HttpRequest | None) -> bool:
    """`{% if url|is_current:request %}`: whether the reader is on this address or below it."""
    return bool(address and request and request.path.startswith(address))
