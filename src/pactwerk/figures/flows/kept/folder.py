"""Where flow sets live in a home: `flows/sets/<id>`, put together in `flows/staged`."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pactwerk.figures.flows.kept.acts import acts, existing
from pactwerk.figures.releases.lock import load_lock

FLOWS, SETS, STAGED = "flows", "sets", "staged"


def flows_of(root: Path) -> Path:
    """The folder of flows in the home `PACTWERK_HOME/figures`."""
    return root / FLOWS


@contextmanager
def working(root: Path) -> Iterator[Path]:
    """Hold the lock of the flows, cleaned of what a killed command left. Raises LoadRunning."""
    flows = flows_of(root)
    with load_lock(flows):
        _clean(flows)
        try:
            yield flows
        finally:
            shutil.rmtree(flows / STAGED, ignore_errors=True)


def _clean(flows: Path) -> None:
    shutil.rmtree(flows / STAGED, ignore_errors=True)
    known = existing(acts(flows))
    for folder in (flows / SETS).glob("*"):
        if folder.name not in known:
            shutil.rmtree(folder, ignore_errors=True)
