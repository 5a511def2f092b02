"""One form on one page: show, check, confirm what would be lost, act, say what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from pactwerk.domain.pact.models import Goal
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused
from pactwerk.web.desk.finding import may_edit
from pactwerk.web.desk.goals.forms import GoalForm
from pactwerk.web.public.words import written

UNPROCESSABLE = 422  # the answers were understood but cannot be carried out (RFC 9110, 15.5.21)
CONFIRMED = "bevestigd"


@dataclass(frozen=True)
class FormPage:
    """What one page asks and does; `act` calls the operation and returns the message of success."""

    title: str
    button: str
    form: type[GoalForm]
    act: Callable[[Actor, Goal, GoalForm], str]
    intro: str = ""


def show(request: HttpRequest, goal: Goal, page: FormPage) -> HttpResponse:
    """Handle the page for a reader or a writer; errors of operations stand at the form, in their own words."""
    if not may_edit(request, goal.pact):
        return refused(request, goal, _("U hebt niet de rechten om dit te doen."))
    if request.method != "POST":
        return _render(request, page, page.form(goal))
    form = page.form(goal, request.POST)
    if not form.is_valid():
        return _render(request, page, form, status=UNPROCESSABLE)
    if (loss := form.loses()) and request.POST.get(CONFIRMED) != "1":
        return _render(request, page, form, loss=loss)
    return _act(request, goal, page, form)


def _act(request: HttpRequest, goal: Goal, page: FormPage, form: GoalForm) -> HttpResponse:
    try:
        message = page.act(Actor.from_request(request), goal, form)
    except PermissionRefused as error:
        return refused(request, goal, str(error))
    except OperationError as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
        return _render(request, page, form, status=UNPROCESSABLE)
    messages.success(request, message)
    return redirect("desk:goal", goal.pact.slug, goal.number)


def refused(request: HttpRequest, goal: Goal, reason: str) -> HttpResponse:
    """The page of a refusal: why, and the way back."""
    context = {"reason": reason, "goal": goal, "crumbs": goal_path(goal, _("Niet toegestaan"))}
    return render(request, "desk/refused.html", context, status=403)


def _render(request: HttpRequest, page: FormPage, form: GoalForm, *, loss: str = "", status: int = 200) -> HttpResponse:
    goal = form.goal
    context = {"page": page, "form": form, "goal": goal, "loss": loss, "crumbs": goal_path(goal, page.title)}
    return render(request, "desk/form.html", context, status=status)


def goal_path(goal: Goal, here: str = "") -> list[tuple[str, str]]:
    """Breadcrumbs of the desk down to a goal or a form of it."""
    goal_url = reverse("desk:goal", args=[goal.pact.slug, goal.number])
    path = [
        (_("Bureau"), reverse("desk:home")),
        (written(goal.pact, "name"), reverse("desk:pact", args=[goal.pact.slug])),
        (_("Doel %(n)s") % {"n": goal.number}, goal_url if here else ""),
    ]
    return [*path, (here, "")] if here else path
