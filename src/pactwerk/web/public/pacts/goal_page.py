"""One goal: verdict, path, figures side by side, target revisions, milestones, population, story, sources."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from pactwerk.domain.pact.models import Goal, GoalKind, Milestone
from pactwerk.domain.pact.queries import part_label
from pactwerk.figures.disclosure_control import PublishableTable
from pactwerk.figures.indicators import catalogue
from pactwerk.progress.boards import GoalOnBoard
from pactwerk.progress.feasibility import Population
from pactwerk.progress.verdicts import Verdict
from pactwerk.web.design.numbers import decimals_for, number, unit_text
from pactwerk.web.design.wording import area_name, indicator_name, member_name
from pactwerk.web.public.pacts.revisions import Revision, revisions
from pactwerk.web.public.words import written


@dataclass(frozen=True)
class GoalPage:
    """Everything the page of a goal shows."""

    goal: Goal
    title: str
    story: str
    verdict: Verdict
    table: PublishableTable
    revisions: tuple[Revision, ...]
    milestones: tuple[Milestone, ...]
    population: Population | None
    indicator: str
    area: str
    gaps: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def unfilled(self) -> bool:
        """Whether nobody knows what this goal says."""
        return self.goal.kind == GoalKind.UNFILLED

    @property
    def csv_url(self) -> str:
        """Exactly the page's figures as CSV."""
        return reverse("public:goal_csv", args=[self.goal.pact.slug, self.goal.number])

    @property
    def json_url(self) -> str:
        """Exactly the page's figures as JSON."""
        return reverse("public:goal_json", args=[self.goal.pact.slug, self.goal.number])

    @property
    def indicator_url(self) -> str:
        """The same indicator for any area."""
        if self.goal.indicator_code not in {entry.code for entry in catalogue()}:
            return ""
        address = reverse("public:indicator", args=[self.goal.indicator_code])
        return f"{address}?{urlencode({'gebied': self.goal.area_code or self.goal.pact.area_code})}"

    @property
    def chart_title(self) -> str:
        """Indicator and area."""
        return ": ".join(part for part in (self.indicator, self.area) if part)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What was agreed, as label and text; what is unknown is left out (the page lists it as a gap)."""
        goal = self.goal
        split = ", ".join(member_name(name, code) for name, code in goal.by.items())
        found = [
            (_("Soort"), goal.get_kind_display()),
            (_("Cijfer"), self.indicator),
            (_("Gebied"), self.area if goal.measurable else ""),
            (_("Uitsplitsing"), split),
            (_("Richting"), goal.get_direction_display() if goal.measurable else ""),
            (_("Basisjaar") if goal.baseline_value is None else _("Basiswaarde"), self.baseline),
            (_("Horizon"), goal.horizon),
            (_("Eigenaar"), goal.owner.name if goal.owner else ""),
        ]
        return tuple((label, str(text)) for label, text in found if text)

    @property
    def baseline(self) -> str:
        """Baseline value and period in words."""
        goal = self.goal
        if goal.baseline_value is None:
            return goal.baseline_period
        value = float(goal.baseline_value)
        text = f"{number(value, decimals_for(value, goal.unit, 1))} {unit_text(goal.unit)}".strip()
        return f"{text} ({goal.baseline_period})" if goal.baseline_period else text

    @property
    def required_growth(self) -> str:
        """What the path asks each year between two named moments, so that it stays true when both have passed."""
        growth = self.verdict.required_growth
        if growth is None:
            return ""
        size = f"{number(growth, 1)} {unit_text(self.verdict.growth_unit)}"
        moments = {"start": self.verdict.growth_from, "end": self.verdict.growth_to, "size": size}
        return _("Van %(start)s tot %(end)s vraagt het pad %(size)s per jaar.") % moments

    @property
    def baseline_missing(self) -> bool:
        """Whether the region still has to choose the year it counts from."""
        return self.goal.measurable and not self.goal.baseline_period


def goal_page(place: GoalOnBoard) -> GoalPage:
    """Gather the page."""
    goal = place.goal
    return GoalPage(
        goal=goal,
        title=written(goal, "title"),
        story=written(goal, "story"),
        verdict=place.verdict,
        table=place.verdict.points,
        revisions=revisions(place.history),
        milestones=tuple(goal.milestones.all()),
        population=place.population,
        indicator=indicator_name(goal.indicator_code) if goal.indicator_code else "",
        area=area_name(goal.area_code or goal.pact.area_code),
        gaps=tuple(part_label(part) for part in place.gaps),
        sources=_sources(goal),
    )


def _sources(goal: Goal) -> tuple[str, ...]:
    """Every citation of the goal and its parts, each once."""
    parts = [*goal.targets.all(), *goal.milestones.all(), *goal.own_figures.all()]
    found = [goal.citation, goal.baseline_citation, *(part.citation for part in parts)]
    return tuple(dict.fromkeys(text for text in found if text))
