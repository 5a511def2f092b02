"""Targets: dated, revised by a successor, never overwritten."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .goal import Goal


class TargetIsFixed(Exception):
    """Somebody tried to change or delete an agreed target; a revision is a new record."""


class TargetQuerySet(models.QuerySet["Target"]):
    """Reads and inserts only."""

    def update(self, **_values: Any) -> NoReturn:
        raise TargetIsFixed

    def delete(self) -> NoReturn:
        raise TargetIsFixed

    def current(self) -> TargetQuerySet:
        """Targets that no later one replaces."""
        return self.filter(superseded_by__isnull=True)


class Target(models.Model):
    """What is to be reached: a value in the goal's unit, or a ratio to the baseline; period empty = no year agreed.

    A revision points back at what it replaces, so no stored row ever changes.
    """

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="targets")
    period = models.CharField(_("periode"), max_length=12, blank=True)
    value = models.DecimalField(_("streefwaarde"), max_digits=18, decimal_places=4, null=True, blank=True)
    ratio = models.DecimalField(_("verhouding"), max_digits=8, decimal_places=4, null=True, blank=True)
    decided_on = models.DateField(_("besloten op"), null=True, blank=True)
    reason = models.CharField(_("reden"), max_length=500, blank=True)
    citation = models.CharField(_("bron"), max_length=500, blank=True)
    recorded_at = models.DateTimeField(_("vastgelegd op"), auto_now_add=True)
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = _("streefwaarde")
        verbose_name_plural = _("streefwaarden")
        ordering = ["period", "pk"]
        constraints = [
            models.CheckConstraint(
                name="target_value_or_ratio",
                condition=Q(value__isnull=False, ratio__isnull=True)
                | Q(value__isnull=True, ratio__isnull=False, ratio__gt=0),
                violation_error_message=_("Geef een streefwaarde of een verhouding groter dan nul, niet allebei."),
            ),
            models.CheckConstraint(
                name="target_revision_has_reason",
                condition=Q(supersedes__isnull=True) | ~Q(reason=""),
                violation_error_message=_("Geef bij een herziening de reden."),
            ),
            models.UniqueConstraint(
                fields=["goal", "period"],
                condition=Q(supersedes__isnull=True),
                name="target_first_once",
                violation_error_message=_("Voor deze periode is al een streefwaarde afgesproken; herzie die."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period}: {self.value if self.value is not None else self.ratio}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new target; an existing one is refused."""
        if self.pk is not None and not self._state.adding:
            raise TargetIsFixed
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise TargetIsFixed
