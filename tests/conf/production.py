"""Running the product in a process of its own with the settings of a real installation."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def production(home: Path) -> dict[str, str]:
    """The environment of an installation behind one proxy, on https."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PACTWERK_", "DJANGO_"))}
    return {
        **kept,
        "PACTWERK_HOME": str(home),
        "PACTWERK_URL": "https://pact.example",
        "PACTWERK_HOSTS": "pact.example",
        "PACTWERK_PROXIES": "1",
        "DJANGO_SETTINGS_MODULE": "pactwerk.conf.settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }


def run(home: Path, *command: str, **extra: str) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments as an installation would."""
    return subprocess.run(
        [sys.executable, *command], env=production(home) | extra, capture_output=True, text=True, cwd=home, check=False
    )
