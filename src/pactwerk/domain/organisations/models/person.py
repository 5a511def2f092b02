"""A person, kept by one office for a stated purpose and a stated time."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Person(models.Model):
    """Personal data. The name of an erased person is gone; the roles held stay, without a name."""

    office = models.ForeignKey(
        "accounts.Office", verbose_name=_("programmabureau"), on_delete=models.PROTECT, related_name="persons"
    )
    name = models.CharField(_("naam"), max_length=200, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    phone = models.CharField(_("telefoon"), max_length=40, blank=True)
    purpose = models.CharField(_("doel van de verwerking"), max_length=300)
    keep_until = models.DateField(_("bewaren tot en met"))
    example = models.BooleanField(_("voorbeeldgegevens"), default=False)
    erased_on = models.DateField(_("gewist op"), null=True, blank=True)

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="person_named_or_erased",
                condition=(Q(erased_on__isnull=True) & ~Q(name=""))
                | Q(erased_on__isnull=False, name="", email="", phone=""),
                violation_error_message=_("Een persoon heeft een naam, of is helemaal gewist."),
            ),
            models.CheckConstraint(
                name="person_has_purpose",
                condition=~Q(purpose=""),
                violation_error_message=_("Zonder doel mogen persoonsgegevens niet worden bewaard."),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """The name, or the words that stand in its place after erasure."""
        return self.name or gettext("gewiste persoon")
