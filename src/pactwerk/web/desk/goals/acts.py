"""What each form does: one operation, with the answers in its own words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from pactwerk.domain.pact import operations
from pactwerk.domain.pact.models import Goal, GoalKind, Milestone, OwnFigure, Target
from pactwerk.domain.pact.queries import current_targets
from pactwerk.foundation.operations import Actor, OperationError
from pactwerk.web.desk.goals.forms import NEW, GoalForm


def set_baseline(actor: Actor, goal: Goal, form: GoalForm) -> str:
    """Choose the baseline; returns the message of success."""
    operations.set_baseline(actor, goal, **form.cleaned_data)
    return _("Het basisjaar is nu %(period)s.") % {"period": goal.baseline_period}


def set_target(actor: Actor, goal: Goal, form: GoalForm) -> str:
    """Agree a new target or revise the chosen one."""
    facts = dict(form.cleaned_data)
    which = facts.pop("which")
    revised = next((target for target in current_targets(goal) if str(target.pk) == which), None)
    if which != NEW and revised is None:
        raise OperationError(_("Deze streefwaarde is al herzien; herzie de nieuwste."), field="which")
    if revised is None:
        target: Target = operations.add_target(actor, goal, **facts)
        return _("De streefwaarde voor %(period)s is vastgelegd.") % {"period": target.period or "–"}
    operations.revise_target(actor, revised, **facts)
    return _("De streefwaarde is herzien; de vorige blijft zichtbaar.")


def record_own_figure(actor: Actor, goal: Goal, form: GoalForm) -> str:
    """Record an own figure."""
    figure: OwnFigure = operations.record_own_figure(actor, goal, **form.cleaned_data)
    return _("Het eigen cijfer voor %(period)s is vastgelegd.") % {"period": figure.period}


def write_story(actor: Actor, goal: Goal, form: GoalForm) -> str:
    """Write the story behind the curve."""
    operations.write_story(actor, goal, story=form.cleaned_data["story"], story_en=form.cleaned_data["story_en"])
    return _("Het verhaal is opgeslagen.")


def fill_in(actor: Actor, goal: Goal, form: GoalForm) -> str:
    """Fill in an incomplete goal."""
    facts = dict(form.cleaned_data)
    value = facts.pop("target_value")
    target: operations.TargetFacts | None = None
    if value is not None:
        target = operations.TargetFacts(period=facts["horizon"], citation=facts["citation"])
        target["ratio" if facts["kind"] == GoalKind.RATIO else "value"] = value
    operations.fill_in_goal(actor, goal, target=target, **facts)
    return _("Het doel is ingevuld.")


def reach(milestone: Milestone, actor: Actor, _goal: Goal, form: GoalForm) -> str:
    """Record that a milestone was reached."""
    operations.reach_milestone(actor, milestone, on=form.cleaned_data["on"])
    return _("De mijlpaal is bereikt. U kunt dit hieronder ongedaan maken.")


def withdraw_figure(figure: OwnFigure, actor: Actor, _goal: Goal, form: GoalForm) -> str:
    """Take an own figure back."""
    operations.withdraw_own_figure(actor, figure, reason=form.cleaned_data["reason"])
    return _("Het eigen cijfer is ingetrokken.")
