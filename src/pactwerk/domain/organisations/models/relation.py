"""Dated relations between organisations: a location of a school, a school of a board, a successor."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .organisation import Organisation


class RelationKind(models.TextChoices):
    """Read as: *from* is ... *to*."""

    PART_OF = "onderdeel-van", _("is onderdeel van")
    GOVERNED_BY = "valt-onder", _("valt onder het bestuur van")
    MEMBER_OF = "lid-van", _("is lid van")
    SUCCESSOR_OF = "opvolger-van", _("is opvolger van")


class OrganisationRelation(models.Model):
    """One relation over a period; an unknown start or end stays empty."""

    from_organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="relations_from")
    to_organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="relations_to")
    kind = models.CharField(_("soort"), max_length=16, choices=RelationKind)
    start = models.DateField(_("van"), null=True, blank=True)
    end = models.DateField(_("tot en met"), null=True, blank=True)
    citation = models.CharField(_("bron"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("relatie tussen organisaties")
        verbose_name_plural = _("relaties tussen organisaties")
        ordering = ["kind", "start", "pk"]
        constraints = [
            models.CheckConstraint(
                name="relation_two_organisations",
                condition=~Q(from_organisation=F("to_organisation")),
                violation_error_message=_("Een organisatie kan geen relatie met zichzelf hebben."),
            ),
            models.CheckConstraint(
                name="relation_end_after_start",
                condition=Q(end__isnull=True) | Q(start__isnull=True) | Q(end__gte=F("start")),
                violation_error_message=_("Een relatie kan niet eindigen voordat zij begint."),
            ),
            models.UniqueConstraint(
                fields=["from_organisation", "to_organisation", "kind"],
                condition=Q(end__isnull=True),
                name="relation_open_once",
                violation_error_message=_("Deze relatie loopt al."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_organisation} {self.get_kind_display()} {self.to_organisation}"
