"""Drawn charts never push the limits on guessing out of the cache."""

from __future__ import annotations

from pathlib import Path

from django.core.cache import caches
from pytest_django import Settings

from pactwerk.conf import environment

OLD_LIMIT = 300
"""What Django's file cache holds when nobody says otherwise."""


def test_charts_and_limits_do_not_share_a_place(settings: Settings, tmp_path: Path) -> None:
    settings.CACHES = environment.caches(tmp_path)
    limits, charts = caches["default"], caches["charts"]
    limits.set("attempts", [1.0], 3600)
    for number in range(OLD_LIMIT + 50):
        charts.set(f"chart:{number}", "svg", None)
    assert limits.get("attempts") == [1.0]
    assert sum(charts.get(f"chart:{number}") is not None for number in range(OLD_LIMIT + 50)) == OLD_LIMIT + 50
    charts.clear()
    assert limits.get("attempts") == [1.0]
