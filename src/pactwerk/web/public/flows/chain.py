"""The page of the chain: newest values, passages where a measure exists, and the goals that pacts tied to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy

from pactwerk.basis import places
from pactwerk.domain.pact.models import Goal, Pact, PactStatus, Target
from pactwerk.domain.pact.queries import current_targets, goals_of, visible_pacts
from pactwerk.figures.indicators import indicator
from pactwerk.foundation.operations import Actor
from pactwerk.progress.verdicts import Verdict, judge
from pactwerk.web.design.wording import name_of
from pactwerk.web.public.figures.answer import release
from pactwerk.web.public.figures.choices import area_groups
from pactwerk.web.public.figures.needs import missing_text
from pactwerk.web.public.figures.presenters import state_label
from pactwerk.web.public.flows.chain_flows import Shown, followed_flows
from pactwerk.web.public.flows.chain_steps import EFFECTS, STEPS, Step, codes_of_chain
from pactwerk.web.public.key_figures import KeyFigure, key_figures
from pactwerk.web.public.words import written


class ChainForm(forms.Form):
    """The area of the chain."""

    gebied = forms.ChoiceField(label=gettext_lazy("Gebied"))

    def __init__(self, area: places.Area, *, with_examples: bool) -> None:
        """A form that shows the area."""
        super().__init__(initial={"gebied": area.code}, auto_id="keuze_%s")
        groups = area_groups(area.code, with_examples=with_examples)
        self.fields["gebied"].choices = groups  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Measure:
    """One indicator on a step: its newest figure here, or why there is none."""

    code: str
    name: str
    url: str
    figure: KeyFigure | None
    country: KeyFigure | None
    """The country's newest figure, where the area has none."""
    state: str
    missing: str
    """Which file a figure would take."""


@dataclass(frozen=True)
class TiedGoal:
    """A goal of a public pact that counts with an indicator of the chain."""

    goal: Goal
    title: str
    pact: str
    verdict: Verdict
    targets: tuple[Target, ...]
    url: str


@dataclass(frozen=True)
class ShownStep:
    """A step with its figures, the passage to the next and the goals tied to either."""

    code: str
    name: str
    measures: tuple[Measure, ...]
    passage: str
    between: tuple[Measure, ...]
    needed: str
    flows: tuple[Shown, ...]
    """Flows of followed persons that show the passage, of all fields of education together or apart."""
    goals: tuple[TiedGoal, ...]

    @property
    def passage_known(self) -> bool:
        """Whether there is a figure of the passage here."""
        return any(measure.figure for measure in self.between)


@dataclass(frozen=True)
class ShownEffect:
    """One of the three effects of Sterk Techniekonderwijs with its figure."""

    name: str
    measure: Measure


@dataclass(frozen=True)
class ChainPage:
    """The whole chain for one area."""

    area: places.Area
    name: str
    steps: tuple[ShownStep, ...]
    effects: tuple[ShownEffect, ...]
    form: ChainForm

    @property
    def example(self) -> bool:
        """Whether any figure or goal of it is invented."""
        figures = [m.figure for step in self.steps for m in (*step.measures, *step.between) if m.figure]
        goals = [goal for step in self.steps for goal in step.goals]
        return any(figure.table.example for figure in figures) or any(goal.verdict.example for goal in goals)


def chain_page(request: HttpRequest, area: places.Area) -> ChainPage:
    """Gather the chain; figures of an indicator that stands twice are read once."""
    measures = {code: _measure(code, area) for code in codes_of_chain()}
    goals = _goals(Actor.from_request(request), area)
    flows = followed_flows(area)
    found = release()
    return ChainPage(
        area=area,
        name=name_of(area),
        steps=tuple(_step(step, measures, goals, flows) for step in STEPS),
        effects=tuple(ShownEffect(str(effect.name), measures[effect.code]) for effect in EFFECTS),
        form=ChainForm(area, with_examples=bool(found and found.manifest.example)),
    )


def _step(
    step: Step, measures: Mapping[str, Measure], goals: Mapping[str, list[TiedGoal]], flows: Sequence[Shown]
) -> ShownStep:
    tied = [goal for code in (*step.codes, *step.between) for goal in goals.get(code, ())]
    return ShownStep(
        code=step.code,
        name=str(step.name),
        measures=tuple(measures[code] for code in step.codes),
        passage=str(step.passage),
        between=tuple(measures[code] for code in step.between),
        needed=str(step.needed),
        flows=tuple(flow for flow in flows if flow.shows(step.levels)),
        goals=tuple(tied),
    )


def _measure(code: str, area: places.Area) -> Measure:
    entry = indicator(code)
    found = key_figures(area.code, (code,))
    url = f"{reverse('public:indicator', args=[code])}?gebied={area.code}"
    whole = () if found or area.kind is places.AreaKind.COUNTRY else key_figures("NL", (code,))
    missing = "" if found or entry.state == "computed" else missing_text(entry)
    return Measure(
        code=code,
        name=name_of(entry),
        url=url,
        figure=found[0] if found else None,
        country=whole[0] if whole else None,
        state=state_label(entry.state),
        missing=missing,
    )


def _goals(actor: Actor, area: places.Area) -> Mapping[str, list[TiedGoal]]:
    """Goals by indicator: of every public pact for the country, else of goals and pacts of this very area."""
    found: dict[str, list[TiedGoal]] = defaultdict(list)
    for pact in visible_pacts(actor).exclude(status=PactStatus.DRAFT):
        for goal in _of_area(goals_of(pact).filter(indicator_code__in=codes_of_chain()), pact, area):
            found[goal.indicator_code].append(_tied(goal, pact))
    return found


def _of_area(goals: Iterable[Goal], pact: Pact, area: places.Area) -> Iterable[Goal]:
    if area.kind is places.AreaKind.COUNTRY:
        return goals
    return [goal for goal in goals if area.code in (goal.area_code, pact.area_code)]


def _tied(goal: Goal, pact: Pact) -> TiedGoal:
    return TiedGoal(
        goal=goal,
        title=written(goal, "title"),
        pact=written(pact, "name"),
        verdict=judge(goal),
        targets=tuple(current_targets(goal)),
        url=reverse("public:goal", args=[pact.slug, goal.number]),
    )
