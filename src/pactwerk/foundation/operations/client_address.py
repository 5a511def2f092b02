"""Where a request came from, behind the proxies of the own machine room."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest


def client_address(request: HttpRequest | None) -> str:
    """The address of who asks: what the outermost of ``PACTWERK_PROXIES`` own proxies saw; empty when unknown.

    Each proxy adds the address it was asked from at the end of ``X-Forwarded-For``; what stands before those was
    written by the client and is not believed. Without proxies the header is not read at all.
    """
    if request is None:
        return ""
    count: int = settings.PACTWERK_PROXIES
    hops = [hop for hop in request.headers.get("x-forwarded-for", "").split(",") if hop.strip()] if count else []
    seen = _clean(hops[max(len(hops) - count, 0)]) if hops else ""
    return seen or _clean(request.META.get("REMOTE_ADDR") or "")


def _clean(text: str) -> str:
    """The address without port and brackets; empty when it is none."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return ""
