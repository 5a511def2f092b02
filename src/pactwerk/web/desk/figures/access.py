"""Who gets which of these pages: members of an office look, whoever may publish figures acts."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused
from pactwerk.progress.releases.permissions import may_publish_figures, may_see_loading

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
Crumb = tuple[str, str]


def members_only(view: View[P]) -> View[P]:
    """A page that every member of an office may read; others get the page of a refusal (403)."""

    @wraps(view)
    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not may_see_loading(Actor.from_request(request)):
            return refusal(request, _("Deze pagina is voor leden van een programmabureau."))
        return view(request, *args, **kwargs)

    return wrapped


def publishers_only(view: View[P]) -> View[P]:
    """A page for whoever may publish figures; a reader is told who may. The operations ask again."""

    @members_only
    @wraps(view)
    def wrapped(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not may_publish(request):
            return refusal(request, who_may())
        return view(request, *args, **kwargs)

    return wrapped


def may_publish(request: HttpRequest) -> bool:
    """Whether the page offers acts at all."""
    return may_publish_figures(Actor.from_request(request))


def who_may() -> str:
    """Who may act, for whoever may not."""
    return _(
        "Cijfers laden en actueel maken mag de beheerder van deze installatie; is er maar één programmabureau, dan ook "
        "de beheerders daarvan."
    )


def refusal(request: HttpRequest, reason: str) -> HttpResponse:
    """The page of a refusal."""
    context = {"reason": reason, "crumbs": crumbs((_("Niet toegestaan"), ""))}
    return render(request, "desk/refused.html", context, status=403)


def crumbs(*steps: Crumb) -> list[Crumb]:
    """The desk, its figures, then the steps; the last one is this page."""
    return [(_("Bureau"), reverse("desk:home")), (_("Cijfers"), reverse("desk:figures") if steps else ""), *steps]


def act(request: HttpRequest, do: Callable[[Actor], object], done: str, back: str, *arguments: str) -> HttpResponse:
    """Carry out one button's operation and go back to a page that says what happened, or why it did not."""
    from django.contrib import messages

    try:
        do(Actor.from_request(request))
    except PermissionRefused as error:
        return refusal(request, str(error))
    except OperationError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect(back, *arguments)
