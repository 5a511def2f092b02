"""A figure the pact's own people recorded, with its source."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .goal import Goal


class OwnFigure(models.Model):
    """One value of a goal's own count in a period; withdrawing keeps the row and its reason."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="own_figures")
    period = models.CharField(_("periode"), max_length=12)
    value = models.DecimalField(_("waarde"), max_digits=18, decimal_places=4)
    unit = models.CharField(_("eenheid"), max_length=40)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("vastgelegd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("vastgelegd op"), auto_now_add=True)
    citation = models.CharField(_("bron"), max_length=500)
    example = models.BooleanField(_("voorbeeldgegevens"), default=False)
    withdrawn_on = models.DateField(_("ingetrokken op"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("reden van intrekking"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("eigen cijfer")
        verbose_name_plural = _("eigen cijfers")
        ordering = ["period", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "period"],
                condition=Q(withdrawn_on__isnull=True),
                name="own_figure_once",
                violation_error_message=_("Voor deze periode staat al een eigen cijfer; trek dat eerst in."),
            ),
            models.CheckConstraint(
                name="own_figure_has_source",
                condition=~Q(citation=""),
                violation_error_message=_("Een eigen cijfer heeft een bron nodig."),
            ),
            models.CheckConstraint(
                name="own_figure_withdrawn_with_reason",
                condition=Q(withdrawn_on__isnull=True) | ~Q(withdrawn_reason=""),
                violation_error_message=_("Geef bij het intrekken de reden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period}: {self.value} {self.unit}"
