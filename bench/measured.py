"""One measurement in its own process: seconds and peak memory as a line of JSON."""

import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any


class Clock:
    """Wall seconds and processor seconds (all threads) since it was made."""

    def __init__(self) -> None:
        """Start."""
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def read(self) -> dict[str, float]:
        """Both times so far."""
        return {"seconds": time.perf_counter() - self._wall, "cpu": time.process_time() - self._cpu}


def report(times: dict[str, float], **more: Any) -> None:
    """Print the result of this process; peak memory is that of the whole process.

    Linux begins `ru_maxrss` with what the process that started this one held, so the peak is read where it begins anew.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        peak = int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) / 1024
    else:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({**times, "peak_mb": peak, **more}) + "\n")


def measure(module: str, *arguments: str, times: int = 3) -> list[dict[str, Any]]:
    """Run a module that reports, several times, each in a fresh process; fastest first."""
    found = []
    for _ in range(times):
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own module
        if done.returncode:
            raise RuntimeError(f"{module}: {done.stderr}")
        found.append(json.loads(done.stdout.splitlines()[-1]))
    return sorted(found, key=lambda entry: entry["seconds"])
