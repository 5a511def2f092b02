"""`pactwerk manage ...`: Django's own commands, for who hosts the platform."""

from __future__ import annotations

import os
from collections.abc import Sequence


def run(arguments: Sequence[str] = ()) -> int:
    """Hand the arguments over as they are."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pactwerk.conf.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["pactwerk manage", *arguments])
    return 0
