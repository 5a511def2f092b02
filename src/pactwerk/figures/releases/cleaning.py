"""What a killed load left behind is removed by the next one, which holds the lock."""

import shutil

from pactwerk.figures.releases.home import Home
from pactwerk.figures.releases.manifest import read_manifest


def lineage(home: Home) -> list[str]:
    """The current release and its predecessors, newest first; a release outside it was never made current."""
    found: list[str] = []
    name = home.current_id()
    while name and name not in found:
        try:
            previous = read_manifest(home.release(name)).previous
        except (OSError, ValueError):
            break
        found.append(name)
        name = previous
    return found


def clean(home: Home) -> None:
    """Remove staged work and releases that never became current."""
    shutil.rmtree(home.staged, ignore_errors=True)
    if not home.releases.is_dir():
        return
    published = set(lineage(home))
    for folder in home.releases.iterdir():
        if folder.name not in published:
            shutil.rmtree(folder, ignore_errors=True)
