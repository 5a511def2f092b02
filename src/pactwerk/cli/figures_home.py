"""Where the figures of this command line live, and which language it speaks."""

import os
from pathlib import Path

from pactwerk.cli.main import dutch


def figures_home() -> Path:
    """The folder `PACTWERK_HOME/figures`."""
    return Path(os.environ.get("PACTWERK_HOME") or "var") / "figures"


def say(nl: str, en: str) -> str:
    """A text in the user's language."""
    return nl if dutch() else en
