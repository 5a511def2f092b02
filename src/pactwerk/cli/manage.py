"""`pactwerk manage ...`: Django's own commands, for who hosts the platform."""

from __future__ import annotations

import os
from collections.abc import Sequence


def run(arguments: Sequence[str] = ()) -> int:
    """Hand the arguments over as they are; the audit log gets the command's name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pactwerk.conf.settings")
    from pactwerk.foundation.operations.command_log import run_recorded

    run_recorded(arguments)
    return 0
