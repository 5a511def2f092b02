"""Milestones: what must stand before the end goal can be reached (inventory A157)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .goal import Goal


class Milestone(models.Model):
    """One precondition with a date by which it is due, and the date it was reached."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="milestones")
    text = models.CharField(_("mijlpaal"), max_length=300)
    text_en = models.CharField(_("mijlpaal (Engels)"), max_length=300, blank=True)
    due = models.DateField(_("uiterlijk op"), null=True, blank=True)
    reached_on = models.DateField(_("bereikt op"), null=True, blank=True)
    citation = models.CharField(_("bron"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("mijlpaal")
        verbose_name_plural = _("mijlpalen")
        ordering = ["due", "pk"]
        constraints = [
            models.CheckConstraint(
                name="milestone_has_text",
                condition=~Q(text=""),
                violation_error_message=_("Een mijlpaal heeft een tekst nodig."),
            ),
        ]

    def __str__(self) -> str:
        return self.text
