"""Which corrections there are."""

from __future__ import annotations

from pactwerk.figures.releases.corrections import Correction, corrections
from pactwerk.progress.home import figures_home


def every_correction() -> tuple[Correction, ...]:
    """All corrections, withdrawn ones too, the newest first."""
    return tuple(reversed(corrections(figures_home())))
