"""The programme office: the tenant that owns records, and its members with their roles."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Office(models.Model):
    """A regional programme office (programmabureau). Permissions are by office, never by area: areas overlap."""

    slug = models.SlugField(_("kenmerk"), unique=True)
    name = models.CharField(_("naam"), max_length=200)
    example = models.BooleanField(_("voorbeeld"), default=False)
    created_on = models.DateTimeField(_("aangemaakt op"), auto_now_add=True)

    class Meta:
        verbose_name = _("programmabureau")
        verbose_name_plural = _("programmabureaus")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class OfficeRole(models.TextChoices):
    """What a member may do in the office; each role may do what the roles before it may."""

    READER = "lezer", _("lezer")
    EDITOR = "redacteur", _("redacteur")
    MANAGER = "beheerder", _("beheerder")


class OfficeMembership(models.Model):
    """A user's role in an office."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("gebruiker")
    )
    office = models.ForeignKey(Office, models.CASCADE, related_name="memberships", verbose_name=_("programmabureau"))
    role = models.CharField(_("rol"), max_length=20, choices=OfficeRole.choices)
    since = models.DateField(_("sinds"), auto_now_add=True)

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        ordering = ("office", "user")
        constraints = [models.UniqueConstraint(fields=["user", "office"], name="one_role_per_office")]

    def __str__(self) -> str:
        return f"{self.user} · {self.office} · {self.get_role_display()}"
