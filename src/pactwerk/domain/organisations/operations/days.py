"""Which days may be recorded as past."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils import timezone


def in_the_future(day: date) -> bool:
    """Whether a day lies after today, and after the example's clock when that is set to later."""
    clock = settings.PACTWERK_CLOCK
    latest = max(timezone.localdate(), date.fromisoformat(clock)) if clock else timezone.localdate()
    return day > latest
