"""Where the figures of this command line live, and which language it speaks."""

import getpass
import os
from pathlib import Path

from pactwerk.cli.main import dutch


def figures_home() -> Path:
    """The folder `PACTWERK_HOME/figures`."""
    return Path(os.environ.get("PACTWERK_HOME") or "var") / "figures"


def say(nl: str, en: str) -> str:
    """A text in the user's language."""
    return nl if dutch() else en


def who(typed: str | None) -> str:
    """Who does it: as typed, else the name under which one is logged in at this machine."""
    if typed:
        return typed
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"
