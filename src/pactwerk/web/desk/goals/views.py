"""Views of one goal on the desk; each form names its operation, the rest is shared."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pactwerk.domain.pact import operations
from pactwerk.domain.pact.models import Goal, Milestone
from pactwerk.domain.pact.queries import goal_gaps, target_history
from pactwerk.foundation.operations import Actor, OperationError, PermissionRefused
from pactwerk.web.design.numbers import figure_with_unit
from pactwerk.web.desk.finding import may_edit, own_goal
from pactwerk.web.desk.goals import acts, forms
from pactwerk.web.desk.goals.form_page import FormPage, goal_path, refused, show
from pactwerk.web.desk.goals.recorded import recorded, shown
from pactwerk.web.desk.overview.presenter import todo
from pactwerk.web.public.pacts.revisions import revisions
from pactwerk.web.public.words import written

form_view = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def goal(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One goal with everything recorded about it and what can be done."""
    found = own_goal(request, slug, number)
    context = {
        "goal": found,
        "todo": todo(found),
        "incomplete": not found.measurable or bool(goal_gaps(found)),
        "targets": revisions(target_history(found)),
        "figures": recorded(found),
        "milestones": found.milestones.all(),
        "may_edit": may_edit(request, found.pact),
        "crumbs": goal_path(found),
    }
    return render(request, "desk/goal.html", context)


@form_view
def baseline(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Choose the baseline year."""
    page = FormPage(_("Basisjaar kiezen"), _("Kies dit basisjaar"), forms.BaselineForm, acts.set_baseline)
    return show(request, own_goal(request, slug, number), page)


@form_view
def target(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Agree or revise a target."""
    page = FormPage(_("Streefwaarde vastleggen of herzien"), _("Leg vast"), forms.TargetForm, acts.set_target)
    return show(request, own_goal(request, slug, number), page)


@form_view
def own_figure(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Record an own figure."""
    page = FormPage(_("Eigen cijfer vastleggen"), _("Leg vast"), forms.OwnFigureForm, acts.record_own_figure)
    return show(request, own_goal(request, slug, number), page)


@form_view
def withdraw_figure(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    """Take an own figure back; asking the reason is also the confirmation."""
    found = own_goal(request, slug, number)
    figure = next((figure for figure in found.own_figures.all() if figure.pk == pk), None)
    if figure is None:
        raise Http404(_("Dit cijfer staat niet bij dit doel."))
    intro = _("Het cijfer %(figure)s blijft met de reden zichtbaar en telt niet meer mee.")
    act = partial(acts.withdraw_figure, figure)
    name = f"{figure.period}: {figure_with_unit(shown(figure).rows[0])}"
    title, button = _("Eigen cijfer intrekken"), _("Trek dit cijfer in")
    return show(
        request,
        found,
        FormPage(title, button, forms.WithdrawFigureForm, act, intro % {"figure": name}),
    )


@form_view
def story(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Write the story behind the curve."""
    page = FormPage(_("Het verhaal achter de curve"), _("Bewaren"), forms.StoryForm, acts.write_story)
    return show(request, own_goal(request, slug, number), page)


@form_view
def fill_in(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Fill in a goal that was recorded incomplete."""
    page = FormPage(_("Doel invullen"), _("Leg het doel vast"), forms.FillInForm, acts.fill_in)
    return show(request, own_goal(request, slug, number), page)


@form_view
def milestone(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    """Record that a milestone was reached."""
    found = own_goal(request, slug, number)
    act = partial(acts.reach, _milestone(found, pk))
    page = FormPage(
        _("Mijlpaal bereikt"), _("Leg vast"), forms.MilestoneForm, act, written(_milestone(found, pk), "text")
    )
    return show(request, found, page)


@require_POST
def reopen_milestone(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    """Undo: the milestone was not reached after all."""
    found = own_goal(request, slug, number)
    reached = _milestone(found, pk)
    done = _("De mijlpaal staat weer open.")
    return _undo(request, found, lambda actor: operations.reopen_milestone(actor, reached), done)


@require_POST
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take a goal back; it keeps its number and history, so `restore` undoes it."""
    found = own_goal(request, slug, number)
    done = _("Het doel is ingetrokken. U kunt dit hieronder ongedaan maken.")
    return _undo(request, found, lambda actor: operations.withdraw_goal(actor, found), done)


@require_POST
def restore(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Undo a withdrawal."""
    found = own_goal(request, slug, number)
    return _undo(request, found, lambda actor: operations.restore_goal(actor, found), _("Het doel doet weer mee."))


def _undo(request: HttpRequest, found: Goal, act: Callable[[Actor], object], done: str) -> HttpResponse:
    """One button without questions: do it, or show the operation's own words."""
    try:
        act(Actor.from_request(request))
    except PermissionRefused as error:
        return refused(request, found, str(error))
    except OperationError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("desk:goal", found.pact.slug, found.number)


def _milestone(found: Goal, pk: int) -> Milestone:
    """A milestone of this very goal; raises Http404 for another goal's."""
    milestone = next((milestone for milestone in found.milestones.all() if milestone.pk == pk), None)
    if milestone is None:
        raise Http404(_("Deze mijlpaal staat niet bij dit doel."))
    return milestone
