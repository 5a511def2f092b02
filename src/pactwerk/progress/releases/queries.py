"""What pages read about releases: what a publisher has probably brought out, and how good a release is."""

from __future__ import annotations

from datetime import date

from django.core.cache import caches
from django.utils import timezone

from pactwerk.figures.releases import managing
from pactwerk.figures.releases.due import Due, due
from pactwerk.figures.releases.quality_report import QualityReport, quality_report
from pactwerk.figures.releases.release import Release
from pactwerk.progress.home import figures_home


def due_editions(today: date | None = None) -> tuple[Due, ...]:
    """The editions that are due, the longest awaited first."""
    return due(figures_home(), today or timezone.localdate())


def report_of(release: Release) -> QualityReport:
    """The quality report of a release as of today; a release never changes, so it is made once a day."""
    today = timezone.localdate()
    key = f"quality:{release.folder}:{release.manifest.created}:{today}"
    cache = caches["charts"]
    found: QualityReport | None = cache.get(key)
    if found is None:
        found = quality_report(release, release_before(release), today)
        cache.set(key, found, 24 * 3600)
    return found


def release_before(release: Release) -> Release | None:
    """The release that this one was made from, as far as it can still be read."""
    return managing.release_before(figures_home(), release)
