"""Acts that ask for a reason: withdrawing a release and undoing that. Asking the reason is the confirmation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pactwerk.figures.releases import managing
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused
from pactwerk.progress.home import figures_home
from pactwerk.progress.releases import operations
from pactwerk.web.desk.figures.access import crumbs, publishers_only, refusal
from pactwerk.web.desk.figures.forms import ReasonForm

UNPROCESSABLE = 422


@dataclass(frozen=True)
class ReasonPage:
    """What one page asks and does; `act` gets the reason."""

    title: str
    intro: str
    button: str
    done: str
    act: Callable[[Actor, str], object]
    hint: str
    """Where the reason can be read from then on."""
    danger: bool = False
    back: str = "desk:figures"


@require_http_methods(["GET", "HEAD", "POST"])
@publishers_only
def withdraw(request: HttpRequest, release_id: str) -> HttpResponse:
    """Withdraw a release with a reason."""
    state = _state(release_id)
    words = {"id": release_id}
    intro = _(
        "De uitgave blijft leesbaar en krijgt overal het merk ingetrokken, met uw reden. Zij wordt niet meer actueel."
    )
    if state.current:
        intro = f"{intro} {_('Dit is de actuele uitgave: de pagina’s tonen daarna weer de vorige.')}"
    page = ReasonPage(
        title=_("Uitgave %(id)s intrekken") % words,
        intro=intro,
        button=_("Trek de uitgave in"),
        done=_("Uitgave %(id)s is ingetrokken.") % words,
        hint=_("Deze tekst staat voortaan openbaar bij de uitgave."),
        act=lambda actor, reason: operations.withdraw_release(actor, release_id=release_id, reason=reason),
        danger=True,
    )
    return show(request, page)


@require_http_methods(["GET", "HEAD", "POST"])
@publishers_only
def reinstate(request: HttpRequest, release_id: str) -> HttpResponse:
    """Undo a withdrawal with a reason."""
    _state(release_id)
    words = {"id": release_id}
    page = ReasonPage(
        title=_("Intrekken van uitgave %(id)s ongedaan maken") % words,
        intro=_(
            "De uitgave kan daarna weer actueel worden gemaakt. Beide handelingen blijven in de geschiedenis staan."
        ),
        button=_("Maak het intrekken ongedaan"),
        done=_("Uitgave %(id)s is niet langer ingetrokken.") % words,
        hint=_("Deze tekst blijft in de geschiedenis van de uitgaven staan."),
        act=lambda actor, reason: operations.reinstate_release(actor, release_id=release_id, reason=reason),
    )
    return show(request, page)


def show(request: HttpRequest, page: ReasonPage) -> HttpResponse:
    """Ask the reason, act, say what happened; an operation's refusal stands at the form in its own words."""
    form = ReasonForm(request.POST) if request.method == "POST" else ReasonForm()
    form.fields["reason"].help_text = page.hint
    if request.method == "POST" and form.is_valid():
        try:
            page.act(Actor.from_request(request), form.cleaned_data["reason"])
        except PermissionRefused as error:
            return refusal(request, str(error))
        except OperationError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            messages.success(request, page.done)
            return redirect(page.back)
    status = UNPROCESSABLE if request.method == "POST" else 200
    context = {"page": page, "form": form, "crumbs": crumbs((page.title, ""))}
    return render(request, "desk/figures/reason.html", context, status=status)


def _state(release_id: str) -> managing.ReleaseState:
    found = next((state for state in managing.states(figures_home()) if state.id == release_id), None)
    if found is None:
        raise Http404(_("Er is geen uitgave met dit nummer."))
    return found
