"""A goal: what the parties want, tied to an indicator or declared not measurable."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pactwerk.domain.organisations.models import Organisation

from .pact import Pact


class GoalKind(models.TextChoices):
    """The five kinds of goals found in the field, and the goal whose text nobody knows."""

    COUNT = "aantal", _("aantal")
    SHARE = "aandeel", _("aandeel")
    RATIO = "verhouding", _("verhouding tot een basisjaar")
    QUALITATIVE = "kwalitatief", _("kwalitatief")
    UNFILLED = "nog_in_te_vullen", _("nog in te vullen")


MEASURABLE = (GoalKind.COUNT, GoalKind.SHARE, GoalKind.RATIO)


class Line(models.TextChoices):
    """The three action lines of the Techniekpact."""

    CHOOSE = "kiezen", _("kiezen")
    LEARN = "leren", _("leren")
    WORK = "werken", _("werken")


class Direction(models.TextChoices):
    """Which way is good; *hold* means: not below the target."""

    UP = "up", _("omhoog")
    DOWN = "down", _("omlaag")
    HOLD = "hold", _("vasthouden")


class Goal(models.Model):
    """One goal of a pact. What is missing is listed, never filled in by guessing (inventory A61)."""

    pact = models.ForeignKey(Pact, on_delete=models.CASCADE, related_name="goals")
    number = models.PositiveSmallIntegerField(_("nummer"))
    title = models.CharField(_("doel"), max_length=300)
    title_en = models.CharField(_("doel (Engels)"), max_length=300, blank=True)
    kind = models.CharField(_("soort"), max_length=16, choices=GoalKind)
    line = models.CharField(_("actielijn"), max_length=8, choices=Line, blank=True)
    owner = models.ForeignKey(
        Organisation, verbose_name=_("eigenaar"), null=True, blank=True, on_delete=models.PROTECT, related_name="goals"
    )
    indicator_code = models.CharField(_("indicator"), max_length=16, blank=True)
    area_code = models.CharField(_("gebied"), max_length=20, blank=True)
    by = models.JSONField(_("uitsplitsing"), default=dict, blank=True)
    definition = models.CharField(_("definitie"), max_length=40, blank=True)
    direction = models.CharField(_("richting"), max_length=4, choices=Direction, default=Direction.UP)
    unit = models.CharField(_("eenheid"), max_length=40, blank=True)
    baseline_period = models.CharField(_("basisjaar"), max_length=12, blank=True)
    baseline_value = models.DecimalField(_("uitgangswaarde"), max_digits=18, decimal_places=4, null=True, blank=True)
    baseline_citation = models.CharField(_("bron van de uitgangswaarde"), max_length=500, blank=True)
    horizon = models.CharField(_("horizon"), max_length=12, blank=True)
    end_goal = models.BooleanField(_("einddoel"), default=False)
    gaps_accepted = models.BooleanField(_("onvolledig vastgelegd"), default=False)
    population_indicator = models.CharField(_("indicator van de doelpopulatie"), max_length=16, blank=True)
    agreed_population = models.PositiveIntegerField(_("afgesproken doelpopulatie"), null=True, blank=True)
    story = models.TextField(_("verhaal achter de cijfers"), blank=True)
    story_en = models.TextField(_("verhaal achter de cijfers (Engels)"), blank=True)
    citation = models.CharField(_("bron"), max_length=500, blank=True)
    withdrawn_on = models.DateField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("doel")
        verbose_name_plural = _("doelen")
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pact", "number"],
                name="goal_number_once",
                violation_error_message=_("Dit nummer is in dit pact al gebruikt."),
            ),
            models.CheckConstraint(
                name="goal_has_title",
                condition=~Q(title=""),
                violation_error_message=_("Een doel heeft een tekst nodig."),
            ),
            models.CheckConstraint(
                name="goal_measurable_complete",
                condition=~Q(kind__in=["aantal", "aandeel", "verhouding"])
                | Q(gaps_accepted=True)
                | (
                    ~Q(indicator_code="")
                    & ~Q(unit="")
                    & ~Q(area_code="")
                    & ~Q(baseline_period="")
                    & ~Q(horizon="")
                    & ~Q(citation="")
                    & Q(owner__isnull=False)
                ),
                violation_error_message=_(
                    "Een meetbaar doel heeft een indicator, gebied, eenheid, basisjaar, horizon, bron en eigenaar."
                ),
            ),
            models.CheckConstraint(
                name="goal_unfilled_has_no_numbers",
                condition=~Q(kind="nog_in_te_vullen") | Q(baseline_value__isnull=True, indicator_code=""),
                violation_error_message=_("Een doel dat nog in te vullen is, heeft geen cijfers."),
            ),
            models.CheckConstraint(
                name="goal_population_complete",
                condition=Q(agreed_population__isnull=True) | ~Q(population_indicator=""),
                violation_error_message=_("Noem bij een afgesproken doelpopulatie de indicator die haar telt."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def measurable(self) -> bool:
        """Whether this kind of goal can be judged from figures at all."""
        return self.kind in MEASURABLE
