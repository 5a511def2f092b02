"""Roles held by persons, dated, with the main position apart from the pact role (inventory A3, A5)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .organisation import Organisation
from .person import Person


class RoleKind(models.TextChoices):
    """A *gedeputeerde* holds a main position; being *landsdeeltrekker* is a pact role resting on it."""

    MAIN_POSITION = "main_position", _("hoofdfunctie")
    PACT_ROLE = "pact_role", _("rol in het pact")


class RoleHeld(models.Model):
    """Person x role x organisation or region x from-to; ended roles stay as history."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="roles"
    )
    area_code = models.CharField(_("gebied"), max_length=20, blank=True)
    title = models.CharField(_("rol"), max_length=120)
    title_en = models.CharField(_("rol (Engels)"), max_length=120, blank=True)
    kind = models.CharField(_("soort"), max_length=16, choices=RoleKind)
    start = models.DateField(_("van"), null=True, blank=True)
    end = models.DateField(_("tot en met"), null=True, blank=True)
    public = models.BooleanField(_("openbaar"), default=False)
    depends_on = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="dependent_roles"
    )

    class Meta:
        verbose_name = _("rol van een persoon")
        verbose_name_plural = _("rollen van personen")
        ordering = ["title", "start", "pk"]
        constraints = [
            models.CheckConstraint(
                name="role_somewhere",
                condition=Q(organisation__isnull=False) | ~Q(area_code=""),
                violation_error_message=_("Een rol hoort bij een organisatie of bij een gebied."),
            ),
            models.CheckConstraint(
                name="role_end_after_start",
                condition=Q(end__isnull=True) | Q(start__isnull=True) | Q(end__gte=F("start")),
                violation_error_message=_("Een rol kan niet eindigen voordat zij begint."),
            ),
            models.CheckConstraint(
                name="role_only_pact_role_depends",
                condition=Q(depends_on__isnull=True) | Q(kind="pact_role"),
                violation_error_message=_("Alleen een rol in het pact kan aan een hoofdfunctie hangen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.person.display_name})"
