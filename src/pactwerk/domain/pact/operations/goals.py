"""Setting goals, filling them in, choosing a baseline, telling the story."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict, Unpack

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from pactwerk.basis.dated import parse_period
from pactwerk.domain.organisations.models import Organisation
from pactwerk.domain.organisations.operations.storing import store
from pactwerk.domain.pact.models import Goal, GoalKind, Pact
from pactwerk.domain.pact.queries import current_targets
from pactwerk.domain.pact.queries.gaps import goal_gaps, part_label
from pactwerk.foundation.operations import Actor, OperationError, operation

from .guard import area_code, period_text, require_open
from .targets import TargetFacts, first_target


class GoalFacts(TypedDict, total=False):
    """What can be recorded about a goal besides its text and kind; numbers in the goal's own unit."""

    title_en: str
    line: str
    owner: Organisation | None
    indicator_code: str
    area_code: str
    by: dict[str, str]
    definition: str
    direction: str
    unit: str
    baseline_period: str
    baseline_value: Decimal | None
    baseline_citation: str
    horizon: str
    end_goal: bool
    population_indicator: str
    agreed_population: int | None
    story: str
    story_en: str
    citation: str


@operation("pact.goal.add")
def add_goal(  # noqa: PLR0913 -- keyword-only, each named where it is called
    actor: Actor,
    pact: Pact,
    *,
    title: str,
    kind: str,
    number: int | None = None,
    target: TargetFacts | None = None,
    accept_gaps: bool = False,
    **facts: Unpack[GoalFacts],
) -> Goal:
    """Add a goal, with its target when one was agreed.

    A measurable goal needs indicator, area, unit, baseline period, target, horizon, source and owner (inventory A61).
    Raises OperationError that lists what is missing, unless *accept_gaps* records the goal as incomplete: its page
    then says what is missing and its verdict follows from that.
    """
    require_open(actor, pact)
    goal = Goal(pact=pact, number=number or _next_number(pact), title=title.strip(), kind=kind)
    _fill(goal, facts)
    return _keep(goal, target, accept_gaps=accept_gaps)


@operation("pact.goal.fill_in")
def fill_in_goal(  # noqa: PLR0913 -- keyword-only, each named where it is called
    actor: Actor,
    goal: Goal,
    *,
    title: str | None = None,
    kind: str | None = None,
    target: TargetFacts | None = None,
    accept_gaps: bool = False,
    **facts: Unpack[GoalFacts],
) -> Goal:
    """Fill in a goal that was recorded incomplete, under the same rule as adding one.

    Raises OperationError for a goal that is complete: its target is revised and its baseline set, each with a reason.
    """
    require_open(actor, goal.pact)
    if goal.measurable and not goal.gaps_accepted:
        raise OperationError(
            _("Dit doel is al volledig vastgelegd; herzie de streefwaarde of kies een ander basisjaar.")
        )
    goal.title = goal.title if title is None else title.strip()
    goal.kind = kind or goal.kind
    _fill(goal, facts)
    return _keep(goal, target, accept_gaps=accept_gaps)


class GoalWords(TypedDict, total=False):
    """The words about a goal, which change nothing in how it is measured."""

    title: str
    title_en: str
    line: str
    owner: Organisation
    citation: str


@operation("pact.goal.describe")
def describe_goal(actor: Actor, goal: Goal, **words: Unpack[GoalWords]) -> Goal:
    """Correct the text, line, owner or source of a goal; what is not named stays as it is."""
    require_open(actor, goal.pact)
    for field, value in words.items():
        setattr(goal, field, value)
    goal.gaps_accepted = bool(goal_gaps(goal))
    return store(goal)


@operation("pact.goal.set_baseline")
def set_baseline(actor: Actor, goal: Goal, *, period: str, value: Decimal | None = None, citation: str = "") -> Goal:
    """Choose the baseline period; without a value, the figure of that period is the baseline.

    This is how a region chooses the baseline year of a doubling goal. An empty period takes the choice back.
    """
    require_open(actor, goal.pact)
    if not goal.measurable:
        raise OperationError(_("Alleen een meetbaar doel heeft een basisjaar."), field="baseline_period")
    goal.baseline_period = period_text(period, "baseline_period")
    _require_before_targets(goal)
    goal.baseline_value = value if goal.baseline_period else None
    goal.baseline_citation = citation
    goal.gaps_accepted = bool(goal_gaps(goal))
    return store(goal)


def _require_before_targets(goal: Goal) -> None:
    """A path runs forward: the year it is measured from comes before every year it should arrive in."""
    if not goal.baseline_period:
        return
    start = parse_period(goal.baseline_period).start
    ends = [target.period for target in current_targets(goal) if target.period]
    if late := [end for end in ends if parse_period(end).start <= start]:
        text = _("Het basisjaar moet vóór de streefwaarde van %(end)s liggen.") % {"end": late[0]}
        raise OperationError(text, field="baseline_period")


@operation("pact.goal.write_story")
def write_story(actor: Actor, goal: Goal, *, story: str, story_en: str = "") -> Goal:
    """Tell the story behind the curve: what the figures do not show."""
    require_open(actor, goal.pact)
    goal.story = story.strip()
    goal.story_en = story_en.strip()
    return store(goal)


@operation("pact.goal.withdraw")
def withdraw_goal(actor: Actor, goal: Goal) -> Goal:
    """Take a goal back; it keeps its number and its history."""
    require_open(actor, goal.pact)
    if goal.withdrawn_on is not None:
        raise OperationError(_("Dit doel is al ingetrokken."))
    goal.withdrawn_on = timezone.localdate()
    return store(goal)


@operation("pact.goal.restore")
def restore_goal(actor: Actor, goal: Goal) -> Goal:
    """Undo a withdrawal."""
    require_open(actor, goal.pact)
    if goal.withdrawn_on is None:
        raise OperationError(_("Dit doel is niet ingetrokken."))
    goal.withdrawn_on = None
    return store(goal)


def _next_number(pact: Pact) -> int:
    highest: int | None = pact.goals.aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def _fill(goal: Goal, facts: GoalFacts) -> None:
    for field, value in facts.items():
        setattr(goal, field, value)
    if not all(isinstance(part, str) for pair in dict(goal.by).items() for part in pair):
        raise OperationError(_("Een uitsplitsing noemt per dimensie één code."), field="by")
    goal.area_code = area_code(goal.area_code or (goal.pact.area_code if goal.measurable else ""))
    goal.baseline_period = period_text(goal.baseline_period, "baseline_period")
    goal.horizon = period_text(goal.horizon, "horizon")


def _keep(goal: Goal, target: TargetFacts | None, *, accept_gaps: bool) -> Goal:
    gaps = goal_gaps(goal, target_given=target is not None) if goal.measurable else ()
    if gaps and not accept_gaps:
        missing = ", ".join(part_label(part) for part in gaps)
        raise OperationError(
            _(
                "Een meetbaar doel mist nog: %(missing)s. Vul dit aan, of leg het doel vast als onvolledig, "
                "kwalitatief of nog in te vullen."
            )
            % {"missing": missing}
        )
    goal.gaps_accepted = bool(gaps)
    store(goal)
    if target is not None:
        _refuse_target_without_number(goal)
        first_target(goal, target)
    return goal


def _refuse_target_without_number(goal: Goal) -> None:
    if goal.kind == GoalKind.UNFILLED:
        raise OperationError(_("Een doel dat nog in te vullen is, heeft geen streefwaarde."), field="target")
