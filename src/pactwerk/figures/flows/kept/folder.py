"""Where flow sets live in a home: `flows/sets/<id>`, put together in `flows/staged`."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pactwerk.figures.flows.kept.acts import acts, existing
from pactwerk.figures.flows.kept.refusals import NotKept
from pactwerk.figures.releases.engine import engine_errors
from pactwerk.figures.releases.lock import load_lock

FLOWS, SETS, STAGED = "flows", "sets", "staged"


def flows_of(root: Path) -> Path:
    """The folder of flows in the home `PACTWERK_HOME/figures`."""
    return root / FLOWS


@contextmanager
def working(root: Path) -> Iterator[Path]:
    """Hold the lock of the flows, cleaned of what a killed command left. Raises LoadRunning, and NotKept when
    disk or rights stop it.
    """
    flows = flows_of(root)
    with load_lock(flows):
        _clean(flows)
        try:
            yield flows
        except engine_errors() as error:
            raise _stopped(error) from None
        finally:
            shutil.rmtree(flows / STAGED, ignore_errors=True)


def _stopped(error: Exception) -> NotKept:
    """Disk and rights, by what the system calls them: what an engine says could quote a line of a file."""
    said = getattr(error, "strerror", None) or type(error).__name__
    return NotKept(f"Gestopt: {said}. Er is niets veranderd.", f"Stopped: {said}. Nothing has changed.")


def _clean(flows: Path) -> None:
    shutil.rmtree(flows / STAGED, ignore_errors=True)
    known = existing(acts(flows))
    for folder in (flows / SETS).glob("*"):
        if folder.name not in known:
            shutil.rmtree(folder, ignore_errors=True)
