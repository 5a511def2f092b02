"""A file that may join the release."""

from dataclasses import dataclass
from pathlib import Path

from pactwerk.figures.releases.manifest import KeptFile


@dataclass(frozen=True)
class Accepted:
    """A new file of the release: what is known of it, its copied bytes and its observations."""

    kept: KeptFile
    raw: Path
    observations: Path
