"""At most one load at a time, and one change of what people enter; a lock falls with its process."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pactwerk.basis.readable import ReadableError


class LoadRunning(ReadableError):
    """Another process is loading into the same home."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "Er loopt al een laadopdracht in deze map; wacht tot die klaar is en probeer het dan opnieuw.",
            "Another load is running in this folder; wait until it is done and try again.",
        )


@contextmanager
def editing(root: Path) -> Iterator[None]:
    """Wait for, and hold, the lock of corrections and areas: who comes second changes what the first has written."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".editing").open("a") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


@contextmanager
def load_lock(root: Path) -> Iterator[None]:
    """Hold the lock of a home while loading. Raises LoadRunning."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".lock").open("a") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LoadRunning from None
        yield
