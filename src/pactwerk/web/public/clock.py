"""The day a page counts from: today, or for the invented region the day its clock stands on."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils import timezone


def today(*, example: bool = False) -> date:
    """Today; for example data the setting `PACTWERK_CLOCK` where it is set."""
    clock = str(getattr(settings, "PACTWERK_CLOCK", ""))
    return date.fromisoformat(clock) if example and clock else timezone.localdate()
