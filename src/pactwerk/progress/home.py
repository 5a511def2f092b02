"""Where the platform finds the figures."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings


def figures_home() -> Path:
    """The folder of the statistics engine inside the product's home folder."""
    return Path(settings.PACTWERK_HOME) / "figures"
