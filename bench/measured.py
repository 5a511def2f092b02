"""One measurement in its own process: seconds and peak memory as a line of JSON."""

import json
import resource
import subprocess
import sys
from typing import Any


def report(seconds: float, **more: Any) -> None:
    """Print the result of this process; peak memory is that of the whole process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    peak = used.ru_maxrss / 1024
    sys.stdout.write(
        json.dumps({"seconds": seconds, "process_cpu": used.ru_utime + used.ru_stime, "peak_mb": peak, **more}) + "\n"
    )


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
