"""The one setting that says which engine runs: `PACTWERK_ENGINE`."""

import os
from pathlib import Path

from pactwerk.basis.readable import ReadableError
from pactwerk.figures.engines.contract import Engine
from pactwerk.figures.engines.duck import DuckEngine

SETTING = "PACTWERK_ENGINE"


class UnknownEngine(ReadableError):
    """The setting names an engine that Pactwerk does not know."""

    def __init__(self, name: str) -> None:
        """Say which ones there are."""
        super().__init__(
            f"{SETTING}={name}: deze rekenmotor is er niet; kies duckdb of spark.",
            f"{SETTING}={name}: there is no such engine; choose duckdb or spark.",
        )


def chosen_name() -> str:
    """The engine of the setting, DuckDB when it says nothing. Raises UnknownEngine."""
    name = os.environ.get(SETTING, "").strip() or "duckdb"
    if name not in ("duckdb", "spark"):
        raise UnknownEngine(name)
    return name


def chosen_engine(*, memory_mb: int | None = None, spill: Path | None = None) -> Engine:
    """A session on the engine of the setting. Raises UnknownEngine, NoSpark."""
    if chosen_name() == "duckdb":
        return DuckEngine(memory_mb=memory_mb, spill=spill)
    # started by whoever asks for it: it takes half a gigabyte, and seconds
    from pactwerk.figures.engines.spark import SparkEngine

    return SparkEngine(memory_mb=memory_mb, spill=spill)
