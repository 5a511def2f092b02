"""A pact: an area, its parties, and the periods it works in."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pactwerk.domain.organisations.models import Organisation


class PactStatus(models.TextChoices):
    """A draft is seen by its own office only; an archived pact is public and frozen."""

    DRAFT = "concept", _("concept")
    ACTIVE = "actief", _("actief")
    ARCHIVED = "archief", _("archief")


class Pact(models.Model):
    """One regional agreement with its own home page; owned by one office."""

    slug = models.SlugField(_("adres"), max_length=80, unique=True)
    name = models.CharField(_("naam"), max_length=160)
    name_en = models.CharField(_("naam (Engels)"), max_length=160, blank=True)
    office = models.ForeignKey(
        "accounts.Office", verbose_name=_("programmabureau"), on_delete=models.PROTECT, related_name="pacts"
    )
    area_code = models.CharField(_("gebied"), max_length=20)
    status = models.CharField(_("status"), max_length=8, choices=PactStatus, default=PactStatus.DRAFT)
    example = models.BooleanField(_("voorbeeldgegevens"), default=False)
    founded_on = models.DateField(_("gesloten op"), null=True, blank=True)
    horizon_year = models.PositiveSmallIntegerField(_("horizon"), null=True, blank=True)
    archived_on = models.DateField(_("gearchiveerd op"), null=True, blank=True)
    summary = models.TextField(_("samenvatting"), blank=True)
    summary_en = models.TextField(_("samenvatting (Engels)"), blank=True)
    citation = models.CharField(_("bron"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("pact")
        verbose_name_plural = _("pacten")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="pact_has_name_and_area",
                condition=~Q(name="") & ~Q(area_code=""),
                violation_error_message=_("Een pact heeft een naam en een gebied nodig."),
            ),
            models.CheckConstraint(
                name="pact_archived_has_date",
                condition=Q(status="archief", archived_on__isnull=False)
                | (~Q(status="archief") & Q(archived_on__isnull=True)),
                violation_error_message=_("Een gearchiveerd pact heeft een datum van archivering."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def public(self) -> bool:
        """Whether everybody may read it."""
        return self.status != PactStatus.DRAFT


class PactPeriod(models.Model):
    """A stretch of years with its own name, such as the STO years 2020-2023."""

    pact = models.ForeignKey(Pact, on_delete=models.CASCADE, related_name="periods")
    name = models.CharField(_("naam"), max_length=120)
    start = models.DateField(_("van"))
    end = models.DateField(_("tot en met"))
    citation = models.CharField(_("bron"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("periode van een pact")
        verbose_name_plural = _("perioden van een pact")
        ordering = ["start", "pk"]
        constraints = [
            models.CheckConstraint(
                name="period_end_after_start",
                condition=Q(end__gte=F("start")),
                violation_error_message=_("Een periode kan niet eindigen voordat zij begint."),
            ),
            models.UniqueConstraint(
                fields=["pact", "start"],
                name="period_start_once",
                violation_error_message=_("Er begint al een periode op deze dag."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PartyRole(models.TextChoices):
    """In what quality an organisation takes part."""

    SIGNATORY = "ondertekenaar", _("ondertekenaar")
    PARTNER = "partner", _("partner")
    SCHOOL = "school", _("deelnemende school")
    EXECUTOR = "uitvoerder", pgettext_lazy("rol van een partij", "uitvoerder")
    FUNDER = "financier", _("financier")


class PactParty(models.Model):
    """An organisation in a pact over a period; an unknown start or end stays empty."""

    pact = models.ForeignKey(Pact, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="pact_parties")
    role = models.CharField(_("rol"), max_length=16, choices=PartyRole)
    start = models.DateField(_("van"), null=True, blank=True)
    end = models.DateField(_("tot en met"), null=True, blank=True)
    citation = models.CharField(_("bron"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("partij in een pact")
        verbose_name_plural = _("partijen in een pact")
        ordering = ["organisation__name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="party_end_after_start",
                condition=Q(end__isnull=True) | Q(start__isnull=True) | Q(end__gte=F("start")),
                violation_error_message=_("Een deelname kan niet eindigen voordat zij begint."),
            ),
            models.UniqueConstraint(
                fields=["pact", "organisation", "role"],
                condition=Q(end__isnull=True),
                name="party_role_once",
                violation_error_message=_("Deze organisatie doet al in deze rol mee."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"
