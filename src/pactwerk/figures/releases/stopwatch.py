"""Wall and processor seconds per stage of a load."""

import time


class Stopwatch:
    """Wall and processor seconds per stage of a load, for the benchmark and the curious."""

    def __init__(self) -> None:
        """Start counting."""
        self.laps: dict[str, float] = {}
        self.cpu_laps: dict[str, float] = {}
        self._last, self._last_cpu = time.perf_counter(), time.process_time()

    def lap(self, name: str) -> None:
        """Close a stage."""
        now, cpu = time.perf_counter(), time.process_time()
        self.laps[name], self.cpu_laps[name] = now - self._last, cpu - self._last_cpu
        self._last, self._last_cpu = now, cpu
