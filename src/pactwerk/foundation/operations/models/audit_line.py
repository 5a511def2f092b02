"""One line of the audit log, and the head of its hash chain."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Result(models.TextChoices):
    OK = "ok", _("gelukt")
    REFUSED = "refused", _("geweigerd")
    FAILED = "failed", _("mislukt")


class AuditLine(models.Model):
    """Who did what to which object, with what result, from where and when (the six fields of BIO2 8.15)."""

    action = models.CharField(_("handeling"), max_length=100)
    object_type = models.CharField(_("soort object"), max_length=100, blank=True)
    object_id = models.CharField(_("nummer van het object"), max_length=64, blank=True)
    result = models.CharField(_("resultaat"), max_length=10, choices=Result.choices)
    origin = models.CharField(_("herkomst"), max_length=20)
    address = models.CharField(_("netwerkadres"), max_length=64, blank=True)
    actor = models.CharField(pgettext_lazy("logboek", "uitvoerder"), max_length=64)
    at = models.DateTimeField(_("tijdstip"))
    previous = models.CharField(_("vorige vingerafdruk"), max_length=64)
    hash = models.CharField(_("vingerafdruk"), max_length=64, unique=True)

    class Meta:
        verbose_name = _("logregel")
        verbose_name_plural = _("logregels")
        ordering = ("pk",)
        indexes = [models.Index(fields=["object_type", "object_id"], name="audit_by_object")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.action} {self.result}"


class AuditHead(models.Model):
    """The hash of the newest line; its row is the lock that keeps the chain in one line."""

    hash = models.CharField(_("vingerafdruk"), max_length=64)

    class Meta:
        verbose_name = _("kop van het logboek")
        verbose_name_plural = _("kop van het logboek")

    def __str__(self) -> str:
        return self.hash
