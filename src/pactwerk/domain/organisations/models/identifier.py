"""The numbers by which others know an organisation, and the names it had before."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .organisation import Organisation


class IdentifierScheme(models.TextChoices):
    """Who gives out the number."""

    BRIN = "brin", _("BRIN")
    LOCATION = "vestiging", _("BRIN met vestigingsnummer")
    KVK = "kvk", _("KVK-nummer")
    RIO = "rio", _("RIO-nummer")
    CBS = "cbs", _("CBS-code")
    BOARD = "bevoegd-gezag", _("nummer bevoegd gezag")


class OrganisationIdentifier(models.Model):
    """One number; a number belongs to one organisation only."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("stelsel"), max_length=16, choices=IdentifierScheme)
    value = models.CharField(_("nummer"), max_length=40)

    class Meta:
        verbose_name = _("nummer van een organisatie")
        verbose_name_plural = _("nummers van organisaties")
        ordering = ["scheme", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="identifier_once",
                violation_error_message=_("Dit nummer hoort al bij een organisatie."),
            ),
            models.CheckConstraint(
                name="identifier_not_empty",
                condition=~Q(value=""),
                violation_error_message=_("Vul het nummer in."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class OrganisationAlias(models.Model):
    """A name under which the organisation was or is known; kept at every renaming."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("naam"), max_length=200)
    until = models.DateField(_("tot"), null=True, blank=True)

    class Meta:
        verbose_name = _("andere naam")
        verbose_name_plural = _("andere namen")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="alias_once",
                violation_error_message=_("Deze naam staat al bij de organisatie."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
