"""A question that cannot be answered gets a page that says why and what does exist, never a bare error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.basis.readable import ReadableError
from pactwerk.web.public.words import in_language

P = ParamSpec("P")


@dataclass(frozen=True)
class Way:
    """A link that helps the reader on."""

    label: str
    url: str


@dataclass
class Unanswerable(Exception):
    """The address is well formed but asks for something that is not there (404) or makes no sense (400).

    `explanation` is a sentence for the reader; `ways` are links to what does exist.
    """

    title: str
    explanation: str
    ways: tuple[Way, ...] = field(default_factory=tuple)
    status: int = 404

    def __str__(self) -> str:
        return self.explanation


def public_page(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Mark a view as open to everybody, reading only, and turn `Unanswerable` into its page."""

    @wraps(view)
    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD, OPTIONS"})
        try:
            return view(request, *args, **kwargs)
        except Unanswerable as problem:
            return explain(request, problem)
        except ReadableError as error:
            return explain(request, Unanswerable(_("Deze vraag klopt niet"), in_language(error, "message"), status=400))

    # functools.wraps gives the view its own type back; Django only marks it
    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", login_not_required(wrapped))


def explain(request: HttpRequest, problem: Unanswerable) -> HttpResponse:
    """The page of a question without an answer, with its status code."""
    crumbs = [(_("Nederland"), reverse("public:home")), (problem.title, "")]
    return render(request, "public/unanswerable.html", {"problem": problem, "crumbs": crumbs}, status=problem.status)
