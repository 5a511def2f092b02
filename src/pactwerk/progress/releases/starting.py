"""Starts the reader of an upload as a process of its own: a big load must not hold up or weigh down the web server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def start_reader(root: Path, upload_id: str) -> None:
    """Start reading in the background; it outlives this request and a restart of the server."""
    subprocess.Popen(  # noqa: S603  -- our own module with our own paths
        [sys.executable, "-m", "pactwerk.progress.releases.background", str(root), upload_id],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
