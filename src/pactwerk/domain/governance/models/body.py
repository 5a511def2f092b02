"""A body and its seats: steering group, working group, round table (inventory A4)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pactwerk.domain.organisations.models import Organisation, Person
from pactwerk.domain.pact.models import Pact


class BodyKind(models.TextChoices):
    """The bodies found in the source documents."""

    STEERING_GROUP = "stuurgroep", _("stuurgroep")
    WORKING_GROUP = "werkgroep", _("werkgroep")
    ROUND_TABLE = "technologietafel", _("technologietafel")
    COALITION = "ontwikkelcoalitie", _("ontwikkelcoalitie")
    NATIONAL = "landelijk", _("landelijk gremium")


class Body(models.Model):
    """A body of one pact, or a national one in which pacts are represented (pact empty)."""

    office = models.ForeignKey(
        "accounts.Office", verbose_name=_("programmabureau"), on_delete=models.PROTECT, related_name="bodies"
    )
    pact = models.ForeignKey(Pact, null=True, blank=True, on_delete=models.CASCADE, related_name="bodies")
    name = models.CharField(_("naam"), max_length=160)
    name_en = models.CharField(_("naam (Engels)"), max_length=160, blank=True)
    kind = models.CharField(_("soort"), max_length=20, choices=BodyKind)
    citation = models.CharField(_("bron"), max_length=500, blank=True)
    example = models.BooleanField(_("voorbeeldgegevens"), default=False)
    ended_on = models.DateField(_("opgeheven op"), null=True, blank=True)

    class Meta:
        verbose_name = _("gremium")
        verbose_name_plural = _("gremia")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="body_has_name",
                condition=~Q(name=""),
                violation_error_message=_("Een gremium heeft een naam nodig."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BodySeat(models.Model):
    """Who sits in a body, from when to when, and for which pact; at least a person or an organisation."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="seats"
    )
    represents = models.ForeignKey(
        Pact, verbose_name=_("namens"), null=True, blank=True, on_delete=models.CASCADE, related_name="seats"
    )
    title = models.CharField(_("rol"), max_length=120, blank=True)
    title_en = models.CharField(_("rol (Engels)"), max_length=120, blank=True)
    public = models.BooleanField(_("openbaar"), default=False)
    start = models.DateField(_("van"), null=True, blank=True)
    end = models.DateField(_("tot en met"), null=True, blank=True)
    citation = models.CharField(_("bron"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("zetel")
        verbose_name_plural = _("zetels")
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(
                name="seat_taken_by_somebody",
                condition=Q(person__isnull=False) | Q(organisation__isnull=False),
                violation_error_message=_("Een zetel is van een persoon, een organisatie of allebei."),
            ),
            models.CheckConstraint(
                name="seat_end_after_start",
                condition=Q(end__isnull=True) | Q(start__isnull=True) | Q(end__gte=F("start")),
                violation_error_message=_("Een zetel kan niet eindigen voordat hij begint."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.person or self.organisation}"
