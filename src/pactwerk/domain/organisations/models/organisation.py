"""An organisation: anything with a name and an address that takes part in a pact."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """What an organisation is; a school location is its own record (inventory A159-A162)."""

    BOARD = "bestuur", _("schoolbestuur")
    SCHOOL = "school", _("school")
    LOCATION = "vestiging", _("schoolvestiging")
    MBO = "mbo", _("mbo-instelling")
    HIGHER_EDUCATION = "ho", _("hogeschool of universiteit")
    COMPANY = "bedrijf", _("bedrijf")
    GOVERNMENT = "overheid", _("overheid")
    TRADE_ASSOCIATION = "branche", _("brancheorganisatie")
    FUND = "fonds", _("fonds")
    PARTNERSHIP = "samenwerkingsverband", _("samenwerkingsverband")
    NETWORK = "netwerk", _("netwerk")


class Sector(models.TextChoices):
    """The three sides of a pact, and the rest."""

    EDUCATION = "onderwijs", _("onderwijs")
    BUSINESS = "bedrijfsleven", _("bedrijfsleven")
    GOVERNMENT = "overheid", _("overheid")
    OTHER = "overig", _("overig")


class Organisation(models.Model):
    """One organisation, shared between offices; its steward office keeps it up to date."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("soort"), max_length=24, choices=OrganisationKind)
    sector = models.CharField(_("sector"), max_length=16, choices=Sector)
    name = models.CharField(_("naam"), max_length=200)
    short_name = models.CharField(_("korte naam"), max_length=60, blank=True)
    education = models.CharField(
        _("onderwijssoort"),
        max_length=120,
        blank=True,
        help_text=_("Bijvoorbeeld vmbo, praktijkonderwijs of vso."),
    )
    town = models.CharField(_("plaats"), max_length=120, blank=True)
    municipality = models.CharField(_("gemeente"), max_length=6, blank=True)
    website = models.URLField(_("website"), blank=True)
    steward = models.ForeignKey(
        "accounts.Office", verbose_name=_("beheerd door"), on_delete=models.PROTECT, related_name="organisations"
    )
    citation = models.CharField(_("bron"), max_length=500, blank=True)
    example = models.BooleanField(_("voorbeeldgegevens"), default=False)
    closed_on = models.DateField(_("opgeheven op"), null=True, blank=True)

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="organisation_has_name",
                condition=~Q(name=""),
                violation_error_message=_("Een organisatie heeft een naam nodig."),
            ),
            models.CheckConstraint(
                name="organisation_municipality_code",
                condition=Q(municipality="") | Q(municipality__regex=r"^GM[0-9]{4}$"),
                violation_error_message=_("Een gemeentecode bestaat uit GM en vier cijfers, bijvoorbeeld GM0361."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def closed(self) -> bool:
        """Whether the organisation has been closed, at whatever date."""
        return self.closed_on is not None
